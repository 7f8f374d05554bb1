import CourseKit
import NDArray

/// The mean squared error, $L(w) = \frac1n\sum_i(y_i - x_i^Tw)^2$.
///
/// `x` (objects, parameters) has its column of ones already, `w` (parameters) its intercept.
public enum SquaredError {
  public static func value(
    _ x: NDArray<Double>, _ y: NDArray<Double>, at w: NDArray<Double>
  ) -> Double {
    notImplemented()
  }

  /// $\nabla L = -\frac2n\sum_i(y_i - x_i^Tw)\,x_i$
  public static func gradient(
    _ x: NDArray<Double>, _ y: NDArray<Double>, at w: NDArray<Double>
  ) -> NDArray<Double> {
    notImplemented()
  }

  /// $\frac2nX^TX$, the matrix of second derivatives: the same everywhere, because $L$ is a bowl.
  public static func hessian(_ x: NDArray<Double>) -> NDArray<Double> {
    notImplemented()
  }
}
