import CourseKit

/// Pieces of words that are neither letters nor endings of a list, but learned: again and again the most frequent pair of
/// neighbours is made one piece. (Sennrich et al. 2016)
///
/// `_` marks the end of a word. With enough pieces a frequent word is one, and a word never seen is still several known ones.
public struct BytePairs: Sendable {
  /// The pairs in the order in which they were joined.
  public private(set) var merges: [(String, String)] = []

  /// Learns `count` pairs from words and how often each occurs; fewer when no pair occurs twice.
  ///
  /// Every two neighbours count, so *aaa* has a + a twice. Of equally frequent pairs the first by the alphabet goes first: by the
  /// first piece (`<`), then by the second.
  public init(_ words: [String: Int], count: Int) {
    // Count neighbouring pieces over all words, take the most frequent pair, join it everywhere; again.
    notImplemented()
  }

  /// A word in pieces: its letters and `_`, joined by ``merges`` in their order.
  public func pieces(of word: String) -> [String] {
    notImplemented()
  }

  /// `pieces` with every neighbouring occurrence of `pair` made one, from left to right.
  static func join(_ pair: (String, String), in pieces: [String]) -> [String] {
    notImplemented()
  }

  /// Two neighbouring pieces, as the key of a dictionary and in the order of the alphabet.
  struct Pair: Hashable, Comparable {
    let first, second: String

    init(_ pair: (String, String)) { (first, second) = pair }

    static func < (a: Pair, b: Pair) -> Bool { (a.first, a.second) < (b.first, b.second) }
  }
}
