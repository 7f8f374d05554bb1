import CourseKit
import NDArray

/// $\gamma_k = \dfrac1n \sum_{t \ge k} (y_t - \bar y)(y_{t-k} - \bar y)$ for $k = 0, \dots, \text{lags}$: shape (lags
/// + 1).
///
/// The divisor is $n$ for every lag, although only $n - k$ products are added: so no correlation can be beyond ±1.
///
/// - Throws: ``SeriesError/gap(at:)`` for a series with gaps, ``SeriesError/tooShort(values:needed:)`` unless it has
///   more than `lags` values.
/// - Complexity: O(n · lags).
public func autocovariance(_ y: NDArray<Double>, lags: Int) throws -> NDArray<Double> {
  // y[k...] and y[..<(n − k)] lie k apart; `a.dot(b).scalar` is the sum of their products.
  notImplemented()
}

/// $\rho_k = \gamma_k / \gamma_0$, shape (lags + 1); of a constant series, whose values are all equal (their variance
/// may be $10^{-34}$ and not 0, by rounding), 1 and then zeros.
///
/// - Throws: what ``autocovariance(_:lags:)`` throws.
public func autocorrelation(_ y: NDArray<Double>, lags: Int) throws -> NDArray<Double> {
  notImplemented()
}

/// $\pm 1.96/\sqrt n$: between these lie 95 % of the autocorrelations of white noise.
public func whiteNoiseBand(count: Int) -> Double {
  notImplemented()
}
