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

  @Test("the lecture's series") func seriesByHand() {
    var generator = Generator(seed: 0)
    let y = lectureSeries(1000, using: &generator)
    var again = Generator(seed: 0)
    let noise = again.standardNormal([1000])
    let clean = y - noise
    let at: Double = clean[500]
    expectClose(
      at, sin(10) - sin(2.5) + 1, "y₅₀₀ of 1000 without its noise: sin 10 − sin 2.5 + (2·500/1000)²"
    )
    expectClose(clean[0] as Double, 0, "y₀ without its noise")
  }

  @Test("windows less their mean") func forecastWindowsByHand() {
    let (x, y, means) = forecastWindows([1, 3, 8, 4], steps: 2)
    expectClose(
      x, [[[-1], [-2.5]], [[1], [2.5]]], "(steps, windows, 1): 1 3 and 3 8 less 2 and 5.5")
    expectClose(y, [[6], [-1.5]], "8 and 4, less the means of their windows")
    expectClose(means, [[2], [5.5]], "the means")
  }

  @Test("gradient check of the forecaster, and its dropout") func forecasterGradients() {
    var generator = Generator(seed: 6)
    let x = generator.standardNormal([4, 3, 1])
    let net = Forecaster<Double>(GRUCell(), width: 2, dropout: 0.4, using: &generator)
    net.setTraining(false)
    expectShape(net.forward(x), [3, 1], "a forecast for each object")
    expectGradient(at: x, named: "dX of the forecaster in use") {
      net.forward($0)
    } backward: {
      net.backward($0)
    }
    expectClose(net.forward(x), net.forward(x), tolerance: 0, "in use nothing is dropped")
    let still = net.forward(x)
    net.setTraining(true)
    var sum = NDArray<Double>.zeros([3, 1])
    var isSame = true
    for _ in 0..<2000 {
      let y = net.forward(x)
      isSame = isSame && abs(y - still).max() < 1e-12
      sum += y / 2000.0
    }
    #expect(!isSame, "in training numbers are dropped")
    let signal = still - net.fc.bias.value
    let share = ((sum - net.fc.bias.value) * signal).sum() / square(signal).sum()
    expectClose(
      share, 1, tolerance: 0.15,
      "the mean of 2000 forecasts in training beside the one in use: what is kept is 1/(1 − p) as large"
    )
  }

  @Test("what is dropped on the way there is dropped on the way back") func dropoutGradients() {
    var generator = Generator(seed: 9)
    let x = generator.standardNormal([4, 2, 1])
    let net = Forecaster<Double>(GRUCell(), width: 3, dropout: 0.4, using: &generator)
    let h = net.lstm.forward(x).outputs[-1]
    let weight = net.fc.weight.value
    var isSame = true
    for draw in 1...5 {
      net.setTraining(true)
      _ = net.forward(x)
      // The gradient of fc's weights for one forecast is what dropout let through of that object.
      let sides: [(factors: NDArray<Double>, dX: NDArray<Double>)] = [0, 1].map { object in
        net.clearGradients()
        let dX = net.backward(NDArray([[1.0 - Double(object)], [Double(object)]]))
        return (net.fc.weight.gradient[.all, 0] / h[object], dX)
      }
      isSame = isSame && abs(sides[0].factors - sides[1].factors).max() < 1e-9
      net.setTraining(false)
      for (object, (factors, dX)) in sides.enumerated() {
        expectClose(
          factors, which(factors .> 0.1, 1 / 0.6, 0.0),
          "what dropout of 0.4 makes of each number of object \(object), draw \(draw): 0 or 1/(1 − 0.4) times as much"
        )
        net.fc.weight.value = weight * factors[.all, .newAxis]
        _ = net.forward(x)
        let wanted = net.backward(NDArray([[1.0 - Double(object)], [Double(object)]]))
        expectClose(
          dX, wanted,
          "dX of object \(object), draw \(draw): what was dropped forwards gets no gradient, the rest 1/(1 − 0.4) times as much"
        )
      }
      net.fc.weight.value = weight
    }
    #expect(!isSame, "each object has its own numbers dropped")
  }

  @Test("a vector for the word here, not for the word") func contextVectorsByHand() {
    var generator = Generator(seed: 7)
    let model = ContextVectors<Double>(kinds: 6, embedding: 3, width: 4, using: &generator)
    let tokens: NDArray<Int> = [[0, 0], [1, 2], [3, 3], [4, 5]]
    let (embedding, forwards, backwards) = model.vectors(tokens)
    expectClose(
      embedding[2, 0], embedding[2, 1], tolerance: 0, "word 3 has one embedding in both sentences")
    #expect(
      abs(forwards[2, 0] - forwards[2, 1]).max() > 1e-6,
      "forwards: 0 1 3 and 0 2 3 give word 3 different vectors")
    var other = tokens
    other[3, 0] = 5
    let (_, f, b) = model.vectors(other)
    expectClose(
      f[2], forwards[2], tolerance: 0, "the forward vector does not see what stands behind")
    #expect(
      abs(b[2, 0] - backwards[2, 0]).max() > 1e-6, "the backward vector does")
    other = tokens
    other[0, 0] = 5
    expectClose(
      model.vectors(other).backwards[2], backwards[2], tolerance: 0,
      "the backward vector does not see what stands before")
  }

  @Test("gradient check of both guesses") func contextVectorGradients() {
    var generator = Generator(seed: 8)
    let model = ContextVectors<Double>(kinds: 6, embedding: 3, width: 2, using: &generator)
    let tokens: NDArray<Int> = [[0, 0], [1, 2], [3, 3], [4, 5]]
    model.clearGradients()
    _ = model.lossAndGradients(tokens)
    let gradients = model.parameters.map(\.gradient)
    for (p, gradient) in zip(model.parameters, gradients) {
      let value = p.value
      expectGradient(gradient, at: value, named: "d\(p.name) \(value.shape)", sizes: [3, 4]) {
        p.value = $0
        return model.lossAndGradients(tokens)
      }
      p.value = value
    }
    let (_, f, b) = model.vectors(tokens)
    let loss = SoftmaxCrossEntropy<Double>()
    let next = loss.forward(
      model.next.forward(f[0..<3].reshaped([6, 2])), tokens[1...].reshaped([-1]))
    let previous = loss.forward(
      model.previous.forward(b[1...].reshaped([6, 2])), tokens[0..<3].reshaped([-1]))
    expectClose(
      model.lossAndGradients(tokens), (next + previous) / 2,
      "the mean of two losses: forwards guesses the word behind, backwards the word before")
    model.next.weight.value *= 0
    model.previous.weight.value *= 0
    expectClose(
      model.lossAndGradients(tokens), log(6), "the loss of a model that knows nothing is ln 6")
  }
}
