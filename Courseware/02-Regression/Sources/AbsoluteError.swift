import CourseKit
import NDArray

/// The mean absolute error, $L(w) = \frac1n\sum_i\lvert y_i - x_i^Tw\rvert$.
///
/// It has no closed form for its minimum, and a kink wherever a residual is 0. There the slope is anything between
/// the two sides; we take 0, in the middle.
public enum AbsoluteError {
  public static func value(
    _ x: NDArray<Double>, _ y: NDArray<Double>, at w: NDArray<Double>
  ) -> Double {
    // BEGIN SOLUTION
    abs(y - x.dot(w)).mean()
    // END SOLUTION
  }

  /// $-\frac1n\sum_i\operatorname{sign}(y_i - x_i^Tw)\,x_i$ with $\operatorname{sign}(0) = 0$.
  public static func gradient(
    _ x: NDArray<Double>, _ y: NDArray<Double>, at w: NDArray<Double>
  ) -> NDArray<Double> {
    // BEGIN SOLUTION
    -1 / Double(y.count) * x.T.dot(sign(y - x.dot(w)))
    // END SOLUTION
  }
}
