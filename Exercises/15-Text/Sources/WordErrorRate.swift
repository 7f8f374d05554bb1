import CourseKit

/// The fewest changes that make one sequence of another, by kind.
public struct Edits: Equatable, Sendable {
  /// Something else in the place of an element.
  public var substitutions = 0
  /// An element too many.
  public var insertions = 0
  /// An element that is missing.
  public var deletions = 0

  /// Counts of each kind.
  public init(substitutions: Int = 0, insertions: Int = 0, deletions: Int = 0) {
    (self.substitutions, self.insertions) = (substitutions, insertions)
    self.deletions = deletions
  }

  /// All together: the edit distance.
  public var count: Int { substitutions + insertions + deletions }
}

/// The table of edit distances: row i, column j is the distance of the first i elements of `reference` and the first j of
/// `hypothesis`. (Levenshtein 1965)
public func editDistances<Element: Equatable>(
  _ reference: [Element], _ hypothesis: [Element]
) -> [[Int]] {
  // From above: a deletion. From the left: an insertion. From the corner: the same element, or a substitution.
  notImplemented()
}

/// The edits of one shortest way from `reference` to `hypothesis`, walked back from the last corner of the table. Where ways are
/// equally short, the diagonal goes first, then the deletion.
public func edits<Element: Equatable>(_ reference: [Element], _ hypothesis: [Element]) -> Edits {
  notImplemented()
}

/// The word error rate: edits over the number of words that were said, $\frac{S + I + D}{N}$. It may be more than 1. Words are
/// those of ``tokens(_:)``.
///
/// Where nothing was said, it is 0 if nothing was heard and infinite otherwise.
public func wordErrorRate(_ reference: String, _ hypothesis: String) -> Double {
  notImplemented()
}
