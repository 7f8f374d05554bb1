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
    // BEGIN SOLUTION
    features.dot(weights) + intercept
    // END SOLUTION
  }

  /// The probability of each class for each object: (objects, classes).
  public func probabilities(_ features: NDArray<Double>) -> NDArray<Double> {
    softmax(logits(features))
  }

  /// $\arg\max_kz_k$ for each object: (objects).
  public func predictions(_ features: NDArray<Double>) -> NDArray<Int> {
    // BEGIN SOLUTION
    logits(features).argMax(axis: 1)
    // END SOLUTION
  }

  /// The gradients by the parameters (features + 1, classes) and by the input (objects, features),
  /// from `dLogits` (objects, classes), the gradient by the logits of `features`.
  ///
  /// $db = \sum_idZ_i$, $dW = X^TdZ$, $dX = dZ\,W^T$.
  public func backward(
    _ dLogits: NDArray<Double>, _ features: NDArray<Double>
  ) -> (parameters: NDArray<Double>, input: NDArray<Double>) {
    // BEGIN SOLUTION
    let dIntercept = dLogits.sum(axis: 0, keepDims: true)
    let dWeights = features.T.dot(dLogits)
    let dInput = dLogits.dot(weights.T)
    return (concatenated([dIntercept, dWeights]), dInput)
    // END SOLUTION
  }

  /// $\frac1n\sum_iL_i + \frac\lambda2\sum W_{jk}^2$ for labels from 0 to K − 1.
  public func loss(_ features: NDArray<Double>, _ labels: NDArray<Int>) -> Double {
    // BEGIN SOLUTION
    let losses = CrossEntropy.values(logits(features), labels)
    return losses.mean() + penalty / 2 * square(weights).sum()
    // END SOLUTION
  }

  /// The gradient of `loss` by the parameters, (features + 1, classes).
  public func gradient(_ features: NDArray<Double>, _ labels: NDArray<Int>) -> NDArray<Double> {
    // BEGIN SOLUTION
    let dLogits = CrossEntropy.gradient(logits(features), labels)
    var gradient = backward(dLogits / Double(labels.count), features).parameters
    gradient[1...] += penalty * weights
    return gradient
    // END SOLUTION
  }
}
