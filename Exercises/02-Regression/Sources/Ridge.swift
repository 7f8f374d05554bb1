import CourseKit
import NDArray

/// Ridge regression: the $w$ that minimises $\sum_i(y_i - x_i^Tw)^2 + \lambda\lVert w\rVert^2$.
///
/// The sum of squares, not their mean: with the mean in front of the same penalty, λ would count n times as much.
/// `x` has its column of ones first; the intercept is penalised only if `penalisesIntercept`.
public func ridge(
  _ x: NDArray<Double>, _ y: NDArray<Double>, lambda: Double, penalisesIntercept: Bool = false
) throws -> NDArray<Double> {
  notImplemented()
}
