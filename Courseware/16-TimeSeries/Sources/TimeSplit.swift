import CourseKit
import NDArray

/// The first `learned` values to learn from, all later ones to be judged by: never at random, for then the future is
/// learnt from.
///
/// Traps unless both parts hold something.
public func splitByTime(_ y: NDArray<Double>, learned: Int) -> Split<NDArray<Double>> {
  precondition(
    learned > 0 && learned < y.count,
    "splitByTime: \(learned) of \(y.count) values leave one part empty")
  // BEGIN SOLUTION
  return Split(train: y[..<learned], test: y[learned...])
  // END SOLUTION
}

/// Brings a series to mean 0 and standard deviation 1, by what the part to learn from says.
public struct SeriesScaler: Sendable {
  /// The mean of what was measured.
  public let mean: Double
  /// Its standard deviation (divisor n); 1 for a constant series, whose values are all equal.
  ///
  /// That of three times 0.1 is computed as $10^{-17}$: who asks whether it is 0 divides by rounding errors.
  public let deviation: Double

  /// Measures `y`; gaps do not count.
  public init(fitting y: NDArray<Double>) {
    // BEGIN SOLUTION
    mean = y.nanMean()
    deviation = y.nanMax() > y.nanMin() ? y.nanStd() : 1
    // STUB: // Assign `mean` and `deviation`; nanMean(), nanStd(), nanMax() and nanMin() pass over NaN.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// $(y - \text{mean})/\text{deviation}$; a gap stays a gap.
  public func callAsFunction(_ y: NDArray<Double>) -> NDArray<Double> {
    // BEGIN SOLUTION
    (y - mean) / deviation
    // END SOLUTION
  }

  /// What `z` was made from.
  public func inverse(_ z: NDArray<Double>) -> NDArray<Double> {
    // BEGIN SOLUTION
    z * deviation + mean
    // END SOLUTION
  }
}
