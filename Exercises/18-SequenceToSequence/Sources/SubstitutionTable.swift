import CourseKit
import Foundation
import Text

/// The cheapest way to cut `target` into as many pieces as `source` has letters, each of 0 to 3 letters: piece k belongs to letter k.
///
/// - Parameter cost: of a letter and a piece. Of equally cheap ways the one whose *last* pieces are shorter.
/// - Returns: nil if the target is more than three times as long as the source.
public func aligned(
  _ source: [String], _ target: [String], cost: (String, [String]) -> Double
) -> [[String]]? {
  // A table as unit 15's of edit distances: row i, column j is the cheapest cost of the first i letters and the first j of the target,
  // with the length of the last piece; then walk back from the last corner.
  notImplemented()
}

/// The baseline of spelling: every letter always becomes the same letters, those that it was aligned with most often.
public struct SubstitutionTable {
  /// What each letter becomes.
  public private(set) var table: [String: [String]] = [:]

  /// Aligns the pairs, counts which piece each letter got, and aligns again with what that tells, `rounds` times.
  public init(_ pairs: [Pair], rounds: Int = 5) {
    // At first pieces of one letter are cheapest, and nothing is known of the letters.
    var cost: (String, [String]) -> Double = { _, piece in Double(abs(piece.count - 1)) }
    for _ in 0..<rounds {
      var counts: [String: [[String]: Int]] = [:]
      for pair in pairs {
        guard let pieces = aligned(pair.source, pair.target, cost: cost) else { continue }
        for (letter, piece) in zip(pair.source, pieces) {
          counts[letter, default: [:]][piece, default: 0] += 1
        }
      }
      table = counts.mapValues { mostFrequent($0) }
      let totals = counts.mapValues { Double($0.values.reduce(0, +)) }
      cost = { letter, piece in
        -log((Double(counts[letter]?[piece] ?? 0) + 0.01) / ((totals[letter] ?? 0) + 1))
      }
    }
  }

  /// Each letter by the table; an unknown one stays as it is.
  public func callAsFunction(_ source: [String]) -> [String] {
    notImplemented()
  }
}

/// The piece that was counted most often; of equally frequent ones the first in the order of letters.
public func mostFrequent(_ counts: [[String]: Int]) -> [String] {
  // `counts.sorted { … }` is a list of (key, value); a dictionary alone has another order in each run of the program.
  notImplemented()
}

/// The other baseline: the translation of the text that is nearest in letters; of equally near ones the first.
public func nearestTranslation(of source: [String], in pairs: [Pair]) -> [String] {
  // `editDistances(a, b)` of unit 15 is a table; the distance stands in its last corner. Lengths that differ by d need d changes.
  notImplemented()
}
