import CourseKit
import NDArray

/// Logistic regression: a neuron whose activation is the sigmoid,
/// $P(y = 1\mid x) = \sigma(w_0 + w_1x_1 + \dots + w_dx_d)$.
public struct LogisticRegression: LinearModel {
  /// $w_0$, then a weight for each feature: (features + 1).
  public var parameters: NDArray<Double>

  /// $\lambda$ of the penalty $\frac\lambda2\sum_{j\ge1}w_j^2$. The intercept is not punished: moving
  /// the boundary is no excess.
  public var penalty: Double

  /// A model that answers ½ to everything: all parameters are 0.
  public init(features: Int, penalty: Double = 0) {
    parameters = NDArray.zeros([features + 1])
    self.penalty = penalty
  }

  /// $z = Xw + w_0$: `features` (objects, features) → (objects).
  public func logits(_ features: NDArray<Double>) -> NDArray<Double> {
    notImplemented()
  }

  /// $P(y = 1\mid x)$ for each object: (objects, features) → (objects).
  public func probabilities(_ features: NDArray<Double>) -> NDArray<Double> {
    sigmoid(logits(features))
  }

  /// Class 1 where its probability reaches the threshold $\gamma$, else class 0: (objects).
  public func predictions(
    _ features: NDArray<Double>, threshold: Double = 0.5
  ) -> NDArray<Int> {
    notImplemented()
  }

  /// The gradients by the parameters (features + 1) and by the input (objects, features), from
  /// `dLogits` (objects), the gradient by the logits of `features`.
  ///
  /// $dw_0 = \sum_i dz_i$, $dw = X^Tdz$, $dX_{ij} = dz_iw_j$.
  public func backward(
    _ dLogits: NDArray<Double>, _ features: NDArray<Double>
  ) -> (parameters: NDArray<Double>, input: NDArray<Double>) {
    notImplemented()
  }

  /// $\frac1n\sum_iL_i + \frac\lambda2\sum_{j\ge1}w_j^2$ for labels 0 and 1.
  public func loss(_ features: NDArray<Double>, _ labels: NDArray<Int>) -> Double {
    notImplemented()
  }

  /// The gradient of `loss` by the parameters, (features + 1).
  public func gradient(_ features: NDArray<Double>, _ labels: NDArray<Int>) -> NDArray<Double> {
    // dLogits is the gradient of the mean, so divide by n before `backward`;
    // then add the gradient of the penalty to the part of the weights.
    notImplemented()
  }
}
