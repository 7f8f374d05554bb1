import CourseKit
import NDArray

/// What every threshold $\gamma$ at once would give: the share of class 1 found against the share of
/// class 0 wrongly accused.
public struct ROCCurve: Sendable {
  /// False positives / all of class 0, from 0 to 1.
  public let falsePositiveRate: [Double]

  /// True positives / all of class 1, from 0 to 1.
  public let truePositiveRate: [Double]

  /// Lowers the threshold through all values of `scores` (objects), highest first, and counts who is
  /// taken for class 1; `labels` (objects) are 0 and 1, and both occur.
  ///
  /// Objects with equal scores pass together. Begins at (0, 0), where nobody has passed.
  public init(scores: NDArray<Double>, labels: NDArray<Int>) {
    // Sort the pairs of score and label, highest score first; go down, counting; append to the
    // two rates after each *distinct* score.
    notImplemented()
  }

  /// The area under the curve, by trapezoids: the chance that an object of class 1 has a higher score
  /// than one of class 0 (ties count half).
  public var area: Double {
    notImplemented()
  }
}
