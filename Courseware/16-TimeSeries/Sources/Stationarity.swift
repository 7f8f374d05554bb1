import CourseKit
import NDArray

/// Mean, variance and autocovariance of a series in each of several stretches: in a stationary series all three stay.
public struct Moments: Sendable {
  /// The mean of each stretch, shape (parts).
  public let mean: NDArray<Double>
  /// The variance (divisor n) of each stretch, shape (parts).
  public let variance: NDArray<Double>
  /// The autocovariance of each stretch at one lag, shape (parts).
  public let autocovariance: NDArray<Double>

  /// Measures `parts` stretches as equal in length as can be, in their order; where n does not divide, the first ones
  /// are one longer.
  ///
  /// - Throws: ``SeriesError/gap(at:)`` for a gap, its position counted in the stretch;
  ///   ``SeriesError/tooShort(values:needed:)`` when a stretch has not more values than `lag`.
  public init(of y: NDArray<Double>, parts: Int, lag: Int = 1) throws {
    // BEGIN SOLUTION
    let stretches = y.arraySplit(parts: parts)
    mean = NDArray(stretches.map { $0.mean() })
    variance = NDArray(stretches.map { $0.variance() })
    autocovariance = NDArray(
      try stretches.map { try TimeSeries.autocovariance($0, lags: lag)[lag].scalar })
    // STUB: // y.arraySplit(parts: k) parts it so; the function is called TimeSeries.autocovariance where a property
    // STUB: // has the same name.
    // STUB: notImplemented()
    // END SOLUTION
  }
}
