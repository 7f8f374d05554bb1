import CourseKit
import Foundation
import NDArray

/// Counts instead of weights: how often each token followed each sequence of `back` tokens.
///
/// $$p(k \mid \text{context}) = \frac{\text{count of }k\text{ after the context} + a}{\text{count of the context} + aK}.$$
///
/// `back` 0 are the shares of the tokens alone, 1 is the bigram model.
public struct NGram: Sendable {
  public let back, kinds: Int
  /// What is added to each count, so that nothing is impossible.
  public let added: Double
  private var counts: [Int: [Int]] = [:]

  /// Counts in `tokens`, from the first one that has `back` others before it. A text without such a token teaches nothing.
  public init(_ tokens: NDArray<Int>, kinds: Int, back: Int, added: Double = 0.1) {
    (self.kinds, self.back, self.added) = (kinds, back, added)
    let tokens = tokens.elements
    // BEGIN SOLUTION
    for i in tokens.indices.dropFirst(back) {
      counts[context(tokens[(i - back)..<i]), default: Array(repeating: 0, count: kinds)][
        tokens[i]] += 1
    }
    // STUB: // For each i of tokens.indices.dropFirst(back): one more in counts[context(tokens[(i - back)..<i])] at the place tokens[i].
    // STUB: _ = tokens
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// The tokens of a context as one number.
  private func context(_ tokens: ArraySlice<Int>) -> Int { tokens.reduce(0) { $0 * kinds + $1 } }

  /// The probability of each kind after `context`, of which the last `back` count. An unseen context makes all alike, also where
  /// nothing is added.
  public func probabilities(after context: [Int]) -> NDArray<Double> {
    // BEGIN SOLUTION
    let row =
      counts[self.context(context.suffix(back))] ?? Array(repeating: 1, count: kinds)
    let total = Double(row.reduce(0, +)) + added * Double(kinds)
    return NDArray(row.map { (Double($0) + added) / total })
    // END SOLUTION
  }

  /// The mean of −ln p over the tokens that have `back` others before them: nats per token.
  public func nats(_ tokens: NDArray<Int>) -> Double {
    precondition(
      tokens.count > back, "NGram.nats: none of \(tokens.count) tokens has \(back) others before it"
    )
    let tokens = tokens.elements
    // BEGIN SOLUTION
    var sum = 0.0
    for i in tokens.indices.dropFirst(back) {
      let p: Double = probabilities(after: Array(tokens[(i - back)..<i]))[tokens[i]]
      sum -= log(p)
    }
    return sum / Double(tokens.count - back)
    // STUB: _ = tokens
    // STUB: notImplemented()
    // END SOLUTION
  }
}
