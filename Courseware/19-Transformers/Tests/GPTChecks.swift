import CourseKit
import Foundation
import GradedTests
import NDArray
import Optimisers
import Testing
import Transformers

@Suite(.graded) struct GPTChecks {
  private func small(_ context: Int = 8, vocabulary: Int = 7, blocks: Int = 2) -> GPT<Double> {
    var generator = Generator(seed: 23)
    return GPT(
      vocabulary: vocabulary, context: context, width: 6, heads: 2, blocks: blocks,
      using: &generator)
  }

  @Test("windows: the targets stand one token further on") func windowsAreShifted() {
    let text: NDArray<Int> = [5, 6, 7, 8, 9, 10]
    let (inputs, targets) = windows(of: text, at: [0, 3, 2], length: 2)
    expectEqual(inputs, [[5, 6], [8, 9], [7, 8]], "two tokens from each start")
    expectEqual(targets, [[6, 7], [9, 10], [8, 9]], "and what follows on each of them")
  }

  @Test("the first loss is the logarithm of the vocabulary") func firstLoss() {
    let gpt = small(vocabulary: 62)
    var generator = Generator(seed: 24)
    let tokens = generator.integers(0..<62, [5, 8])
    let z = gpt.forward(tokens)
    expectShape(z, [5, 8, 62], "(texts, length, vocabulary)")
    let loss = SequenceLoss<Double>().forward(z, generator.integers(0..<62, [5, 8]))
    expectClose(
      loss, log(62), tolerance: 0.01,
      "an untrained model finds all 62 equally likely: ln 62 = 4.127")
  }

