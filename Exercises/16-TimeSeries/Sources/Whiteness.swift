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
    // Assign `statistic`, `degrees` and `pValue`; 1 / (n − k) for all k at once with NDArray.arange.
    notImplemented()
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
  // Γ(2) = 1 and Γ(3/2) = √π/2 give the first term; each next one is x/a times the one before, with a one
  // larger.
  notImplemented()
}
