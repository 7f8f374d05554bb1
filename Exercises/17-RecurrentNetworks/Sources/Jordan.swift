import CourseKit
import NDArray

/// Jordan's network (1986): what comes back is not the hidden state but the *output*,
/// $h_t = \tanh(Wx_t + Uy_{t-1} + b)$, $y_t = Vh_t + c$.
///
/// The state is [y].
public final class Jordan<Element: NDFloat>: StepCell {
  public let input, recurrent, bias, output, outputBias: Parameter<Element>

  /// `W` (width, inputs), `U` (width, outputs), `b` (width), `V` (outputs, width), `c` (outputs).
  public init(
    W: NDArray<Element>, U: NDArray<Element>, b: NDArray<Element>, V: NDArray<Element>,
    c: NDArray<Element>
  ) {
    (input, recurrent, bias) = (Parameter("W", W), Parameter("U", U), Parameter("b", b))
    (output, outputBias) = (Parameter("V", V), Parameter("c", c))
  }

  public func start(_ objects: Int) -> [NDArray<Element>] {
    [NDArray<Element>.zeros([objects, outputBias.value.count])]
  }

  public func step(
    _ x: NDArray<Element>, _ state: [NDArray<Element>]
  ) -> (state: [NDArray<Element>], cache: [NDArray<Element>]) {
    // The state is y; the cache: x, the y before, h.
    notImplemented()
  }

  /// Through V first, then as ``Elman``; what goes back in time is the gradient by $y_{t-1}$.
  public func stepBack(
    _ dState: [NDArray<Element>], _ cache: [NDArray<Element>]
  ) -> (dX: NDArray<Element>, dState: [NDArray<Element>]) {
    let (x, before, h) = (cache[0], cache[1], cache[2])
    _ = (x, before, h)
    notImplemented()
  }
}
