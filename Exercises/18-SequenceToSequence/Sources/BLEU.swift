import CourseKit
import Foundation

/// How often each run of n words stands in a text.
public func nGramCounts(_ words: [String], _ n: Int) -> [[String]: Int] {
  // `counts[key, default: 0] += 1` makes the entry where it is missing. A text of fewer than n words has none.
  notImplemented()
}

/// Clipped matches: of a candidate's runs of n words those that a reference has, each counted at most as often as in the reference that has it most
/// often; and how many runs the candidate has in all.
public func clippedMatches(
  _ candidate: [String], _ references: [[String]], _ n: Int
) -> (matched: Int, total: Int) {
  // `.map { run, count in … }` goes through the pairs of a dictionary; `list.max() ?? 0`.
  notImplemented()
}

/// The reference length nearest to the candidate's; of two equally near ones the shorter.
public func closestLength(_ candidate: Int, _ references: [Int]) -> Int {
  // `list.min { … }` takes the first of equally small ones.
  notImplemented()
}

/// 1 for candidates that are as long as the references or longer, else $e^{1 - r/c}$; 0 if nothing was written.
public func brevityPenalty(candidate c: Int, reference r: Int) -> Double {
  notImplemented()
}

/// BLEU (Papineni et al. 2002) of a whole set of texts: the brevity penalty of the lengths together times the geometric mean of the clipped
/// precisions of runs of 1 … `longest` words, matches and runs added up over all texts *before* they are divided.
///
/// 0 as soon as one of the precisions is 0, or no candidate is as long as `longest`; nothing is smoothed.
public func bleu(
  _ candidates: [[String]], _ references: [[[String]]], longest: Int = 4
) -> Double {
  // For each n: all matches over all runs. The mean of the logarithms is the logarithm of the geometric mean. Lengths: of all candidates
  // together, and of the closest references together.
  notImplemented()
}
