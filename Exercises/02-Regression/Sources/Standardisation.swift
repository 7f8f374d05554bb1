import CourseKit
import NDArray

/// Each feature brought to mean 0 and standard deviation 1, by the mean and deviation of the training part.
public struct Standardisation: Equatable, Sendable {
  public let mean: NDArray<Double>
  public let deviation: NDArray<Double>

  /// Measures the columns of `x` (objects, features); the deviation has the divisor n.
  public init(fitting x: NDArray<Double>) {
    // Assign `mean` and `deviation`, each of the shape (features).
    notImplemented()
  }

  /// $z = (x - \text{mean})/\text{deviation}$
  public func callAsFunction(_ x: NDArray<Double>) -> NDArray<Double> {
    notImplemented()
  }

  /// The same plane in the raw features: what `model`, which was learned from $z$, answers for $x$.
  public func raw(_ model: LinearModel) -> LinearModel {
    // Put z = (x − mean)/deviation into w₀ + zᵀw and collect what stands beside each x.
    notImplemented()
  }
}
