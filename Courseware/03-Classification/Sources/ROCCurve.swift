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
    // BEGIN SOLUTION
    let ranked = zip(scores.elements, labels.elements).sorted { $0.0 > $1.0 }
    let positives = Double(labels.sum())
    let negatives = Double(labels.count) - positives
    var (truePositives, falsePositives) = (0.0, 0.0)
    var (across, up) = ([0.0], [0.0])
    for (i, (score, label)) in ranked.enumerated() {
      if label == 1 { truePositives += 1 } else { falsePositives += 1 }
      let isLastOfEqual = i + 1 == ranked.count || ranked[i + 1].0 != score
      if isLastOfEqual {
        across.append(falsePositives / negatives)
        up.append(truePositives / positives)
      }
    }
    (falsePositiveRate, truePositiveRate) = (across, up)
    // STUB: // Sort the pairs of score and label, highest score first; go down, counting; append to the
    // STUB: // two rates after each *distinct* score.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// The area under the curve, by trapezoids: the chance that an object of class 1 has a higher score
  /// than one of class 0 (ties count half).
  public var area: Double {
    // BEGIN SOLUTION
    var area = 0.0
    for i in 1..<falsePositiveRate.count {
      let width = falsePositiveRate[i] - falsePositiveRate[i - 1]
      area += width * (truePositiveRate[i] + truePositiveRate[i - 1]) / 2
    }
    return area
    // END SOLUTION
  }
}
