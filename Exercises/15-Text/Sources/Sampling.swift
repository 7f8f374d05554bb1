import CourseKit
import Foundation
import NDArray

/// The chance that an occurrence of each word is *kept*, $\min\left(1, \sqrt{t/f}\right)$, for the shares $f$ that `counts` (words) have of all tokens.
///
/// *the* is next to everything and tells nothing of it; most of its occurrences are dropped before the windows are cut. (Mikolov et al. 2013
/// print the chance of being dropped, $1 - \sqrt{t/f}$.) A word that does not occur is kept.
public func keepProbabilities(_ counts: NDArray<Double>, threshold t: Double) -> NDArray<Double> {
  notImplemented()
}

/// The chance of each word to be drawn as noise: its count to the power ¾, over the sum of all. So rare words come a little more
/// often than they stand in the text.
public func noiseProbabilities(_ counts: NDArray<Double>) -> NDArray<Double> {
  notImplemented()
}

/// `count` words for each of `targets` (n), drawn in the proportion of `probabilities` (words), none of them the target of its row: (n, count).
///
/// The target is the one right answer; as a negative it would be told to be wrong, too. What is drawn by mistake is drawn anew,
/// so at least two words need a chance.
public func negatives(
  for targets: NDArray<Int>, count: Int, _ probabilities: NDArray<Double>,
  using generator: inout Generator
) -> NDArray<Int> {
  precondition(
    probabilities.elements.count { $0 > 0 } > 1,
    "negatives: one word only has a chance, and a target's negatives have to be others")
  // `ends.searchSorted(x, side: .right)` of the cumulated probabilities finds the word in whose stretch x lies.
  notImplemented()
}
