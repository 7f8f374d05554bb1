import CourseKit
import NDArray

/// Softmax and cross-entropy in one piece: together their gradient is just $p - y$.
///
/// $L = -\frac1n\sum_i \ln p_{i,y_i}$ with $p = \operatorname{softmax}(z)$ along each row.
public final class SoftmaxCrossEntropy<Element: NDFloat> {
  private var cache: (probabilities: NDArray<Element>, labels: NDArray<Int>)?

  public init() {}

  /// The mean loss of `logits` (objects, classes) for the right classes `labels` (objects).
  public func forward(_ logits: NDArray<Element>, _ labels: NDArray<Int>) -> Element {
    // Keep the probabilities and the labels in `cache`. Take the logarithm before the
    // division: ln p = z − max − ln Σ exp(z − max) stays finite where p rounds to 0.
    notImplemented()
  }

  /// $\partial L/\partial z = (p - y)/n$, where y is 1 at the right class and 0 elsewhere.
  public func backward() -> NDArray<Element> {
    guard let (probabilities, labels) = cache else {
      fatalError("SoftmaxCrossEntropy.backward: no forward pass came before")
    }
    _ = (probabilities, labels)
    notImplemented()
  }
}

/// $e^{z_k}/\sum_j e^{z_j}$ along each row; each row is first shifted by its maximum, which changes
/// nothing but keeps exp from overflowing.
public func softmax<Element: NDFloat>(_ logits: NDArray<Element>) -> NDArray<Element> {
  notImplemented()
}

/// $L = \frac1{2n}\sum_i \lVert \hat y_i - y_i\rVert^2$: the half makes the gradient $\hat y - y$.
public final class SquaredError<Element: NDFloat> {
  private var difference: NDArray<Element>?

  public init() {}

  /// The loss of `prediction` against `target`, both (objects, outputs).
  public func forward(_ prediction: NDArray<Element>, _ target: NDArray<Element>) -> Element {
    // Keep ŷ − y in `self.difference`.
    notImplemented()
  }

  /// $(\hat y - y)/n$
  public func backward() -> NDArray<Element> {
    guard let difference else { fatalError("SquaredError.backward: no forward pass came before") }
    _ = difference
    notImplemented()
  }
}
