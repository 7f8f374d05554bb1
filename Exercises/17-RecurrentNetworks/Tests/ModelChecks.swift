import CourseKit
import Foundation
import GradedTests
import NDArray
import Networks
import Optimisers
import RecurrentNetworks
import Testing

@Suite(.graded) struct ModelChecks {
  @Test("a word that stands twice is to blame twice") func embeddingByHand() {
    let embedding = Embedding<Double>([[1, 2], [3, 4], [5, 6]])
    expectClose(
      embedding.forward([[2, 0], [2, 2]]), [[[5, 6], [1, 2]], [[5, 6], [5, 6]]], "rows of E")
    embedding.backward([[[1, 10], [2, 20]], [[3, 30], [4, 40]]])
    expectClose(
      embedding.table.gradient, [[2, 20], [0, 0], [8, 80]],
      "dE: word 2 stands three times, its rows add; word 1 not at all")
    _ = embedding.forward([1])
    embedding.backward([[7, 7]])
    expectClose(
      embedding.table.gradient, [[2, 20], [7, 7], [8, 80]],
      "dE after another sentence, not cleared: it adds, for the words of that sentence")
  }

  @Test("counts by hand") func nGramByHand() {
    let tokens: NDArray<Int> = [0, 1, 0, 1, 0, 2]
    let model = NGram(tokens, kinds: 3, back: 1, added: 0.5)
    expectClose(
      model.probabilities(after: [2, 0]), NDArray([0.5, 2.5, 1.5]) / 4.5,
      "after 0: 0 never, 1 twice, 2 once, each + ½")
    expectClose(
      model.probabilities(after: [2]), NDArray.full([3], 1.0 / 3), "after 2 nothing was seen")
    let guesses: NDArray<Double> = NDArray([2.5 / 4.5, 2.5 / 3.5, 1.5 / 4.5])
    let expected = -log(guesses).mean()
    expectClose(model.nats([0, 1, 0, 2]), expected, "nats of 0 1 0 2: three guesses")
    let unseen = log(1.0 / 3)
    let seen = log(2.5 / 4.5)
    expectClose(
      model.nats([2, 0, 1]), -(unseen + seen) / 2,
      "nats of 2 0 1: after 2 nothing was seen, so 0 costs ln 3")
    let alone = NGram(tokens, kinds: 3, back: 0, added: 0)
    expectClose(
      alone.probabilities(after: []), NDArray([3.0, 2, 1]) / 6.0, "no context: shares of the tokens"
    )
    let two = NGram(tokens, kinds: 3, back: 2, added: 0)
    expectClose(
      two.probabilities(after: [0, 1]), [1, 0, 0], "after 0 1 only 0; the order of a context counts"
    )
    expectClose(two.probabilities(after: [1, 0]), [0, 0.5, 0.5], "after 1 0")
    expectClose(
      two.probabilities(after: [1, 1]), NDArray.full([3], 1.0 / 3),
      "after 1 1 nothing was seen: all alike, also where nothing is added, and no NaN")
    for short: NDArray<Int> in [[], [1], [1, 2]] {
      expectClose(
        NGram(short, kinds: 3, back: 2).probabilities(after: [1, 2]), NDArray.full([3], 1.0 / 3),
        "2 back, learnt from \(short.count) tokens: none has two before it, so all kinds are alike")
    }
  }

  @Test("what stands before, and what behind") func windowsByHand() {
    let (contexts, targets) = windows([5, 6, 7, 8, 9], back: 2)
    expectEqual(contexts, [[5, 6], [6, 7], [7, 8]], "three stretches of two")
    expectEqual(targets, [7, 8, 9], "the token behind each")
  }

  @Test("gradient check of the window model") func windowModelGradients() {
    var generator = Generator(seed: 2)
    let model = WindowModel<Double>(kinds: 5, back: 3, embedding: 2, width: 4, using: &generator)
    let tokens: NDArray<Int> = [[0, 4, 4], [1, 2, 0]]
    expectShape(model.forward(tokens), [2, 5], "logits for two contexts")
    let rows = (0..<3).map { model.embedding.table.value[tokens[.all, $0]] }
    expectClose(
      model.forward(tokens), model.network.forward(concatenated(rows, axis: 1)),
      "the network reads the embeddings of the three tokens side by side, each in one piece")
    for p in model.parameters {
      let value = p.value
      expectGradient(at: value, named: "d\(p.name) \(value.shape)") {
        p.value = $0
        return model.forward(tokens)
      } backward: {
        model.clearGradients()
        model.backward($0)
        return p.gradient
      }
      p.value = value
    }
  }

