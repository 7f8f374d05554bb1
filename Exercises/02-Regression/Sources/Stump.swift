import CourseKit
import NDArray

/// A decision tree of one question, "is feature j at most t?", and one answer for each side.
public struct Stump: Equatable, Sendable {
  public let feature: Int
  public let threshold: Double
  /// The answer where the feature is at most the threshold, and where it is above.
  public let below, above: Double

  public init(feature: Int, threshold: Double, below: Double, above: Double) {
    (self.feature, self.threshold) = (feature, threshold)
    (self.below, self.above) = (below, above)
  }

  /// The question with the smallest sum of squared errors. The thresholds tried are the middles between neighbouring
  /// different values of a feature; of equally good questions the first is taken, by feature, then by threshold.
  ///
  /// Traps when no feature has two different values.
  public init(fitting x: NDArray<Double>, _ y: NDArray<Double>) {
    var best: (error: Double, stump: Stump)?
    for feature in 0..<x.shape[1] {
      let values = x[.all, feature].unique().elements
      for (low, high) in zip(values, values.dropFirst()) {
        let threshold = (low + high) / 2
        let (stump, error) = Self.candidate(x[.all, feature], y, feature, threshold)
        if error < best?.error ?? .infinity { best = (error, stump) }
      }
    }
    guard let best else { fatalError("Stump: no feature has two different values") }
    self = best.stump
  }

  /// The best answers for one question, each side's mean, and the sum of squared errors that is left.
  static func candidate(
    _ column: NDArray<Double>, _ y: NDArray<Double>, _ feature: Int, _ threshold: Double
  ) -> (stump: Stump, error: Double) {
    // `column .<= threshold` is a mask: y[mask] are the targets of one side, y[.!mask] those of the other.
    notImplemented()
  }

  /// The answers for the rows of `x` (objects, features).
  public func predictions(_ x: NDArray<Double>) -> NDArray<Double> {
    notImplemented()
  }
}

/// Gini's impurity of a group with these counts of classes, $1 - \sum_kp_k^2$: how often two objects drawn at random, with
/// replacement, are of different classes. Trees for classes ask the question that lowers it most.
public func gini(_ counts: NDArray<Int>) -> Double {
  // Int / Int is Double here, as in NumPy.
  notImplemented()
}
