import CourseKit
import Foundation

/// How often each run of n words stands in a text.
public func nGramCounts(_ words: [String], _ n: Int) -> [[String]: Int] {
  // BEGIN SOLUTION
  var counts: [[String]: Int] = [:]
  for start in 0..<max(0, words.count - n + 1) {
    counts[Array(words[start..<(start + n)]), default: 0] += 1
  }
  return counts
  // STUB: // `counts[key, default: 0] += 1` makes the entry where it is missing. A text of fewer than n words has none.
  // STUB: notImplemented()
  // END SOLUTION
}

/// Clipped matches: of a candidate's runs of n words those that a reference has, each counted at most as often as in the reference that has it most
/// often; and how many runs the candidate has in all.
public func clippedMatches(
  _ candidate: [String], _ references: [[String]], _ n: Int
) -> (matched: Int, total: Int) {
  // BEGIN SOLUTION
  let counts = nGramCounts(candidate, n)
  let allowed = references.map { nGramCounts($0, n) }
  let matched = counts.map { run, count in
    min(count, allowed.map { $0[run] ?? 0 }.max() ?? 0)
  }
  return (matched.reduce(0, +), counts.values.reduce(0, +))
  // STUB: // `.map { run, count in … }` goes through the pairs of a dictionary; `list.max() ?? 0`.
  // STUB: notImplemented()
  // END SOLUTION
}

/// The reference length nearest to the candidate's; of two equally near ones the shorter.
public func closestLength(_ candidate: Int, _ references: [Int]) -> Int {
  // BEGIN SOLUTION
  references.sorted().min { abs($0 - candidate) < abs($1 - candidate) } ?? 0
  // STUB: // `list.min { … }` takes the first of equally small ones.
  // STUB: notImplemented()
  // END SOLUTION
}

/// 1 for candidates that are as long as the references or longer, else $e^{1 - r/c}$; 0 if nothing was written.
public func brevityPenalty(candidate c: Int, reference r: Int) -> Double {
  // BEGIN SOLUTION
  if c == 0 { return 0 }
  return c >= r ? 1 : exp(1 - Double(r) / Double(c))
  // END SOLUTION
}

/// BLEU (Papineni et al. 2002) of a whole set of texts: the brevity penalty of the lengths together times the geometric mean of the clipped
/// precisions of runs of 1 … `longest` words, matches and runs added up over all texts *before* they are divided.
///
/// 0 as soon as one of the precisions is 0, or no candidate is as long as `longest`; nothing is smoothed.
public func bleu(
  _ candidates: [[String]], _ references: [[[String]]], longest: Int = 4
) -> Double {
  // BEGIN SOLUTION
  var logarithms = 0.0
  for n in 1...longest {
    let counts = zip(candidates, references).map { clippedMatches($0, $1, n) }
    let matched = counts.reduce(0) { $0 + $1.matched }
    let total = counts.reduce(0) { $0 + $1.total }
    if matched == 0 { return 0 }
    logarithms += log(Double(matched) / Double(total)) / Double(longest)
  }
  let written = candidates.reduce(0) { $0 + $1.count }
  let wanted = zip(candidates, references).reduce(0) {
    $0 + closestLength($1.0.count, $1.1.map(\.count))
  }
  return brevityPenalty(candidate: written, reference: wanted) * exp(logarithms)
  // STUB: // For each n: all matches over all runs. The mean of the logarithms is the logarithm of the geometric mean. Lengths: of all candidates
  // STUB: // together, and of the closest references together.
  // STUB: notImplemented()
  // END SOLUTION
}