  @Test("centred differences through the whole model") func gptGradients() {
    let gpt = small(5, vocabulary: 4)
    shake(gpt, seed: 25, scale: 0.3)
    let tokens: NDArray<Int> = [[3, 1, 1], [0, 2, 3]]
    let parts = ["words.E", "positions.P", "blocks.blocks.0.attention.key.W", "blocks.norm.gamma"]
    checkParameters(of: gpt, only: parts) {
      gpt.forward(tokens)
    } backward: {
      gpt.backward($0)
    }
    #expect(
      !gpt.namedParameters.contains { $0.name.hasPrefix("logits") }, "the output layer is tied")
  }

  @Test("no place sees what comes after it") func gptIsCausal() {
    let gpt = small()
    shake(gpt, seed: 26)
    let tokens: NDArray<Int> = [[1, 4, 2, 6, 0]]
    let z = gpt.forward(tokens)
    for place in 1..<5 {
      var other = tokens
      other[0, place] = 5
      let changed = gpt.forward(other)
      expectClose(
        changed[0, ..<place], z[0, ..<place], "token \(place) exchanged: the places before it stay")
      let gap = abs(changed[0, place] - z[0, place]).max()
      #expect(gap > 1e-3, "token \(place) exchanged: its own place must notice")
    }
    let reversed: NDArray<Int> = [[0, 6, 2, 4, 1]]
    let twisted = gpt.forward(reversed)[0, -1]
    #expect(abs(twisted - z[0, 0]).max() > 1e-3, "positions tell the first word from the last")
  }

  @Test("with caches the same logits, token by token") func cachedLogits() {
    let gpt = small()
    shake(gpt, seed: 27)
    let tokens: NDArray<Int> = [[1, 4, 2, 6, 0, 3], [5, 5, 1, 0, 2, 2]]
    let z = gpt.forward(tokens)
    var caches = gpt.emptyCaches
    expectClose(
      gpt.next(tokens[.all, ..<3], caches: &caches), z[.all, ..<3], "the first three at once")
    for place in 3..<6 {
      expectClose(
        gpt.next(tokens[.all, place..<(place + 1)], caches: &caches), z[.all, place..<(place + 1)],
        "token \(place), which stands at place \(place) and not at 0")
    }
  }

  @Test("the same tokens with a cache and without, beyond the context") func cachedGeneration() {
    let gpt = small()
    shake(gpt, seed: 28)
    for prompt in [[2], [1, 4, 2], Array(repeating: 3, count: 11)] {
      var drawn: [[Int]] = []
      for isCached in [true, false] {
        var generator = Generator(seed: 29)
        drawn.append(
          gpt.generate(
            after: prompt, count: 21, Sampler(topP: 0.95), isCached: isCached, using: &generator))
      }
      #expect(drawn[0].count == 21, "as many tokens as asked for, the prompt not among them")
      #expect(drawn[0] == drawn[1], "the cache must not change what is written after \(prompt)")
      #expect(
        drawn[0].allSatisfy { (0..<7).contains($0) }, "tokens of the vocabulary")
    }
    var generator = Generator(seed: 30)
    let certain = gpt.generate(
      after: [1, 4], count: 5, Sampler(temperature: 0), using: &generator)
    var expected = [1, 4]
    for _ in 0..<5 {
      let z = gpt.forward(NDArray(expected, shape: [1, expected.count]))
      expected.append(z[0, -1].argMax())
    }
    #expect(
      certain == Array(expected.dropFirst(2)), "at T = 0 the likeliest after all that stands there")
    let long = [0, 3, 6, 2, 5, 1, 4, 0, 2, 6, 3]
    for (context, blocks, prompt) in [(8, 2, [1, 4]), (7, 1, long), (2, 1, [5])] {
      let gpt = small(context, blocks: blocks)
      shake(gpt, seed: 28)
      var (own, theirs) = (Generator(seed: 31), Generator(seed: 31))
      let sampler = Sampler(frequency: 0.5)
      let written = gpt.generate(after: prompt, count: 40, sampler, using: &own)
      var (all, window) = (prompt, Array(prompt.suffix(context)))
      for _ in 0..<40 {
        if window.count > context { window = Array(window.suffix(context / 2 + 1)) }
        let z = gpt.forward(NDArray(window, shape: [1, window.count]))
        let token = sampler.draw(z[0, -1], after: all, using: &theirs)
        all.append(token)
        window.append(token)
      }
      #expect(
        written == Array(all.dropFirst(prompt.count)),
        "a prompt of \(prompt.count): of it the last \(context) are seen at first; a window of more than \(context) tokens is cut to its last \(context / 2 + 1), half rounded down and one; penalties count all"
      )
    }
    let shy = gpt.generate(
      after: [1], count: 7, Sampler(temperature: 0, frequency: 1e6), using: &generator)
    #expect(
      Set(shy + [1]).count == 7,
      "a huge frequency penalty: each of the 7 tokens once, prompt included, before any comes again"
    )
  }

  @Test("one batch is learned by heart", .graded(seconds: 20)) func gptOverfits() {
    var generator = Generator(seed: 31)
    let gpt = GPT<Double>(
      vocabulary: 9, context: 7, width: 12, heads: 3, blocks: 1, using: &generator)
    let text = generator.integers(0..<9, [30])
    let (inputs, targets) = windows(of: text, at: [0, 7, 14, 21], length: 7)
    let optimiser = Optimiser(Adam(), gpt.parameters, rate: 0.02)
    let loss = SequenceLoss<Double>()
    var last = 0.0
    for _ in 0..<150 {
      last = trainStep(optimiser) {
        let value = loss.forward(gpt.forward(inputs), targets)
        gpt.backward(loss.backward())
        return value
      }
    }
    #expect(
      last < 0.1, "28 tokens learned by heart in 150 steps; begins at ln 9 = 2.2, got \(last)")
  }

  @Test("a step clears, clips and moves") func stepOfTraining() {
    let weight = Parameter<Double>("w", [3, 4])
    let optimiser = Optimiser(GradientDescent(), [weight], rate: 0.5)
    weight.accumulate([0, 100])
    var passes = 0
    for (turn, expected) in [[2.7, 3.6], [2.4, 3.2]].enumerated() {
      let before: Double = weight.value[0]
      let loss = trainStep(optimiser) {
        passes += 1
        weight.accumulate(10 * weight.value)
        return weight.value[0].scalar
      }
      expectClose(loss, before, "the loss of the pass is returned, which was before the step")
      #expect(passes == turn + 1, "one pass a step")
      expectClose(
        weight.value, NDArray(expected),
        "step \(turn + 1): what was left of the gradient cleared before, clipped to length 1 after, rate ½"
      )
    }
    weight.value = [3, 4]
    _ = trainStep(optimiser, clip: 100) {
      weight.accumulate([1, -2])
      return 0
    }
    expectClose(weight.value, [2.5, 5], "a short gradient is not lengthened")
    let (a, b) = (Parameter<Double>("a", [1]), Parameter<Double>("b", [1, 1]))
    _ = trainStep(Optimiser(GradientDescent(), [a, b], rate: 1)) {
      a.accumulate([3])
      b.accumulate([0, 4])
      return 0
    }
    expectClose(
      concatenated([a.value, b.value]), [0.4, 1, 0.2],
      "(3) and (0, 4) are one gradient, of length 5: clipped together to (0.6) and (0, 0.8)")
  }
}
