import CourseKit
import NDArray

/// Elman's network (*Finding structure in time*, 1990), the "simple RNN": $h_t = \tanh(Wx_t + Uh_{t-1} + b)$.
///
/// The state is [h]. An output $y_t = g(Vh_t + c)$ is a layer of its own on top.
public final class Elman<Element: NDFloat>: StepCell {
  public let input, recurrent, bias: Parameter<Element>

  /// `W` (width, inputs), `U` (width, width), `b` (width).
  public init(W: NDArray<Element>, U: NDArray<Element>, b: NDArray<Element>) {
    (input, recurrent, bias) = (Parameter("W", W), Parameter("U", U), Parameter("b", b))
  }

  public func start(_ objects: Int) -> [NDArray<Element>] {
    [NDArray<Element>.zeros([objects, bias.value.count])]
  }

  public func step(
    _ x: NDArray<Element>, _ state: [NDArray<Element>]
  ) -> (state: [NDArray<Element>], cache: [NDArray<Element>]) {
    // The new state is one array, the cache what the backward step needs: x, the h before, the h after.
    notImplemented()
  }

  /// $dz = dh\odot(1 - h^2)$; $dW = dz^Tx$, $dU = dz^Th_{t-1}$, $db = \sum dz$; $dx = dz\,W$, $dh_{t-1} = dz\,U$.
  public func stepBack(
    _ dState: [NDArray<Element>], _ cache: [NDArray<Element>]
  ) -> (dX: NDArray<Element>, dState: [NDArray<Element>]) {
    let (x, before, h) = (cache[0], cache[1], cache[2])
    _ = (x, before, h)
    notImplemented()
  }
}
