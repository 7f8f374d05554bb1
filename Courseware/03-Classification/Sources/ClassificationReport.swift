import CourseKit
import Foundation
import NDArray

/// Precision, recall, F1 and support of each class and on average, printed as scikit-learn's
/// `classification_report` prints them.
public struct ClassificationReport: CustomStringConvertible, Sendable {
  public var matrix: ConfusionMatrix
  public var names: [String]

  /// Digits after the point.
  public var digits: Int

  public init(_ matrix: ConfusionMatrix, names: [String], digits: Int = 2) {
    (self.matrix, self.names, self.digits) = (matrix, names, digits)
  }

  public var description: String {
    // BEGIN SOLUTION
    let measures = [matrix.precision, matrix.recall, matrix.f1]
    let total = Int(matrix.support.sum())
    var lines = [line("", ["precision", "recall", "f1-score", "support"]), ""]
    for (k, name) in names.enumerated() {
      lines.append(line(name, measures.map { number($0[k]) } + ["\(Int(matrix.support[k]))"]))
    }
    lines += ["", line("accuracy", ["", "", number(matrix.accuracy), "\(total)"])]
    let macro = measures.map { number(matrix.macroAverage($0)) }
    let weighted = measures.map { number(matrix.weightedAverage($0)) }
    lines.append(line("macro avg", macro + ["\(total)"]))
    lines.append(line("weighted avg", weighted + ["\(total)"]))
    return lines.joined(separator: "\n") + "\n"
    // STUB: // The header, an empty line, a line for each class, an empty line, then accuracy, macro
    // STUB: // avg and weighted avg; every line by `line`, every measure by `number`, each line ended.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// A name and four cells of nine characters, all flush right.
  private func line(_ name: String, _ cells: [String]) -> String {
    let width = (names + ["weighted avg"]).map(\.count).max() ?? 0
    return right(name, width) + " " + cells.map { " " + right($0, 9) }.joined()
  }

  private func number(_ value: Double) -> String {
    String(format: "%.\(digits)f", value)
  }

  private func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
