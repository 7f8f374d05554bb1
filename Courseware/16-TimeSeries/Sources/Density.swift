import CourseKit
import Foundation
import NDArray

/// Silverman's width of a kernel: $s\left(\frac{3n}4\right)^{-1/5}$ with the standard deviation $s$ of divisor $n - 1$.
public func silvermanWidth(_ sample: NDArray<Double>) -> Double {
  // BEGIN SOLUTION
  sample.std(ddof: 1) * pow(0.75 * Double(sample.count), -0.2)
  // END SOLUTION
}

/// The density of a sample at each of `points`, shape (k): a bell $\frac1{nw}\varphi\!\left(\frac{x - x_i}w\right)$
/// over each value, added up.
///
/// Smooth where a histogram has steps, and with no edges to choose; `width` is ``silvermanWidth(_:)`` unless given.
///
/// - Complexity: O(k · n).
public func density(
  of sample: NDArray<Double>, at points: NDArray<Double>, width: Double? = nil
) -> NDArray<Double> {
  // BEGIN SOLUTION
  let width = width ?? silvermanWidth(sample)
  let z = (points[.all, .newAxis] - sample) / width
  return normalDensity(z).sum(axis: 1) / (Double(sample.count) * width)
  // STUB: // points[.all, .newAxis] − sample has the shape (k, n): every point against every value.
  // STUB: notImplemented()
  // END SOLUTION
}

/// $\varphi(x) = \dfrac1{s\sqrt{2\pi}}\,e^{-(x - m)^2/2s^2}$, of each element.
public func normalDensity(
  _ x: NDArray<Double>, mean: Double = 0, deviation: Double = 1
) -> NDArray<Double> {
  // BEGIN SOLUTION
  let z = (x - mean) / deviation
  return exp(-0.5 * square(z)) / (deviation * (2 * Double.pi).squareRoot())
  // END SOLUTION
}
