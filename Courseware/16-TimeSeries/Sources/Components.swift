import CourseKit
import Foundation
import NDArray

/// A series taken apart: its values are trend + season + rest.
public struct Components: Sendable {
  /// The slow part; NaN at both ends, where no whole season lies around a value.
  public let trend: NDArray<Double>
  /// What repeats each period; its mean over a period is 0.
  public let season: NDArray<Double>
  /// What is left.
  public let rest: NDArray<Double>

  public init(trend: NDArray<Double>, season: NDArray<Double>, rest: NDArray<Double>) {
    (self.trend, self.season, self.rest) = (trend, season, rest)
  }
}

/// The mean of the `period` values around each, shape (n), NaN for the first and last `period / 2`.
///
/// An even period has no middle: `period + 1` values are taken, and the first and the last count half, so that each
/// part of the season counts once.
///
/// - Throws: ``SeriesError/tooShort(values:needed:)`` when no value has a whole period around it.
public func movingAverage(_ y: NDArray<Double>, period: Int) throws -> NDArray<Double> {
  precondition(period > 0, "movingAverage: the period must be positive, got \(period)")
  // BEGIN SOLUTION
  let half = period / 2
  let width = 2 * half + 1
  guard y.count >= width else { throw SeriesError.tooShort(values: y.count, needed: width) }
  var weights = NDArray<Double>.ones([width])
  if period % 2 == 0 { weights[[0, width - 1]] = 0.5 }
  var mean = NDArray<Double>.full([y.count], .nan)
  mean[half..<(y.count - half)] = y.slidingWindows(of: width).dot(weights) / Double(period)
  return mean
  // STUB: // y.slidingWindows(of: k).dot(weights) weighs all stretches at once; NDArray<Double>.full([n], .nan) has
  // STUB: // room for the answer.
  // STUB: notImplemented()
  // END SOLUTION
}

/// The mean of each phase of a period over all periods, less the mean of these means: shape (period), phase 0 first.
/// Gaps do not count.
public func seasonalMeans(_ y: NDArray<Double>, period: Int) -> NDArray<Double> {
  precondition(
    y.count >= period, "seasonalMeans: \(y.count) values are no whole period of \(period)")
  // BEGIN SOLUTION
  let means = NDArray((0..<period).map { phase in y[.stride(from: phase, by: period)].nanMean() })
  return means - means.mean()
  // STUB: // y[.stride(from: phase, by: period)] takes every value of one phase; nanMean() passes over gaps.
  // STUB: notImplemented()
  // END SOLUTION
}

/// The classical decomposition: the trend is a moving average over a period, the season the mean of what is left in
/// each phase, the rest the rest.
///
/// - Throws: ``SeriesError/gap(at:)`` for a series with gaps, ``SeriesError/tooShort(values:needed:)`` for one of
///   less than two periods.
public func decomposed(_ y: NDArray<Double>, period: Int) throws -> Components {
  // BEGIN SOLUTION
  try requireWhole(y)
  guard y.count >= 2 * period else {
    throw SeriesError.tooShort(values: y.count, needed: 2 * period)
  }
  let trend = try movingAverage(y, period: period)
  let means = seasonalMeans(y - trend, period: period)
  let season = means[NDArray.arange(y.count) % period]
  return Components(trend: trend, season: season, rest: y - trend - season)
  // STUB: // means[positions] takes an element for each position; NDArray.arange(n) % period are the phases.
  // STUB: notImplemented()
  // END SOLUTION
}
