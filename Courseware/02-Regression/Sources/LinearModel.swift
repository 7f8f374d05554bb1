import CourseKit
import NDArray

/// $\hat y = w_0 + x^Tw$: a plane over the features.
public struct LinearModel: Equatable, Sendable {
  /// $w_0$, the answer where all features are 0.
  public var intercept: Double
  /// $w$, one for each feature.
  public var weights: NDArray<Double>

  /// A plane with this intercept and these weights.
  public init(intercept: Double, weights: NDArray<Double>) {
    (self.intercept, self.weights) = (intercept, weights)
  }

  /// A plane from one array $(w_0, w_1, \dots)$, as least squares with a column of ones gives it.
  public init(_ parameters: NDArray<Double>) {
    self.init(intercept: parameters[0], weights: parameters[1...])
  }

  /// The answers for the rows of `x` (objects, features): shape (objects).
  public func predictions(_ x: NDArray<Double>) -> NDArray<Double> {
    // BEGIN SOLUTION
    x.dot(weights) + intercept
    // END SOLUTION
  }
}

/// `x` (objects, features) with a column of ones in front, so that the first weight is the intercept.
public func withOnes(_ x: NDArray<Double>) -> NDArray<Double> {
  // BEGIN SOLUTION
  concatenated([NDArray.ones([x.shape[0], 1]), x], axis: 1)
  // STUB: // `concatenated([a, b], axis: 1)` sets two tables side by side.
  // STUB: notImplemented()
  // END SOLUTION
}
