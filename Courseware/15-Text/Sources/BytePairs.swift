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
    // BEGIN SOLUTION
    var pieces = words.map { (pieces: $0.key.map(String.init) + ["_"], count: $0.value) }
    while merges.count < count {
      var counts: [Pair: Int] = [:]
      for word in pieces {
        for pair in zip(word.pieces, word.pieces.dropFirst()) {
          counts[Pair(pair), default: 0] += word.count
        }
      }
      let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
      guard let best, best.value >= 2 else { break }
      let pair = (best.key.first, best.key.second)
      merges.append(pair)
      for i in pieces.indices { pieces[i].pieces = BytePairs.join(pair, in: pieces[i].pieces) }
    }
    // STUB: // Count neighbouring pieces over all words, take the most frequent pair, join it everywhere; again.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// A word in pieces: its letters and `_`, joined by ``merges`` in their order.
  public func pieces(of word: String) -> [String] {
    // BEGIN SOLUTION
    merges.reduce(word.map(String.init) + ["_"]) { BytePairs.join($1, in: $0) }
    // END SOLUTION
  }

  /// `pieces` with every neighbouring occurrence of `pair` made one, from left to right.
  static func join(_ pair: (String, String), in pieces: [String]) -> [String] {
    // BEGIN SOLUTION
    var joined: [String] = []
    var i = 0
    while i < pieces.count {
      let isPair = i + 1 < pieces.count && pieces[i] == pair.0 && pieces[i + 1] == pair.1
      joined.append(isPair ? pair.0 + pair.1 : pieces[i])
      i += isPair ? 2 : 1
    }
    return joined
    // END SOLUTION
  }

  /// Two neighbouring pieces, as the key of a dictionary and in the order of the alphabet.
  struct Pair: Hashable, Comparable {
    let first, second: String

    init(_ pair: (String, String)) { (first, second) = pair }

    static func < (a: Pair, b: Pair) -> Bool { (a.first, a.second) < (b.first, b.second) }
  }
}
