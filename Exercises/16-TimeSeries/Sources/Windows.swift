import CourseKit
import NDArray

/// Stretches of a series, and what came after each: what a forecaster learns from.
public struct Windows: Sendable {
  /// One stretch a row, **the oldest value first**, shape (m, length): what a recurrent network reads.
  public let inputs: NDArray<Double>
  /// What came after each, shape (m).
  public let targets: NDArray<Double>
  /// Where in the series each target stands, shape (m).
  public let positions: NDArray<Int>

  public init(inputs: NDArray<Double>, targets: NDArray<Double>, positions: NDArray<Int>) {
    (self.inputs, self.targets, self.positions) = (inputs, targets, positions)
  }

  /// The same stretches, **the newest value first**: column $i - 1$ is $X_{t-i}$, shape (m, length).
  public var lags: NDArray<Double> {
    notImplemented()
  }
}

/// All stretches of `length` neighbours of the series `y`, shape (n), each with the value `horizon` steps after its
/// last one.
///
/// The target at position $t$ has the inputs $y_{t-h-\text{length}+1}, \dots, y_{t-h}$. A row is left out when an
/// input or its target is a gap (NaN). A gap is never closed by moving the neighbours together, for then a lag would
/// no longer be a distance in time.
///
/// - Throws: ``SeriesError/tooShort(values:needed:)`` when not even one stretch and its target fit,
///   ``SeriesError/onlyGaps(length:)``, of length + 1 (inputs and target), when no row is whole.
/// - Complexity: O(n · length).
public func windows(
  of y: NDArray<Double>, length: Int, horizon: Int = 1
) throws -> Windows {
  precondition(
    y.rank == 1 && length > 0 && horizon > 0,
    "windows: a series of rank 1, a positive length and horizon: got \(y.shape), \(length), \(horizon)"
  )
  // y.slidingWindows(of: k) has the shape (n − k + 1, k); cut from y first what no target follows. The first
  // target stands at length + horizon − 1. rows[mask] takes the rows whose mask is true, mask.flatNonzero()
  // their numbers.
  notImplemented()
}
