import CourseKit
import NDArray

/// The words that a model knows, each with its position.
///
/// A word never seen has no position. ``positions(of:)`` leaves it out; ``code(of:)`` writes 0 for it.
public struct Vocabulary: Sendable {
  /// The words by position.
  public let words: [String]
  private let positions: [String: Int]

  /// These words, each once, in the order in which they first come.
  public init(_ words: [String]) {
    var positions: [String: Int] = [:]
    self.words = words.filter { positions.updateValue(0, forKey: $0) == nil }
    for (i, word) in self.words.enumerated() { positions[word] = i }
    self.positions = positions
  }

  /// The words that occur at least `least` times, the most frequent first; equally frequent ones by the alphabet (`<`).
  public init(counting tokens: some Sequence<String>, atLeast least: Int = 1) {
    // BEGIN SOLUTION
    var counts: [String: Int] = [:]
    for token in tokens { counts[token, default: 0] += 1 }
    let kept = counts.filter { $0.value >= least }
    self.init(kept.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key))
    // STUB: // Count in a dictionary, sort its pairs, and hand the words to self.init(_:).
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// How many words there are.
  public var count: Int { words.count }

  /// The position of a word, from 0, or nil when it was never seen.
  public subscript(word: String) -> Int? { positions[word] }

  /// The positions of the tokens in their order; what was never seen is left out.
  public func positions(of tokens: [String]) -> [Int] {
    // BEGIN SOLUTION
    tokens.compactMap { positions[$0] }
    // END SOLUTION
  }

  /// The dictionary code of the lecture: each token's position counted from 1, and 0 for a token never seen.
  public func code(of tokens: [String]) -> [Int] {
    // BEGIN SOLUTION
    tokens.map { (positions[$0] ?? -1) + 1 }
    // END SOLUTION
  }

  /// How often each word occurs in `tokens`, by position: (words).
  public func counts(of tokens: [String]) -> NDArray<Double> {
    // BEGIN SOLUTION
    var counts = [Double](repeating: 0, count: count)
    for position in positions(of: tokens) { counts[position] += 1 }
    return NDArray(counts)
    // END SOLUTION
  }
}
