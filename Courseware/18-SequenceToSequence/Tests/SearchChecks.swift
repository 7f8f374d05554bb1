import CourseKit
import Foundation
import GradedTests
import NDArray
import SequenceToSequence
import Testing

/// A made-up decoder: ln p of the tokens 0 … 5 after the last token; 1 starts, 2 ends.
private func tabled(
  _ table: [Int: [Double]], width: Int, limit: Int = 6, alpha: Double = 0
) -> [Hypothesis] {
  beamSearch(from: 0, width: width, limit: limit, end: 2, alpha: alpha) { states, tokens in
    zip(states, tokens).map { state, token in
      ((table[token] ?? [0, 0, 1, 0, 0, 0]).map { log($0) }, state + 1)
    }
  }
}

/// After 3 anything may come, after 4 the end is almost sure.
private let garden: [Int: [Double]] = [
  1: [0, 0, 0, 0.6, 0.4, 0], 3: [0, 0, 0.4, 0.3, 0.2, 0.1], 4: [0, 0, 0.9, 0.05, 0.05, 0],
  5: [0, 0, 1, 0, 0, 0],
]

@Suite(.graded) struct SearchChecks {
  @Test("greedy goes on from its own words") func greedyReadsItsOwnWords() {
    for kind in [nil, ScoreKind.additive(3)] {
      let model = smallModel(kind, seed: 17, scale: 1.2)
      let source = [[5, 4], [3, 4, 5], [4, 4, 4, 3]]
      let found = model.translate(Padded(source), limit: 5)
      #expect(found.count == 3, "a translation for each text")
      for k in 0..<3 where k < found.count {
        let (state, memory) = model.read(Padded([source[k]]))
        var (now, tokens, expected) = (state, [1], [Int]())
        while expected.count < 5 {
          let step = model.decoder.step(NDArray([tokens[tokens.count - 1]]), now, memory)
          let next = model.decoder.logits(step.feature).argMax(axis: 1)[0] as Int
          if next == 2 { break }
          expected.append(next)
          tokens.append(next)
          now = step.state
        }
        #expect(
          found[k].tokens == expected,
          "text \(k): the likeliest symbol, read at the next step, from the state of this step")
      }
    }
  }

  @Test("the end is an end") func greedyStops() {
    let model = smallModel(.dot, seed: 18)
    // What it writes is decided by the bias of the output alone.
    model.decoder.output.weight.value = model.decoder.output.weight.value * 0
    model.decoder.output.bias.value = [0, 0, 5, 1, 0, 0, 0]
    let ended = model.translate(Padded([[5], [3, 4]]), limit: 9)
    #expect(ended.allSatisfy { $0.tokens.isEmpty }, "the end at once: nothing is written")
    #expect(
      ended.allSatisfy { $0.weights?.shape[0] == 1 }, "one row of weights: that of the end")
    model.decoder.output.bias.value = [0, 0, 1, 5, 0, 0, 0]
    let endless = model.translate(Padded([[5], [3, 4]]), limit: 9)
    #expect(
      endless.allSatisfy { $0.tokens == [Int](repeating: 3, count: 9) },
      "no end comes: `limit` symbols and no more")
    model.decoder.output.bias.value = [5, 0, 1, 0, 0, 0, 0]
    #expect(
      model.translate(Padded([[5]]), limit: 2)[0].tokens == [0, 0],
      "only the end ends a text: padding that is written is a symbol like others")
  }

  @Test("texts of a batch end one by one") func greedyInABatch() {
    // Of many small models one whose texts have different lengths.
    for seed in 20..<120 {
      let model = smallModel(.additive(3), seed: seed, scale: 2)
      model.decoder.output.bias.value[Vocabulary.end] += 1.5
      let source = [[5, 4], [3], [4, 4, 4, 3], [3, 5]]
      let alone = source.map { model.translate(Padded([$0]), limit: 7)[0].tokens }
      if Set(alone.map(\.count)).count < 3 { continue }
      let together = model.translate(Padded(source), limit: 7)
      #expect(
        together.map(\.tokens) == alone,
        "each text of a batch as if it were alone: one that is over gets nothing more, others go on"
      )
      return
    }
    Issue.record("translations of random models should have different lengths")
  }

  @Test("a map of where it looked") func translationWeights() {
    let model = smallModel(.additive(3), seed: 22, scale: 1.2)
    let found = model.translate(Padded([[5, 4], [3, 4, 5, 3]]), limit: 4)
    for (k, length) in [2, 4].enumerated() {
      guard let weights = found[k].weights else {
        Issue.record("with attention a translation has weights")
        return
      }
      #expect(weights.shape[1] == length, "text \(k): a column for each of its own symbols")
      #expect(
        weights.shape[0] >= found[k].tokens.count, "text \(k): a row for each symbol written")
      expectClose(
        weights.sum(axis: 1), NDArray.ones([weights.shape[0]]), "text \(k): rows sum to 1")
    }
    let (state, memory) = model.read(Padded([[3, 4, 5, 3]]))
    let look = model.decoder.attention!.look(state[0], memory!)
    expectClose(found[1].weights![0], look.weights[0], "the first row: the look of the first step")
    #expect(
      smallModel(nil).translate(Padded([[5]]), limit: 2)[0].weights == nil, "without attention: nil"
    )
  }

  @Test("a beam of two finds what greedy misses") func beamByHand() {
    let greedy = tabled(garden, width: 1)
    #expect(
      greedy.first?.tokens == [3], "width 1 takes 3, which is likelier at first, then the end")
    expectClose(exp(greedy.first?.logProbability ?? 0), 0.24, "p = 0.6 · 0.4, the end included")
    let two = tabled(garden, width: 2)
    #expect(two.first?.tokens == [4], "width 2 keeps 4 alive: 0.4 · 0.9 = 0.36 is more than 0.24")
    expectClose(exp(two.first?.logProbability ?? 0), 0.36, "p = 0.4 · 0.9")
    #expect(
      tabled([1: [0.7, 0, 0, 0.3, 0, 0]], width: 1).first?.tokens == [0],
      "every token continues a hypothesis, number 0 too")
    #expect(
      two.map(\.tokens) == [[4], [3]] && two.allSatisfy(\.isFinished),
      "both finished, the best first")
  }

  @Test("of equally likely ones the first") func beamTies() {
    let even: [Int: [Double]] = [1: [0, 0, 0, 0.5, 0.5, 0]]
    #expect(tabled(even, width: 1).first?.tokens == [3], "3 and 4 are equally likely: 3, as argmax")
    #expect(
      tabled(even, width: 2).map(\.tokens) == [[3], [4]], "equal at the end, too: 3 before 4")
    let four: [Int: [Double]] = [
      1: [0, 0, 0, 0.5, 0.5, 0], 3: [0, 0, 0, 0, 0.5, 0.5], 4: [0, 0, 0, 0.5, 0.5, 0],
    ]
    #expect(
      tabled(four, width: 2, limit: 2).map(\.tokens) == [[3, 4], [3, 5]],
      "four of 0.25: first those that go on from 3, which stands before 4, then the smaller token")
  }

  @Test("finished ones leave the beam") func beamFinishes() {
    // The end is likely at each step: one hypothesis finishes at a time.
    let table: [Int: [Double]] = [
      1: [0, 0, 0.5, 0.3, 0.2, 0], 3: [0, 0, 0.5, 0.3, 0.2, 0], 4: [0, 0, 0.1, 0.5, 0.4, 0],
    ]
    let found = tabled(table, width: 3)
    #expect(found.count == 3, "with a beam of three at most three are returned: got \(found.count)")
    #expect(
      found.map(\.tokens) == [[], [3], [4, 3]],
      "0.5, then 0.3 · 0.5, then 0.2 · 0.5 · 0.5: a finished one is not continued, and the beam gets narrower"
    )
    let cut = tabled(table, width: 3, limit: 1)
    #expect(
      cut.map(\.isFinished) == [true, false, false],
      "after `limit` steps what lives is returned unfinished")
    #expect(cut.map(\.length) == [1, 1, 1], "the end counts as a guess, and so does a token")
    expectClose(
      NDArray(cut.map(\.logProbability)), log(NDArray([0.5, 0.3, 0.2])), "ln p of each")
    let mixed = tabled([1: [0, 0, 0.3, 0.5, 0.2, 0]], width: 3, limit: 1)
    #expect(
      mixed.map(\.tokens) == [[3], [], [4]],
      "0.5, 0.3 and 0.2: finished or not, the best score first")
    var asked: [Int] = []
    _ = beamSearch(from: 0, width: 2, limit: 5, end: 2) { (states: [Int], tokens) in
      asked.append(states.count)
      return states.map { (logP: [-9, -9, -9, -0.1, -2], state: $0) }
    }
    #expect(asked == [1, 2, 2, 2, 2], "one beginning, then as many as the beam is wide")
  }

  @Test("each goes on from its own state") func beamStates() {
    // The state is the path so far; what comes depends on it alone.
    let found = beamSearch(from: "", width: 2, limit: 4, end: 2) { states, tokens in
      zip(states, tokens).map { state, token in
        let path = state + "\(token)"
        let p: [Double] =
          switch path {
          case "1": [0, 0, 0, 0.5, 0.5]
          case "13": [0, 0, 0, 0.1, 0.9]
          case "14": [0, 0, 0, 0.8, 0.2]
          case "134", "143": [0, 0, 1, 0, 0]
          default: [0, 0, 0.1, 0.9, 0]
          }
        return (p.map { log($0) }, path)
      }
    }
    #expect(
      found.map(\.tokens) == [[3, 4], [4, 3]],
      "3 then 4 (0.45), 4 then 3 (0.4): each hypothesis takes the state of its own parent along")
    expectClose(NDArray(found.map { exp($0.logProbability) }), [0.45, 0.4], "their probabilities")
  }

  @Test("longer texts are not punished for their length") func lengthNormalisation() {
    let short = Hypothesis(tokens: [4], logProbability: -2, isFinished: true)
    let long = Hypothesis(tokens: [4, 5, 6, 7], logProbability: -3, isFinished: true)
    expectClose(short.score(alpha: 0), -2, "α = 0: ln p itself")
    expectClose(short.score(alpha: 1), -1, "α = 1: the mean of 2 guesses, 4 and the end")
    expectClose(long.score(alpha: 1), -0.6, "α = 1: the mean of 5 guesses")
    expectClose(long.score(alpha: 0.5), -1.341641, tolerance: 1e-6, "α = ½: −3/√5")
    let open = Hypothesis(tokens: [4, 5, 6, 7], logProbability: -3, isFinished: false)
    expectClose(open.score(alpha: 1), -0.75, "unfinished: 4 guesses")
    let empty = Hypothesis(tokens: [], logProbability: -1, isFinished: false)
    expectClose(empty.score(alpha: 1), -1, "nothing guessed: no division by 0")
    let table: [Int: [Double]] = [
      1: [0, 0, 0.4, 0.6, 0, 0], 3: [0, 0, 0, 0, 0.7, 0.3], 4: [0, 0, 0.9, 0.1, 0, 0],
    ]
    #expect(tabled(table, width: 2).first?.tokens == [], "α = 0: nothing, 0.4 against 0.378")
    #expect(
      tabled(table, width: 2, alpha: 1).first?.tokens == [3, 4],
      "α = 1: ln 0.378 by 3 guesses is more than ln 0.4 by one")
  }

  @Test("a beam as wide as all texts finds the best of all") func wideBeamIsExhaustive() {
    let model = smallModel(.dot, seed: 23, scale: 0.9)
    let source = [4, 5, 3]
    let greedy = model.search(source, width: 1, limit: 3)
    #expect(
      greedy.first?.tokens == model.translate(Padded([source]), limit: 3)[0].tokens,
      "a beam of one is greedy")
    // Every text of at most three symbols by teacher forcing.
    var best = (tokens: [Int](), logP: -Double.infinity)
    func visit(_ tokens: [Int]) {
      let batch = Batch(source: [source], target: [tokens])
      let logP = model.forward(batch).logSoftmax(axis: 2)
      var sum = 0.0
      for (t, token) in (tokens + [2]).enumerated() { sum += logP[t, 0, token] as Double }
      if sum > best.logP { best = (tokens, sum) }
      if tokens.count < 2 { for next in [0, 1, 3, 4, 5, 6] { visit(tokens + [next]) } }
    }
    visit([])
    let found = model.search(source, width: 400, limit: 3).first { $0.isFinished }
    #expect(found?.tokens == best.tokens, "the likeliest finished text of up to two symbols")
    expectClose(
      found?.logProbability ?? 0, best.logP, tolerance: 1e-9,
      "with the ln p that teacher forcing gives it"
    )
  }
}
