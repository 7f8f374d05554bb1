import CourseKit
import NDArray

/// The loss for $K$ classes: $L = -\log\operatorname{softmax}(z)_y$, the lectures' log loss.
public enum CrossEntropy {
  /// The loss of each object: `logits` (objects, classes), `labels` (objects) from 0 to K − 1 →
  /// (objects).
  public static func values(
    _ logits: NDArray<Double>, _ labels: NDArray<Int>
  ) -> NDArray<Double> {
    notImplemented()
  }

  /// $\partial L_i/\partial z_{ik} = \operatorname{softmax}(z_i)_k - [y_i = k]$ for each object:
  /// (objects, classes).
  public static func gradient(
    _ logits: NDArray<Double>, _ labels: NDArray<Int>
  ) -> NDArray<Double> {
    notImplemented()
  }
}
