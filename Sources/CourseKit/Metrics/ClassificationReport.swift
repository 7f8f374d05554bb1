import Foundation
import NDArray

/// Precision, recall and F1 of every class, and what they come to together; printed as scikit-learn prints its
/// `classification_report`.
///
/// ```swift
/// let report = ClassificationReport(actual: test.targets, predicted: labels, classNames: iris.classNames)
/// print(report)
/// ```
///
/// Where a class was never predicted its precision is 0/0, and where it never occurred its recall: both count
/// as 0, and so does F1 when both are 0, as in scikit-learn.
public struct ClassificationReport: Sendable, Equatable {
  /// The measures of one class, or of several together.
  public struct Row: Sendable, Equatable {
    /// The class, or what the average is called.
    public let name: String
    /// Of the objects predicted to be in the class, the share that are.
    public let precision: Double
    /// Of the objects in the class, the share that were predicted to be.
    public let recall: Double
    /// The harmonic mean of both, 2TP / (2TP + FP + FN).
    public let f1: Double
    /// The number of objects in the class.
    public let support: Int
  }

  /// One row a class.
  public let classes: [Row]
  /// The share of right predictions.
  public let accuracy: Double
  /// The plain mean over the classes.
  public let macroAverage: Row
  /// The mean over the classes, each weighted by its support.
  public let weightedAverage: Row

  /// Compares `predicted` labels with `actual` ones; without `classNames` the classes are 0 … the largest label.
  public init(actual: NDArray<Int>, predicted: NDArray<Int>, classNames: [String]? = nil) {
    self.init(ConfusionMatrix(actual: actual, predicted: predicted, classNames: classNames))
  }

  /// The measures of a confusion matrix.
  public init(_ matrix: ConfusionMatrix) {
    let counts = matrix.counts
    let (support, predicted) = (counts.sum(axis: 1).elements, counts.sum(axis: 0).elements)
    let hits = support.indices.map { (k: Int) -> Int in counts[k, k] }
    let total = support.reduce(0, +)
    classes = support.indices.map { k in
      Row(
        name: matrix.classNames[k], precision: share(hits[k], predicted[k]),
        recall: share(hits[k], support[k]), f1: share(2 * hits[k], predicted[k] + support[k]),
        support: support[k])
    }
    accuracy = share(hits.reduce(0, +), total)
    macroAverage = Row("macro avg", of: classes, weights: classes.map { _ in 1 })
    weightedAverage = Row("weighted avg", of: classes, weights: support)
  }
}

/// `part` / `whole`, 0 of nothing.
private func share(_ part: Int, _ whole: Int) -> Double {
  whole == 0 ? 0 : Double(part) / Double(whole)
}

extension ClassificationReport.Row {
  fileprivate init(_ name: String, of rows: [Self], weights: [Int]) {
    let total = weights.reduce(0, +)
    func mean(_ measure: KeyPath<Self, Double>) -> Double {
      guard total > 0 else { return 0 }
      return zip(rows, weights).reduce(0) { $0 + $1.0[keyPath: measure] * Double($1.1) }
        / Double(total)
    }
    self.init(
      name: name, precision: mean(\.precision), recall: mean(\.recall), f1: mean(\.f1),
      support: rows.reduce(0) { $0 + $1.support })
  }
}

extension ClassificationReport: CustomStringConvertible {
  /// The table with two digits.
  public var description: String { text() }

  /// The table with this many digits after the point.
  public func text(digits: Int = 2) -> String {
    let average = weightedAverage
    let names = classes.map(\.name) + [average.name]
    let width = max(names.map(\.count).max()!, digits)
    func line(_ name: String, _ cells: [String]) -> String {
      "\(name.padded(to: width)) " + cells.map { " " + $0.padded(to: 9) }.joined()
    }
    func number(_ value: Double) -> String { String(format: "%.\(digits)f", value) }
    func line(_ row: Row) -> String {
      line(row.name, [row.precision, row.recall, row.f1].map(number) + ["\(row.support)"])
    }
    var lines = [line("", ["precision", "recall", "f1-score", "support"]), ""]
    lines += classes.map(line)
    lines += ["", line("accuracy", ["", "", number(accuracy), "\(average.support)"])]
    lines += [line(macroAverage), line(average), ""]
    return lines.joined(separator: "\n")
  }
}