  @Test("pieces stand side by side") func columnsByHand() {
    let alphabet = Alphabet(of: "to be")
    expectEqual(alphabet.encode("bet") ?? [], [1, 2, 4], "“bet” in the alphabet of “to be”")
    #expect(alphabet.encode("bat") == nil, "“a” was never seen: there is no number for it")
    let tokens = NDArray.arange(11)
    expectEqual(
      columns(tokens, count: 3), [[0, 3, 6], [1, 4, 7], [2, 5, 8]],
      "11 tokens in 3 columns: each is a piece of the text, downwards, and two are left over")
    expectEqual(columns(tokens, count: 2)[.all, 1], [5, 6, 7, 8, 9], "the second of two")
  }

  private func model(_ seed: Int = 3, rule: any CellRule = LSTMCell()) -> CharacterModel<Double> {
    var generator = Generator(seed: seed)
    return CharacterModel(rule, kinds: 5, embedding: 3, width: 4, layers: 1, using: &generator)
  }

  @Test("gradient check of the character model") func characterModelGradients() {
    let tokens: NDArray<Int> = [[0, 4], [1, 4], [2, 0]]
    let model = model()
    expectShape(model.forward(tokens).logits, [6, 5], "logits: 3 steps of 2 objects, step by step")
    expectClose(
      model.forward(tokens).logits[0..<2], model.forward(tokens[0..<1]).logits,
      "the first two rows are the first step of both objects")
    for p in model.parameters {
      let value = p.value
      expectGradient(at: value, named: "d\(p.name) \(value.shape)") {
        p.value = $0
        return model.forward(tokens).logits
      } backward: {
        model.clearGradients()
        model.backward($0)
        return p.gradient
      }
      p.value = value
    }
  }

  @Test("nats do not depend on the pieces") func natsInChunks() {
    let model = model()
    let tokens: NDArray<Int> = [0, 3, 1, 4, 1, 2, 2, 0, 4]
    let logits = model.forward(tokens[..<(-1)].reshaped([8, 1])).logits
    let p = softmax(logits)
    let expected = -log(p[NDArray.arange(8), tokens[1...]]).mean()
    for chunk in [100, 8, 3, 1] {
      expectClose(
        nats(model, tokens, chunk: chunk), expected,
        "eight guesses in pieces of \(chunk), each from the state that the one before left")
    }
  }

  @Test("two epochs like torch.nn and torch.optim") func trainingAgainstPyTorch() throws {
    let s: TrainingCase = try reference("training.json")
    let model = model()
    let parameters =
      [model.embedding.table] + model.recurrent.parameters + [
        model.output.weight, model.output.bias,
      ]
    for (p, value) in zip(parameters, s.start) {
      p.value = p === model.output.weight ? value.T : value
    }
    let still = Optimiser(GradientDescent(), parameters, rate: 0)
    let whole = trainEpoch(model, s.columns, window: 10, optimiser: still, clip: 1)
    for window in [5, 3, 1, 100] {
      expectClose(
        trainEpoch(model, s.columns, window: window, optimiser: still, clip: 1), whole,
        "at the rate 0 the loss of an epoch is the same in windows of \(window) and of 10")
    }
    let optimiser = Optimiser(Adam(), parameters, rate: 0.02)
    for epoch in 0..<2 {
      let loss = trainEpoch(model, s.columns, window: 4, optimiser: optimiser, clip: 0.36)
      let expected: Double = s.losses[epoch]
      expectClose(
        loss, expected, tolerance: 1e-9,
        "the loss of epoch \(epoch + 1): windows of 4, 4 and 2 steps, the state handed on, clipped to 0.36"
      )
    }
    for (p, value) in zip(parameters, s.end) {
      expectClose(
        p.value, p === model.output.weight ? value.T : value, tolerance: 1e-9,
        "\(p.name) after two epochs")
    }
  }

