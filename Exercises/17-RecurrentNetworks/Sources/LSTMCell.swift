import CourseKit
import NDArray

/// `torch.nn.LSTM` (Hochreiter, Schmidhuber 1997; the forget gate by Gers 1999): blocks in the order i f g o,
///
/// $$i = \sigma(a_i + b_i),\quad f = \sigma(a_f + b_f),\quad g = \tanh(a_g + b_g),\quad o = \sigma(a_o + b_o),$$
/// $$c_t = f\odot c_{t-1} + i\odot g,\qquad h_t = o\odot\tanh(c_t).$$
///
/// The state is [h, c]. Between two cells $c$ is only multiplied by f and added to: no matrix and no tanh is in the way.
public struct LSTMCell: CellRule {
  public init() {}
  public var gates: Int { 4 }
  public var states: Int { 2 }

  public func forward<Element: NDFloat>(
    _ a: NDArray<Element>, _ b: NDArray<Element>, _ state: [NDArray<Element>]
  ) -> (state: [NDArray<Element>], cache: [NDArray<Element>]) {
    // `(a + b).split(parts: 4, axis: 1)` are the four blocks. The cache: [i, f, g, o, c before, tanh of c].
    notImplemented()
  }

  public func backward<Element: NDFloat>(
    _ dState: [NDArray<Element>], _ cache: [NDArray<Element>]
  ) -> (dA: NDArray<Element>, dB: NDArray<Element>, dState: [NDArray<Element>]) {
    let (i, f, g) = (cache[0], cache[1], cache[2])
    let (o, before, t) = (cache[3], cache[4], cache[5])
    // c has two ways forward: into h, through o and tanh, and into the next c. h before is read through b alone: zeros.
    _ = (i, f, g, o, before, t)
    notImplemented()
  }
}
