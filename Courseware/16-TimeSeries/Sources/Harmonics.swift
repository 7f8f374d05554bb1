import CourseKit
import NDArray

/// A smooth season: $s(t) = b_0 + \sum_{k=1}^K \left(b_{2k-1}\sin\frac{2\pi kt}m + b_{2k}\cos\frac{2\pi kt}m\right)$,
/// fitted by least squares.
///
/// Where a period is long or no whole number of steps (365.25 days), this has 2K + 1 numbers to learn and not one a
/// phase.
public struct Harmonics: Sendable {
  /// $m$, in the unit of the times.
  public let period: Double
  /// $b_0 \dots b_{2K}$, shape (2K + 1).
  public let coefficients: NDArray<Double>

  /// Fits K = `count` waves to the values `y` at the `times`; gaps do not count.
  ///
  /// - Throws: ``SeriesError/tooShort(values:needed:)`` when fewer values are known than 2K + 1.
  public init(
    fitting y: NDArray<Double>, times: NDArray<Double>, period: Double, count: Int
  ) throws {
    // BEGIN SOLUTION
    let isKnown = .!isNaN(y)
    guard isKnown.countNonzero() > 2 * count else {
      throw SeriesError.tooShort(values: isKnown.countNonzero(), needed: 2 * count + 1)
    }
    let x = waves(times[isKnown], period: period, count: count)
    self.period = period
    coefficients = try Linalg.lstsq(x, y[isKnown]).solution
    // STUB: // Assign `period` and `coefficients`: Linalg.lstsq(waves(…), …).solution.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// $s(t)$ at each of the times, shape (n).
  public func callAsFunction(_ times: NDArray<Double>) -> NDArray<Double> {
    // BEGIN SOLUTION
    waves(times, period: period, count: coefficients.count / 2).dot(coefficients)
    // END SOLUTION
  }
}

/// The columns 1, sin, cos of the first wave, sin, cos of the second, …, shape (n, 2 · count + 1).
public func waves(_ times: NDArray<Double>, period: Double, count: Int) -> NDArray<Double> {
  // BEGIN SOLUTION
  var columns = [NDArray<Double>.ones([times.count])]
  for k in stride(from: 1, through: count, by: 1) {
    let angle = times * (2 * .pi * Double(k) / period)
    columns += [sin(angle), cos(angle)]
  }
  return stacked(columns, axis: 1)
  // STUB: // Collect the columns in a Swift array; stacked(columns, axis: 1) puts them side by side.
  // STUB: notImplemented()
  // END SOLUTION
}
