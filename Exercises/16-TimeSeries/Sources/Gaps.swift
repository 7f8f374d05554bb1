import CourseKit
import NDArray

/// Throws ``SeriesError/gap(at:)`` with the first position at which nothing was measured.
public func requireWhole(_ y: NDArray<Double>) throws {
  notImplemented()
}

/// The series with each gap bridged by a straight line between the last value before it and the first after it.
///
/// For pictures and for what can bear no gap. A line is smoother than what was not measured, so a model that learns
/// from it looks better than it is.
///
/// - Throws: ``SeriesError/gap(at:)`` when the series begins or ends with one, at the first or at the last position: a
///   line needs two ends.
public func filled(_ y: NDArray<Double>) throws -> NDArray<Double> {
  // interp(places, knownPlaces, knownValues) draws the lines; mask.flatNonzero() tells where a mask is true.
  notImplemented()
}
