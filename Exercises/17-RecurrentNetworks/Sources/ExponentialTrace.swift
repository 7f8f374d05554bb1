import CourseKit
import NDArray

/// Exponential trace memory (Jordan 1987, Mozer 1989): the context is a mean of past states that forgets,
/// $h_t = \tanh(Wx_t + Uc_{t-1} + b)$, $c_t = \alpha c_{t-1} + (1-\alpha)h_t$.
///
/// The way back through c is a multiplication by α: slow, but of a known speed. With α = 0 it is ``Elman``. The state is [h, c].
public final class ExponentialTrace<Element: NDFloat>: StepCell {
  public let input, recurrent, bias: Parameter<Element>
  /// How much of the context stays, 0 …< 1; it is not learned.
  public let alpha: Element

  /// `W` (width, inputs), `U` (width, width), `b` (width).
  public init(
    W: NDArray<Element>, U: NDArray<Element>, b: NDArray<Element>, alpha: Element
  ) {
    (input, recurrent, bias) = (Parameter("W", W), Parameter("U", U), Parameter("b", b))
    self.alpha = alpha
  }

  public func start(_ objects: Int) -> [NDArray<Element>] {
    let zeros = NDArray<Element>.zeros([objects, bias.value.count])
    return [zeros, zeros]
  }

  public func step(
    _ x: NDArray<Element>, _ state: [NDArray<Element>]
  ) -> (state: [NDArray<Element>], cache: [NDArray<Element>]) {
    // The new h sees the old c; the new c mixes the old c and the new h. Cache: x, the c before, h.
    notImplemented()
  }

  /// h is to blame for what follows it and, times 1 − α, for c. Nothing reads the h before, so its gradient is 0.
  public func stepBack(
    _ dState: [NDArray<Element>], _ cache: [NDArray<Element>]
  ) -> (dX: NDArray<Element>, dState: [NDArray<Element>]) {
    let (x, before, h) = (cache[0], cache[1], cache[2])
    _ = (x, before, h)
    notImplemented()
  }
}