  @Test("a cold sample takes the likeliest") func samplesByHand() {
    let model = model(5, rule: GRUCell())
    var generator = Generator(seed: 1)
    let prompt: NDArray<Int> = [1, 3]
    let cold = sample(model, after: prompt, count: 6, temperature: 1e-6, using: &generator)
    var read = prompt
    for _ in 0..<6 {
      let logits = model.forward(read.reshaped([read.count, 1])).logits
      read = concatenated([read, NDArray([logits[-1].argMax()])])
    }
    expectEqual(
      cold, read[2...],
      "temperature 10⁻⁶: each time the likeliest after everything before, the prompt too")
    model.output.weight.value *= 8
    var (a, b) = (Generator(seed: 2), Generator(seed: 2))
    let first = sample(model, after: prompt, count: 40, temperature: 3, using: &a)
    expectEqual(
      first, sample(model, after: prompt, count: 40, temperature: 3, using: &b),
      "one seed, one text")
    #expect(first.unique().count > 1, "temperature 3 draws, it does not always take the likeliest")
    let p = softmax(model.forward(prompt.reshaped([2, 1])).logits / 3.0)[1]
    var (c, d) = (Generator(seed: 4), Generator(seed: 4))
    for _ in 0..<10 {
      let token: Int = sample(model, after: prompt, count: 1, temperature: 3, using: &c)[0]
      let u: Double = d.uniform(0, 1)
      let wanted = p.cumulativeSum().elements.firstIndex { u < $0 } ?? 4
      #expect(
        token == wanted,
        "one uniform number a character: for u = \(u) the shares \(p) give \(wanted), got \(token)")
    }
    var drawn = NDArray<Double>.zeros([5])
    for _ in 0..<400 {
      let k: Int = sample(model, after: prompt, count: 1, temperature: 3, using: &a)[0]
      drawn[k] += 1
    }
    #expect(
      abs(drawn / 400.0 - p).max() < 0.1,
      "400 first characters at temperature 3: expected shares \(p), got \(drawn / 400.0)")
  }

  @Test("every cell learns a text that needs its state", .graded(seconds: 30)) func rulesLearn() {
    // After 0 stands 1 or 2 by turns: only who remembers can know.
    let pattern = [0, 1, 0, 2, 3]
    let tokens = NDArray((0..<60).map { pattern[$0 % 5] })
    let rules: [any CellRule] = [TanhCell(), LSTMCell(), GRUCell()]
    for rule in rules {
      var generator = Generator(seed: 4)
      let model = CharacterModel<Double>(
        rule, kinds: 4, embedding: 3, width: 8, layers: 1, using: &generator)
      let text = columns(tokens, count: 2)
      let optimiser = Optimiser(Adam(), model.parameters, rate: 0.03)
      for _ in 0..<40 {
        _ = trainEpoch(model, text, window: 10, optimiser: optimiser, clip: 1)
      }
      let end = nats(model, tokens)
      #expect(
        end < 0.1,
        "\(type(of: rule)): \(end) nats on 0 1 0 2 3 …; without memory it is 0.277 at best")
    }
  }

  @Test("who says MEOW?") func catsAndDogs() {
    var (a, b) = (Generator(seed: 2), Generator(seed: 2))
    let untrained = CharacterModel<Double>(
      TanhCell(), kinds: 5, embedding: 5, width: 6, using: &a)
    expectClose(
      trainWithMemory(width: 6, steps: 1, using: &b).loss,
      SoftmaxCrossEntropy<Double>().forward(
        untrained.forward(Animals.inputs).logits, Animals.targets.reshaped([-1])),
      "one step: the loss before it, of all four guesses")
    var generator = Generator(seed: 1)
    let (loss, after) = trainWithMemory(width: 6, steps: 150, using: &generator)
    #expect(loss < 0.1, "the loss with memory; without it is ½ ln 2 = 0.347 at best, got \(loss)")
    expectShape(after, [2, 5], "the probabilities after “cats say” and after “dogs say”")
    guard after.shape == [2, 5] else { return }
    let (meow, woof): (Double, Double) = (after[0, 2], after[1, 4])
    #expect(meow > 0.9 && woof > 0.9, "meow after cats say: \(meow), woof after dogs say: \(woof)")
    let optimiser = Optimiser(Adam(), untrained.parameters, rate: 0.03)
    let guesses = SoftmaxCrossEntropy<Double>()
    var before = 0.0
    for _ in 0..<5 {
      optimiser.step {
        untrained.clearGradients()
        before = guesses.forward(
          untrained.forward(Animals.inputs).logits, Animals.targets.reshaped([-1]))
        untrained.backward(guesses.backward())
      }
    }
    var c = Generator(seed: 2)
    expectClose(
      trainWithMemory(width: 6, steps: 5, using: &c).loss, before,
      "five steps: the loss before the fifth, the gradients of each cleared before the next")
  }
}
