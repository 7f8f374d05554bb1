import CourseKit
import NDArray

/// How often each class was taken for each other, and the measures that follow (first lecture on neural systems).
///
/// For a class, the diagonal element is its true positives (TP), the rest of its column its false
/// positives (FP), the rest of its row its false negatives (FN).
public struct ConfusionMatrix: Sendable {
  /// Row: the actual class; column: the predicted class. (classes, classes)
  public let counts: NDArray<Int>

  /// The matrix with these counts, (classes, classes).
  public init(counts: NDArray<Int>) {
    self.counts = counts
  }

  /// Counts pairs of classes, each from 0 to `classes` − 1; `actual` and `predicted` are (objects).
  public init(actual: NDArray<Int>, predicted: NDArray<Int>, classes: Int) {
    notImplemented()
  }

  /// The share of right answers: the diagonal over everything.
  public var accuracy: Double {
    notImplemented()
  }

  /// TP / (TP + FP) for each class: how far its name can be trusted. 0 for a class never predicted.
  public var precision: NDArray<Double> {
    notImplemented()
  }

  /// TP / (TP + FN) for each class: how many of its objects were found. 0 for a class without any.
  public var recall: NDArray<Double> {
    notImplemented()
  }

  /// The harmonic mean of precision and recall, $\frac{2PR}{P + R}$, for each class; 0 where both are.
  public var f1: NDArray<Double> {
    notImplemented()
  }

  /// How many objects each class has, (classes).
  public var support: NDArray<Double> {
    counts.sum(axis: 1).asType(Double.self)
  }

  /// The mean over the classes, each counting the same.
  public func macroAverage(_ measure: NDArray<Double>) -> Double {
    notImplemented()
  }

  /// The mean over the classes, each counting as often as it has objects.
  public func weightedAverage(_ measure: NDArray<Double>) -> Double {
    notImplemented()
  }

  /// The diagonal, (classes).
  var truePositives: NDArray<Double> {
    let classes = NDArray.arange(counts.shape[0])
    return counts[classes, classes].asType(Double.self)
  }

  /// `numerator / denominator`, and 0 where the denominator is 0.
  private func ratio(_ numerator: NDArray<Double>, _ denominator: NDArray<Double>) -> NDArray<
    Double
  > {
    which(denominator .== 0, 0, numerator / which(denominator .== 0, 1, denominator))
  }
}
