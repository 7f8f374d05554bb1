import CourseKit
import Foundation
import NDArray

/// A text that a search may end with, or go on with.
public struct Hypothesis: Sendable, Equatable {
  /// Without start and end.
  public let tokens: [Int]
  /// The sum of ln p of all that was guessed, the end included.
  public let logProbability: Double
  /// Whether it came to its end.
  public let isFinished: Bool

  public init(tokens: [Int], logProbability: Double, isFinished: Bool) {
    (self.tokens, self.logProbability) = (tokens, logProbability)
    self.isFinished = isFinished
  }

  /// How many guesses it took: its tokens, and the end if it has one.
  public var length: Int { tokens.count + (isFinished ? 1 : 0) }

  /// $\ln p\,/\,n^\alpha$ for n guesses. Each guess makes ln p smaller, so that with α = 0 short texts have an advantage; α = 1 takes the mean.
  public func score(alpha: Double) -> Double {
    // `pow(base, exponent)`; an empty hypothesis has n = 1.
    notImplemented()
  }
}

/// Beam search: in each step every living hypothesis is continued by every token, and the likeliest of all these live on.
///
/// Of equally likely ones the first is better, in the order of the living and of each one's tokens. A hypothesis that comes to `end`
/// is taken out, and the beam gets narrower by one. It stops when `width` are finished, or after `limit` steps with what lives then.
///
/// - Parameters:
///   - next: from the states of the living and the token that each wrote last to ln p of each token, and their states after it.
/// - Returns: all that were finished and those that still live, the best ``Hypothesis/score(alpha:)`` first.
public func beamSearch<State>(
  from start: State, width: Int, limit: Int, end: Int, alpha: Double = 0,
  next: (_ states: [State], _ tokens: [Int]) -> [(logP: [Double], state: State)]
) -> [Hypothesis] {
  var done: [Hypothesis] = []
  var live = [(Hypothesis(tokens: [], logProbability: 0, isFinished: false), start)]
  // As long as anything lives, at most `limit` times: ask `next` for all that live (a hypothesis without tokens wrote Vocabulary.start
  // last). List every continuation (parent, token, sum of ln p), sort, take the best `width - done.count`: those with `end` are done.
  _ = (done, live)
  (done, live) = ([], [])
  notImplemented()
}

extension EncoderDecoder {
  /// The hypotheses for one text, the best first.
  public func search(_ source: [Int], width: Int, limit: Int, alpha: Double = 0) -> [Hypothesis] {
    let (state, memory) = read(Padded([source]))
    return beamSearch(
      from: state, width: width, limit: limit, end: Vocabulary.end, alpha: alpha
    ) { states, tokens in
      // All living hypotheses in one step of the decoder, each an object that looks at the same memory.
      let joined = (0..<2).map { k in concatenated(states.map { $0[k] }, axis: 0) }
      let copies = memory.map { $0.repeated(states.count) }
      let step = self.decoder.step(NDArray(tokens), joined, copies)
      let logP = self.decoder.logits(step.feature).logSoftmax(axis: 1).asType(Double.self)
      return tokens.indices.map { k in
        (logP[k].elements, step.state.map { $0[k..<(k + 1)] })
      }
    }
  }
}

extension Memory {
  /// One text's memory for so many objects.
  func repeated(_ count: Int) -> Memory {
    let same = NDArray<Int>.zeros([count])
    return Memory(states: states[same], keys: keys[same], mask: mask[same])
  }
}
