import CourseKit
import NDArray

/// Softmax regression: a linear score for each of $K$ classes, the largest wins (the lecture's
/// multinomial regression).
///
/// Objects are rows, so the weights of a class are a *column* and the scores are $XW + b$. The lecture notes
/// write the weights of a class as a row of $W \in \mathbb R^{K\times d}$: the transpose of this.
public struct SoftmaxRegression: LinearModel {
  /// Row 0 the intercepts $b$, below them $W$: (features + 1, classes).
  public var parameters: NDArray<Double>

  /// $\lambda$ of the penalty $\frac\lambda2\sum W_{jk}^2$; the intercepts are not punished.
  public var penalty: Double

  /// A model that finds all classes equally likely: all parameters are 0.
  public init(features: Int, classes: Int, penalty: Double = 0) {
    parameters = NDArray.zeros([features + 1, classes])
    self.penalty = penalty
  }

  /// $Z = XW + b$: `features` (objects, features) → (objects, classes).
  public func logits(_ features: NDArray<Double>) -> NDArray<Double> {
    notImplemented()
  }

  /// The probability of each class for each object: (objects, classes).
  public func probabilities(_ features: NDArray<Double>) -> NDArray<Double> {
    softmax(logits(features))
  }

  /// $\arg\max_kz_k$ for each object: (objects).
  public func predictions(_ features: NDArray<Double>) -> NDArray<Int> {
    notImplemented()
  }

  /// The gradients by the parameters (features + 1, classes) and by the input (objects, features),
  /// from `dLogits` (objects, classes), the gradient by the logits of `features`.
  ///
  /// $db = \sum_idZ_i$, $dW = X^TdZ$, $dX = dZ\,W^T$.
  public func backward(
    _ dLogits: NDArray<Double>, _ features: NDArray<Double>
  ) -> (parameters: NDArray<Double>, input: NDArray<Double>) {
    notImplemented()
  }

  /// $\frac1n\sum_iL_i + \frac\lambda2\sum W_{jk}^2$ for labels from 0 to K − 1.
  public func loss(_ features: NDArray<Double>, _ labels: NDArray<Int>) -> Double {
    notImplemented()
  }

  /// The gradient of `loss` by the parameters, (features + 1, classes).
  public func gradient(_ features: NDArray<Double>, _ labels: NDArray<Int>) -> NDArray<Double> {
    notImplemented()
  }
}
