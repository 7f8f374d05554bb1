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
    // Count for each feature the texts that have it; the vocabulary is in alphabetical order.
    notImplemented()
  }

  /// A row for each text. Features never seen are left out; a text of nothing else is a row of zeros.
  public func transform(_ texts: [String]) -> SparseMatrix {
    // Count the known features of a text, weigh them, divide the row by its length; keep the columns in order.
    notImplemented()
  }
}
