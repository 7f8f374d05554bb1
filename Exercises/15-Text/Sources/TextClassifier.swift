import Classification
import CourseKit
import NDArray

/// Unit 03's logistic regression on a sparse matrix, with the loss that scikit-learn minimises:
/// $\frac12\lVert w\rVert^2 + C\sum_iL_i$. The intercept is not punished.
public struct TextClassifier: Objective, Sendable {
  /// $w_0$, then a weight for each column: (columns + 1).
  public var parameters: NDArray<Double>
  /// How much the mistakes count beside the size of the weights.
  public let C: Double
  private let texts: SparseMatrix
  private let labels: NDArray<Double>

  /// A classifier that answers ½ to everything, to be fitted to `texts` and their `labels` 0 and 1.
  public init(_ texts: SparseMatrix, _ labels: NDArray<Int>, C: Double = 1) {
    (self.texts, self.labels, self.C) = (texts, labels.asType(Double.self), C)
    parameters = NDArray.zeros([texts.shape[1] + 1])
  }

  /// The loss at `point` (columns + 1).
  public func value(at point: NDArray<Double>) -> Double {
    // Unit 03's LogLoss has values(_:_:) and gradient(_:_:) of logits and labels, at logits of ±1000 too.
    notImplemented()
  }

  /// The gradient of the loss at `point`: $dw = w + C\,X^Tdz$, $dw_0 = C\sum dz$ with $dz_i = \sigma(z_i) - y_i$.
  public func gradient(at point: NDArray<Double>) -> NDArray<Double> {
    notImplemented()
  }

  /// Walks to the minimum with unit 03's L-BFGS.
  public mutating func fit(steps: Int = 300) {
    parameters = LBFGS(steps: steps, tolerance: 1e-5).minimise(self, from: parameters).point
  }

  /// The logit of each row of `texts`: above 0 it is taken for class 1.
  public func logits(_ texts: SparseMatrix) -> NDArray<Double> {
    texts.dot(parameters[1...]) + parameters[0]
  }
}
