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
    // BEGIN SOLUTION
    var descent = Descent(point: start, values: [objective.value(at: start)])
    for _ in 0..<steps {
      descent.point -= rate * objective.gradient(at: descent.point)
      descent.values.append(objective.value(at: descent.point))
    }
    return descent
    // STUB: // Keep the value at the start and after each step in `Descent.values`.
    // STUB: notImplemented()
    // END SOLUTION
  }
}
