import CourseKit
import Foundation
import NDArray
import SequenceToSequence

/// Three states, one query, and a translation of five words.
func pencil() {
  section("Three states (1, 0), (0, 1), (1, 1) and a decoder at (1, 2)")
  let states: NDArray<Double> = [[[1, 0]], [[0, 1]], [[1, 1]]]
  let query: NDArray<Double> = [[1, 2]]
  let all: NDArray<Bool> = [[true, true, true]]
  let ones = NDArray<Double>.eye(2)
  let additive = AdditiveScore<Double>(W: ones, U: ones, v: [1, 1])
  for (name, score, mask) in [
    ("dot", DotScore() as any AttentionScore<Double>, all),
    ("additive", additive, all), ("dot, third masked", DotScore(), [[true, true, false]]),
  ] {
    let attention = Attention(score)
    let memory = attention.memory(states, mask: mask)
    let look = attention.look(query, memory)
    let scores = score.forward(query, memory.keys).scores
    print("\(name.padding(18)) scores \(scores.row()), weights \(look.weights.row())")
    print("\("".padding(18)) context \(look.context.row())")
  }
  let attention = Attention<Double>(DotScore())
  let memory = attention.memory(states, mask: all)
  let look = attention.look(query, memory)
  let d = attention.lookBack([[1, -1]], look, memory)
  print("dz = (1, −1): dq \(d.query.row())")
  for j in 0..<3 {
    let whole = d.states[0, j] + d.keys[0, j]
    print(
      "  dh\(["₁", "₂", "₃"][j]) \(whole.row().padding(20)) by the context \(d.states[0, j].row().padding(20)) by the scores \(d.keys[0, j].row())"
    )
  }

  section("A loss with padding: p = ½, ¼ in one text, 0.8 and a pad of 0.9 in the other")
  let p: NDArray<Double> = [[0.5, 0.8], [0.25, 0.9]]
  let logits = log(stacked([1 - p, p], axis: 2))
  // Kind 1 is the right one throughout, kind 0 is padding.
  let loss = MaskedCrossEntropy<Double>().forward(logits, [[1, 1], [1, 0]])
  let counted = MaskedCrossEntropy<Double>().forward(logits, [[1, 1], [1, 1]])
  let first = MaskedCrossEntropy<Double>().forward(logits, [[1, 0], [1, 0]])
  let second = MaskedCrossEntropy<Double>().forward(logits, [[0, 1], [0, 0]])
  print("three symbols \(loss.text(6)), pad counted too \(counted.text(6)), ", terminator: "")
  print("mean of the texts' means \(((first + second) / 2).text(6))")

  section("BLEU of “the cat sat on mat” for “the cat sat on the mat”")
  let (candidate, reference) = (
    "the cat sat on mat".split(separator: " ").map(String.init),
    "the cat sat on the mat".split(separator: " ").map(String.init)
  )
  let matches = (1...4).map { n in
    let (matched, total) = clippedMatches(candidate, [reference], n)
    return "\(matched)/\(total)"
  }
  let penalty = brevityPenalty(candidate: 5, reference: 6)
  print(
    "\(matches.joined(separator: ", ")); brevity \(penalty.text(6)), BLEU-4 \(bleu([candidate], [[reference]]).text(6))"
  )
  let the = [String](repeating: "the", count: 7)
  let clipped = clippedMatches(
    the,
    [["the", "cat", "is", "on", "the", "mat"], ["there", "is", "a", "cat", "on", "the", "mat"]],
    1)
  print("“the” seven times: clipped \(clipped.matched)/\(clipped.total)")

  section("A beam where greedy loses")
  // Tokens 3 and 4, then the end: after 3 it may be anything, after 4 it is almost sure.
  let table: [Int: [Double]] = [
    Vocabulary.start: [0, 0, 0, 0.6, 0.4], 3: [0, 0, 0.4, 0.3, 0.3], 4: [0, 0, 0.9, 0.05, 0.05],
  ]
  for width in [1, 2] {
    let found = beamSearch(from: 0, width: width, limit: 3, end: Vocabulary.end) { states, tokens in
      zip(states, tokens).map { (table[$1]!.map { Foundation.log($0) }, $0) }
    }
    let best = found[0]
    print("width \(width): \(best.tokens), p \(Foundation.exp(best.logProbability).text(2))")
  }
}
