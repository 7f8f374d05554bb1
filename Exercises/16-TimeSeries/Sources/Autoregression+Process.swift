import CourseKit
import NDArray

/// What the coefficients say of the series that they make.
extension Autoregression {
  /// The partial autocorrelations of the process, shape (p): Levinson's recursion run backwards.
  ///
  /// $\kappa_p = a_p$; then the coefficients of order $p - 1$ are $\dfrac{a_i + \kappa_p\,a_{p-i}}{1 - \kappa_p^2}$,
  /// and so on down. Where some $|\kappa| = 1$ it divides by 0, and what is below is no finite number.
  public var partial: NDArray<Double> {
    // Work on coefficients.elements; popLast() takes κ off the end, and what is left is changed to the order
    // below.
    notImplemented()
  }

  /// Whether the series stays: all $|\kappa_k| < 1$. The same as: all eigenvalues of ``companion`` lie inside the
  /// unit circle.
  public var isStationary: Bool {
    notImplemented()
  }

  /// The (p, p) matrix that moves the p newest values one step on: the coefficients in its first row, ones below the
  /// diagonal.
  public var companion: NDArray<Double> {
    notImplemented()
  }

  /// $\mu = c / (1 - \sum a_i)$: where long forecasts end. Means something for a stationary series only.
  public var mean: Double {
    notImplemented()
  }

  /// $\gamma_0 \dots \gamma_{\text{lags}}$ of the stationary series whose noise has this variance, shape (lags + 1).
  ///
  /// The Yule–Walker equations $\gamma_k - \sum_i a_i\,\gamma_{|k-i|} = \sigma^2 [k = 0]$ for $k = 0 \dots p$ are a
  /// linear system; what is beyond p follows by $\gamma_k = \sum_i a_i \gamma_{k-i}$.
  ///
  /// - Throws: `LinAlgError` where the series has no variance, as for $a = 1$.
  public func autocovariances(noiseVariance: Double = 1, lags: Int) throws -> NDArray<Double> {
    // Begin with NDArray<Double>.eye(order + 1) and take aᵢ from column |k − i| of row k; two lags may meet
    // in one column.
    notImplemented()
  }

  /// $\psi_0 = 1$, $\psi_j = \sum_i a_i \psi_{j-i}$: what a shock is worth j steps later. Shape (count), count > 0.
  public func shockResponse(count: Int) -> NDArray<Double> {
    // psi[j − i] exists for i up to the smaller of j and p.
    notImplemented()
  }

  /// The standard deviation of the error of the forecast 1, 2, …, `steps` steps ahead, shape (steps):
  /// $\sigma\sqrt{\psi_0^2 + \dots + \psi_{k-1}^2}$.
  public func forecastDeviation(noiseVariance: Double, steps: Int) -> NDArray<Double> {
    notImplemented()
  }

  /// The series that this noise, shape (n), makes after `past`, at least p values: shape (n).
  public func series(from noise: NDArray<Double>, after past: NDArray<Double>) -> NDArray<Double> {
    precondition(
      past.count >= order,
      "Autoregression.series: \(past.count) values before it, and \(order) are needed")
    notImplemented()
  }
}
