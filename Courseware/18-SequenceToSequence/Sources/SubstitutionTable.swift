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
  // BEGIN SOLUTION
  // best[i][j]: the cheapest way to give the first j letters of the target to the first i of the source, and the length of its last piece.
  var best: [[(cost: Double, piece: Int)]] = [
    (0...target.count).map { ($0 == 0 ? 0 : .infinity, 0) }
  ]
  for (i, letter) in source.enumerated() {
    best.append(
      (0...target.count).map { j in
        let ways = (0...min(3, j)).map { length in
          (
            cost: best[i][j - length].cost + cost(letter, Array(target[(j - length)..<j])),
            piece: length
          )
        }
        return ways.min { $0.cost < $1.cost }!
      })
  }
  guard best[source.count][target.count].cost < .infinity else { return nil }
  var (pieces, j): ([[String]], Int) = ([], target.count)
  for i in source.indices.reversed() {
    let length = best[i + 1][j].piece
    pieces.append(Array(target[(j - length)..<j]))
    j -= length
  }
  return pieces.reversed()
  // STUB: // A table as unit 15's of edit distances: row i, column j is the cheapest cost of the first i letters and the first j of the target,
  // STUB: // with the length of the last piece; then walk back from the last corner.
  // STUB: notImplemented()
  // END SOLUTION
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
    // BEGIN SOLUTION
    source.flatMap { table[$0] ?? [$0] }
    // END SOLUTION
  }
}

/// The piece that was counted most often; of equally frequent ones the first in the order of letters.
public func mostFrequent(_ counts: [[String]: Int]) -> [String] {
  // BEGIN SOLUTION
  let inOrder = counts.sorted { $0.key.joined() < $1.key.joined() }
  return inOrder.max { $0.value < $1.value }?.key ?? []
  // STUB: // `counts.sorted { … }` is a list of (key, value); a dictionary alone has another order in each run of the program.
  // STUB: notImplemented()
  // END SOLUTION
}

/// The other baseline: the translation of the text that is nearest in letters; of equally near ones the first.
public func nearestTranslation(of source: [String], in pairs: [Pair]) -> [String] {
  // BEGIN SOLUTION
  var best = (distance: Int.max, target: [String]())
  for pair in pairs where abs(pair.source.count - source.count) < best.distance {
    let distance = editDistances(source, pair.source)[source.count][pair.source.count]
    if distance < best.distance { best = (distance, pair.target) }
  }
  return best.target
  // STUB: // `editDistances(a, b)` of unit 15 is a table; the distance stands in its last corner. Lengths that differ by d need d changes.
  // STUB: notImplemented()
  // END SOLUTION
}
