import CourseKit
import Foundation
import NDArray

/// Ljung's and Box's test: are the first h autocorrelations together larger than white noise has them?
public struct LjungBox: Sendable {
  /// $Q = n(n + 2)\sum_{k=1}^h \dfrac{\rho_k^2}{n - k}$.
  public let statistic: Double
  /// $h$ less the number of coefficients that were fitted.
  public let degrees: Int
  /// How often white noise has so large a Q.
  public let pValue: Double

  /// Tests residuals; `fitted` is the order p of the model that left them.
  ///
  /// - Throws: what ``autocovariance(_:lags:)`` throws. Traps unless `lags` > `fitted`.
  public init(_ residuals: NDArray<Double>, lags: Int, fitted: Int = 0) throws {
    precondition(
      lags > fitted, "LjungBox: \(lags) lags and \(fitted) fitted coefficients leave none to test")
    // BEGIN SOLUTION
    let n = Double(residuals.count)
    let rho = try autocorrelation(residuals, lags: lags)[1...]
    let weights = 1 / (n - NDArray.arange(1, Double(lags) + 1))
    statistic = n * (n + 2) * (square(rho) * weights).sum()
    degrees = lags - fitted
    pValue = chiSquareTail(statistic, degrees: degrees)
    // STUB: // Assign `statistic`, `degrees` and `pValue`; 1 / (n − k) for all k at once with NDArray.arange.
    // STUB: notImplemented()
    // END SOLUTION
  }
}

/// How often a χ² variable with so many degrees of freedom is larger than q.
///
/// With $x = q/2$ and $a = \text{degrees}/2$: $T(\tfrac12) = \operatorname{erfc}\sqrt x$, $T(1) = e^{-x}$, and two
/// degrees more are $T(a + 1) = T(a) + \dfrac{x^a e^{-x}}{\Gamma(a + 1)}$.
public func chiSquareTail(_ q: Double, degrees: Int) -> Double {
  precondition(
    degrees > 0, "chiSquareTail: the degrees of freedom must be positive, got \(degrees)")
  if q <= 0 { return 1 }
  // BEGIN SOLUTION
  let x = q / 2
  var a = degrees % 2 == 0 ? 1 : 0.5
  var tail = degrees % 2 == 0 ? exp(-x) : erfc(x.squareRoot())
  var term = degrees % 2 == 0 ? x * exp(-x) : 2 * (x / .pi).squareRoot() * exp(-x)
  while a < Double(degrees) / 2 {
    tail += term
    a += 1
    term *= x / a
  }
  return tail
  // STUB: // Γ(2) = 1 and Γ(3/2) = √π/2 give the first term; each next one is x/a times the one before, with a one
  // STUB: // larger.
  // STUB: notImplemented()
  // END SOLUTION
}
