import CourseKit
import NDArray

/// "As now": $\hat y_t = y_{t-h}$, shape (n), NaN for the first h. What any forecast must beat.
public func persistence(_ y: NDArray<Double>, horizon: Int = 1) -> NDArray<Double> {
  precondition(
    horizon > 0 && horizon < y.count,
    "persistence: the horizon \(horizon) does not lie within \(y.count) values")
  // BEGIN SOLUTION
  return concatenated([.full([horizon], .nan), y[..<(y.count - horizon)]])
  // END SOLUTION
}

/// "As a season ago": the newest value of the same phase that is known h steps before,
/// $\hat y_t = y_{t - m\lceil h/m\rceil}$, shape (n).
public func seasonalPersistence(
  _ y: NDArray<Double>, period: Int, horizon: Int = 1
) -> NDArray<Double> {
  // BEGIN SOLUTION
  persistence(y, horizon: period * ((horizon + period - 1) / period))
  // END SOLUTION
}
