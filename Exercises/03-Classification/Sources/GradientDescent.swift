import CourseKit
import NDArray

/// Gradient descent: a step against the gradient, again and again.
public struct GradientDescent: Sendable {
  /// $\eta$, the length of a step in units of the gradient.
  public var rate: Double
  public var steps: Int

  public init(rate: Double, steps: Int) {
    (self.rate, self.steps) = (rate, steps)
  }

  /// $w \leftarrow w - \eta\nabla f(w)$, `steps` times.
  public func minimise(_ objective: some Objective, from start: NDArray<Double>) -> Descent {
    // Keep the value at the start and after each step in `Descent.values`.
    notImplemented()
  }
}
