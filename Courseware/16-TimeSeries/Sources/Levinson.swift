import CourseKit
import NDArray

/// The coefficients of AR(p) that belong to autocorrelations, and the partial autocorrelations on the way there.
///
/// Levinson's and Durbin's recursion solves the Yule–Walker equations $\rho_k = \sum_i a_i \rho_{k-i}$ order by
/// order. With $a$ of order $k - 1$,
/// $$\kappa_k = \frac{\rho_k - \sum_{i<k} a_i\,\rho_{k-i}}{1 - \sum_{i<k} a_i\,\rho_i}, \qquad a_i \leftarrow a_i - \kappa_k\,a_{k-i}, \qquad a_k = \kappa_k.$$
///
/// - Parameter rho: $\rho_0 = 1, \rho_1, \dots, \rho_p$, shape (p + 1).
/// - Returns: $a_1 \dots a_p$ and $\kappa_1 \dots \kappa_p$, shape (p) each. What $X_{t-k}$ says that the nearer ones
///   do not is $\kappa_k$.
/// - Complexity: O(p²).
public func levinson(
  _ rho: NDArray<Double>
) -> (coefficients: NDArray<Double>, partial: NDArray<Double>) {
  // BEGIN SOLUTION
  let rho = rho.elements
  var (a, partial): ([Double], [Double]) = ([], [])
  for k in 1..<rho.count {
    let known = (0..<(k - 1)).reduce(0) { $0 + a[$1] * rho[k - 1 - $1] }
    let spread = (0..<(k - 1)).reduce(1) { $0 - a[$1] * rho[$1 + 1] }
    let kappa = (rho[k] - known) / spread
    a = (0..<(k - 1)).map { a[$0] - kappa * a[k - 2 - $0] } + [kappa]
    partial.append(kappa)
  }
  return (NDArray(a), NDArray(partial))
  // STUB: // In Swift arrays a[i − 1] is aᵢ, so ρ_{k−i} is rho[k − 1 − place] and a_{k−i} is a[k − 2 − place].
  // STUB: notImplemented()
  // END SOLUTION
}

/// Partial autocorrelations $\kappa_1 \dots \kappa_{\text{lags}}$ of a series, shape (lags). Those of AR(p) end after
/// p.
///
/// - Throws: what ``autocovariance(_:lags:)`` throws.
public func partialAutocorrelation(_ y: NDArray<Double>, lags: Int) throws -> NDArray<Double> {
  // BEGIN SOLUTION
  levinson(try autocorrelation(y, lags: lags)).partial
  // END SOLUTION
}
