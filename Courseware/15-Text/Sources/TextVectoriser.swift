import CourseKit
import Foundation
import NDArray

/// Turns texts into rows of weights, as scikit-learn's TfidfVectorizer does: counts, idf with the ones, rows of length 1.
public struct TextVectoriser: Sendable {
  /// The features that were seen in the texts it was fitted to.
  public let vocabulary: Vocabulary
  /// $\ln\frac{1 + n}{1 + \text{df}} + 1$ of each.
  public let idf: [Double]
  /// Whether 1 + ln n stands for the count n: the tenth *good* tells less than the first.
  public let isSublinear: Bool
  private let features: @Sendable (String) -> [String]

  /// Learns the vocabulary and the weights from `texts`; `features` makes words, pairs or n-grams of a text.
  public init(
    fitting texts: [String], isSublinear: Bool = false,
    features: @escaping @Sendable (String) -> [String]
  ) {
    // BEGIN SOLUTION
    var documents: [String: Int] = [:]
    for text in texts {
      for feature in Set(features(text)) { documents[feature, default: 0] += 1 }
    }
    vocabulary = Vocabulary(documents.keys.sorted())
    idf = vocabulary.words.map { log(Double(1 + texts.count) / Double(1 + documents[$0]!)) + 1 }
    self.isSublinear = isSublinear
    self.features = features
    // STUB: // Count for each feature the texts that have it; the vocabulary is in alphabetical order.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// A row for each text. Features never seen are left out; a text of nothing else is a row of zeros.
  public func transform(_ texts: [String]) -> SparseMatrix {
    // BEGIN SOLUTION
    var (rows, columns, values): ([Int], [Int], [Double]) = ([], [], [])
    for (row, text) in texts.enumerated() {
      var counts: [Int: Double] = [:]
      for position in vocabulary.positions(of: features(text)) { counts[position, default: 0] += 1 }
      let weights = counts.sorted { $0.key < $1.key }.map { column, count in
        (column, (isSublinear ? 1 + log(count) : count) * idf[column])
      }
      let length = weights.reduce(0) { $0 + $1.1 * $1.1 }.squareRoot()
      for (column, weight) in weights {
        rows.append(row)
        columns.append(column)
        values.append(weight / length)
      }
    }
    let shape = [texts.count, vocabulary.count]
    return SparseMatrix(shape, rows: rows, columns: columns, values: values)
    // STUB: // Count the known features of a text, weigh them, divide the row by its length; keep the columns in order.
    // STUB: notImplemented()
    // END SOLUTION
  }
}
