import CourseKit
import NDArray

/// Each feature brought to mean 0 and standard deviation 1, by the mean and deviation of the training part.
public struct Standardisation: Equatable, Sendable {
  public let mean: NDArray<Double>
  public let deviation: NDArray<Double>

  /// Measures the columns of `x` (objects, features); the deviation has the divisor n.
  public init(fitting x: NDArray<Double>) {
    // BEGIN SOLUTION
    mean = x.mean(axis: 0)
    deviation = x.std(axis: 0)
    // STUB: // Assign `mean` and `deviation`, each of the shape (features).
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// $z = (x - \text{mean})/\text{deviation}$
  public func callAsFunction(_ x: NDArray<Double>) -> NDArray<Double> {
    // BEGIN SOLUTION
    (x - mean) / deviation
    // END SOLUTION
  }

  /// The same plane in the raw features: what `model`, which was learned from $z$, answers for $x$.
  public func raw(_ model: LinearModel) -> LinearModel {
    // BEGIN SOLUTION
    let weights = model.weights / deviation
    return LinearModel(intercept: model.intercept - weights.dot(mean).scalar, weights: weights)
    // STUB: // Put z = (x − mean)/deviation into w₀ + zᵀw and collect what stands beside each x.
    // STUB: notImplemented()
    // END SOLUTION
  }
}
