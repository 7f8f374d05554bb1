import CourseKit
import Foundation
import NDArray

/// How the next token is chosen from its logits. The settings of the lecture's WebLLM page: T = 0.1, top-p 0.9, presence 0.3, frequency 0.5.
///
/// In this order: penalties, temperature, top-k, top-p, softmax.
public struct Sampler: Sendable {
  /// T: logits are divided by it. Below 1 the likely become likelier; 0 takes the most likely always.
  public var temperature = 1.0
  /// Only the k most likely.
  public var topK: Int?
  /// Only the fewest that together have the probability p.
  public var topP: Double?
  /// Taken off the logit of every token that has occurred.
  public var presence = 0.0
  /// Taken off the logit for each time that the token has occurred.
  public var frequency = 0.0

  public init(
    temperature: Double = 1, topK: Int? = nil, topP: Double? = nil, presence: Double = 0,
    frequency: Double = 0
  ) {
    (self.temperature, self.topK, self.topP) = (temperature, topK, topP)
    (self.presence, self.frequency) = (presence, frequency)
  }

  /// What the token is drawn from; `logits` (vocabulary), `counts` (vocabulary) how often each token has occurred.
  public func probabilities(
    _ logits: NDArray<Double>, counts: NDArray<Int>
  ) -> NDArray<Double> {
    // BEGIN SOLUTION
    var z = penalised(logits, counts: counts, presence: presence, frequency: frequency)
    if temperature == 0 {
      var certain = NDArray.zeros(z.shape)
      certain[z.argMax()] = 1
      return certain
    }
    z /= temperature
    if let topK { z = keepingTop(topK, of: z) }
    if let topP { z = keepingTop(probability: topP, of: z) }
    return z.softmax(axis: 0)
    // STUB: // In the order that the type's comment gives; a temperature of 0 puts all on `argMax()`.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// Draws a token; penalties count what stands in `text`.
  public func draw(
    _ logits: NDArray<Double>, after text: [Int], using generator: inout Generator
  ) -> Int {
    var counts = NDArray<Int>.zeros([logits.count])
    counts.add(1, at: NDArray(text))
    let p = probabilities(logits, counts: counts)
    return temperature == 0 ? p.argMax() : generator.choice(logits.count, p: p)
  }
}

/// $z - \text{presence}\cdot[n > 0] - \text{frequency}\cdot n$ with n = `counts`. A negative penalty is a bonus.
public func penalised(
  _ logits: NDArray<Double>, counts: NDArray<Int>, presence: Double, frequency: Double
) -> NDArray<Double> {
  // BEGIN SOLUTION
  let n = counts.asType(Double.self)
  return logits - presence * minimum(n, 1) - frequency * n
  // STUB: // `counts.asType(Double.self)` makes numbers of them that fit the logits.
  // STUB: notImplemented()
  // END SOLUTION
}

/// The k largest logits, −∞ in the place of all others. Of equal ones the first are kept; all, where there are no more than k,
/// and at least one.
public func keepingTop(_ k: Int, of logits: NDArray<Double>) -> NDArray<Double> {
  // BEGIN SOLUTION
  let order = (-logits).argSorted()
  var kept = NDArray.full(logits.shape, -Double.infinity)
  // A range that goes beyond the end stops there.
  let best = order[0..<max(k, 1)]
  kept[best] = logits[best]
  return kept
  // STUB: // `(-logits).argSorted()` are the places from the largest on.
  // STUB: notImplemented()
  // END SOLUTION
}

/// The fewest logits whose probabilities sum to p at least, −∞ in the place of all others.
///
/// The token with which the sum reaches p is kept; so one is left always.
public func keepingTop(probability p: Double, of logits: NDArray<Double>) -> NDArray<Double> {
  // BEGIN SOLUTION
  let order = (-logits).argSorted()
  let likely = logits.softmax(axis: 0)[order]
  let before = likely.cumsum(axis: 0) - likely
  return keepingTop((before .< p).countNonzero(), of: logits)
  // STUB: // How much probability stands *before* each token, from the likeliest on? Those with less than p before them are kept.
  // STUB: notImplemented()
  // END SOLUTION
}
