import CourseKit
import NDArray

/// $d_t = y_t - y_{t-\text{lag}}$ for all $t \ge \text{lag}$: shape (n − lag).
///
/// Lag 1 takes a linear trend away, the lag of a season takes the season. A difference with a gap at either end is a
/// gap.
///
/// - Throws: ``SeriesError/tooShort(values:needed:)`` when not one difference can be taken.
public func differenced(_ y: NDArray<Double>, lag: Int = 1) throws -> NDArray<Double> {
  precondition(lag > 0, "differenced: the lag must be positive, got \(lag)")
  notImplemented()
}

/// Undoes ``differenced(_:lag:)``: $y_t = y_{t-\text{lag}} + d_t$, beginning with the `start`, the `lag` values
/// before the first difference.
///
/// - Returns: what follows the start, shape of `differences`.
public func undifferenced(
  _ differences: NDArray<Double>, after start: NDArray<Double>
) -> NDArray<Double> {
  precondition(start.rank == 1 && start.count > 0, "undifferenced: no value to start from")
  // `start.elements` is a Swift array to append to; y[y.count - lag] is the value one lag back.
  notImplemented()
}
