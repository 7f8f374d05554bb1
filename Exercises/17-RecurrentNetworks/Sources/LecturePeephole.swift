import CourseKit
import NDArray

/// The LSTM "with peepholes" as the lecture prints it: the gates look at the cell $c_{t-1}$ and *not* at $h_{t-1}$, and the candidate
/// sees $x_t$ alone.
///
/// $$f_t = \sigma(W_fx_t + U_fc_{t-1} + b_f),\quad i_t = \sigma(W_ix_t + U_ic_{t-1} + b_i),\quad o_t = \sigma(W_ox_t + U_oc_{t-1} + b_o),$$
/// $$c_t = f_t\odot c_{t-1} + i_t\odot\tanh(W_cx_t + b_c),\qquad h_t = o_t\odot\tanh(c_t).$$
///
/// The state is [h, c]. Gers and Schmidhuber let the output gate see the *new* cell: ``seesNewCell``; their whole form, which keeps
/// $h_{t-1}$, is ``Peephole``.
public final class LecturePeephole<Element: NDFloat>: StepCell {
  /// Rows in the order i f g o, as PyTorch has them; g is the candidate.
  public let input, bias: Parameter<Element>
  /// Rows in the order i f o: the candidate has none.
  public let peephole: Parameter<Element>
  /// Whether the output gate looks at $c_t$ in place of $c_{t-1}$.
  public let seesNewCell: Bool

  /// `W` (4 · width, inputs), `U` (3 · width, width), `b` (4 · width).
  public init(
    W: NDArray<Element>, U: NDArray<Element>, b: NDArray<Element>, seesNewCell: Bool = false
  ) {
    (input, peephole, bias) = (Parameter("W", W), Parameter("U", U), Parameter("b", b))
    self.seesNewCell = seesNewCell
  }

  public func start(_ objects: Int) -> [NDArray<Element>] {
    let zeros = NDArray<Element>.zeros([objects, bias.value.count / 4])
    return [zeros, zeros]
  }

  public func step(
    _ x: NDArray<Element>, _ state: [NDArray<Element>]
  ) -> (state: [NDArray<Element>], cache: [NDArray<Element>]) {
    let before = state[1]
    // `(…).split(parts: 4, axis: 1)` are the columns of i, f, g and o, `peephole.value.split(parts: 3)` the rows of U for i, f and
    // o. The cache: [x, before, i, f, g, o, c].
    _ = before
    notImplemented()
  }

  public func stepBack(
    _ dState: [NDArray<Element>], _ cache: [NDArray<Element>]
  ) -> (dX: NDArray<Element>, dState: [NDArray<Element>]) {
    let (x, before, i, f) = (cache[0], cache[1], cache[2], cache[3])
    let (g, o, c) = (cache[4], cache[5], cache[6])
    // First the output gate and the whole dc, then the three that made c, then what looks at the cell before. Nothing reads the h
    // before: its gradient is zero.
    _ = (x, before, i, f, g, o, c)
    notImplemented()
  }
}
