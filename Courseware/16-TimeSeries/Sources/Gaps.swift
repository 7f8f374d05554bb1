import CourseKit
import NDArray

/// Throws ``SeriesError/gap(at:)`` with the first position at which nothing was measured.
public func requireWhole(_ y: NDArray<Double>) throws {
  // BEGIN SOLUTION
  if let first = isNaN(y).flatNonzero().elements.first { throw SeriesError.gap(at: first) }
  // END SOLUTION
}

/// The series with each gap bridged by a straight line between the last value before it and the first after it.
///
/// For pictures and for what can bear no gap. A line is smoother than what was not measured, so a model that learns
/// from it looks better than it is.
///
/// - Throws: ``SeriesError/gap(at:)`` when the series begins or ends with one, at the first or at the last position: a
///   line needs two ends.
public func filled(_ y: NDArray<Double>) throws -> NDArray<Double> {
  // BEGIN SOLUTION
  try requireWhole(y[..<1])
  if (y[-1] as Double).isNaN { throw SeriesError.gap(at: y.count - 1) }
  let known = (.!isNaN(y)).flatNonzero()
  return interp(
    NDArray.arange(Double(y.count)), known.asType(Double.self), y[known])
  // STUB: // interp(places, knownPlaces, knownValues) draws the lines; mask.flatNonzero() tells where a mask is true.
  // STUB: notImplemented()
  // END SOLUTION
}
