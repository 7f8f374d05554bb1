import CourseKit
import NDArray

/// The LSTM of Gers and Schmidhuber (2000) with peepholes: each gate of each cell sees, beside $x_t$ and $h_{t-1}$, its *own* cell.
///
/// $$i = \sigma(W_ix + U_ih_{t-1} + p_i\odot c_{t-1} + b_i),\quad f = \sigma(\dots + p_f\odot c_{t-1} + b_f),\quad g = \tanh(W_gx + U_gh_{t-1} + b_g),$$
/// $$c_t = f\odot c_{t-1} + i\odot g,\qquad o = \sigma(W_ox + U_oh_{t-1} + p_o\odot c_t + b_o),\qquad h_t = o\odot\tanh(c_t).$$
///
/// The output gate sees the *new* cell. The state is [h, c].
public final class Peephole<Element: NDFloat>: StepCell {
  /// Rows in the order i f g o.
  public let input, recurrent, bias: Parameter<Element>
  /// Rows i f o, one number for each cell.
  public let peephole: Parameter<Element>

  /// `W` (4 · width, inputs), `U` (4 · width, width), `P` (3, width), `b` (4 · width).
  public init(
    W: NDArray<Element>, U: NDArray<Element>, P: NDArray<Element>, b: NDArray<Element>
  ) {
    (input, recurrent) = (Parameter("W", W), Parameter("U", U))
    (peephole, bias) = (Parameter("P", P), Parameter("b", b))
  }

  public func start(_ objects: Int) -> [NDArray<Element>] {
    let zeros = NDArray<Element>.zeros([objects, bias.value.count / 4])
    return [zeros, zeros]
  }

  public func step(
    _ x: NDArray<Element>, _ state: [NDArray<Element>]
  ) -> (state: [NDArray<Element>], cache: [NDArray<Element>]) {
    let (h, before) = (state[0], state[1])
    // `peephole.value[0]` is the row of i. The cache: [x, h, before, i, f, g, o, c].
    _ = (h, before)
    notImplemented()
  }

  public func stepBack(
    _ dState: [NDArray<Element>], _ cache: [NDArray<Element>]
  ) -> (dX: NDArray<Element>, dState: [NDArray<Element>]) {
    let (x, h, before, i) = (cache[0], cache[1], cache[2], cache[3])
    let (f, g, o, c) = (cache[4], cache[5], cache[6], cache[7])
    // As LecturePeephole, but with h, and with peepholes that multiply element by element: their gradient is a sum over the
    // objects, a row for each of i, f and o (`stacked`).
    _ = (x, h, before, i, f, g, o, c)
    notImplemented()
  }
}
