import CourseKit
import Foundation
import GradedTests
import NDArray
import Networks
import Optimisers
import SequenceToSequence
import Testing

@Suite(.graded) struct ModelChecks {
  @Test("logits and losses like PyTorch's") func modelAgainstPyTorch() throws {
    for item in try ModelCase.load() where !item.isFree { item.expect(gradients: false) }
  }

  @Test("every gradient of the plain pair like PyTorch's") func plainGradientsAgainstPyTorch()
    throws
  {
    for item in try ModelCase.load() where !item.isFree && item.kind == nil {
      item.expect(gradients: true)
    }
  }

  @Test("every gradient with attention like PyTorch's") func gradientsAgainstPyTorch() throws {
    for item in try ModelCase.load() where !item.isFree && item.kind != nil {
      item.expect(gradients: true)
    }
  }

  @Test("what a text says does not depend on the batch") func batchesDoNotMatter() {
    for kind in [nil, ScoreKind.dot, .additive(3)] {
      let model = smallModel(kind)
      let (source, target) = ([[5, 4], [3, 4, 5, 5], [4]], [[3, 6], [4], [5, 3, 6, 4]])
      let z = model.forward(Batch(source: source, target: target))
      for k in 0..<3 {
        let alone = model.forward(Batch(source: [source[k]], target: [target[k]]))
        expectClose(
          z[..<(target[k].count + 1), k], alone[.all, 0],
          "the logits of text \(k) alone and among longer ones\(kind == nil ? ", plain" : "")")
      }
    }
  }

  @Test("a model belongs to its last batch") func modelStates() {
    let (first, second) = (
      Batch(source: [[5, 4], [3, 4, 5, 5], [4]], target: [[3, 6], [4], [5, 3]]),
      Batch(source: [[4, 5, 3]], target: [[6, 3, 3, 4]])
    )
    for kind in [nil, ScoreKind.additive(3)] {
      for (early, late) in [(first, second), (second, first), (first, first)] {
        let (used, fresh) = (smallModel(kind), smallModel(kind))
        var generator = Generator(seed: 12)
        used.backward(generator.standardNormal(used.forward(early).shape))
        used.clearGradients()
        let z = used.forward(late)
        expectClose(z, fresh.forward(late), "the logits after another batch")
        for turn in ["", ", for a second upstream gradient"] {
          let dZ = generator.standardNormal(z.shape)
          used.clearGradients()
          fresh.clearGradients()
          _ = fresh.forward(late)
          used.backward(dZ)
          fresh.backward(dZ)
          for (a, b) in zip(used.namedParameters, fresh.namedParameters) {
            expectClose(
              a.parameter.gradient, b.parameter.gradient, "d\(a.name) after another batch\(turn)")
          }
        }
      }
    }
  }

  @Test("in Float") func modelInFloat() {
    let model = smallModel()
    var generator = Generator(seed: 1)
    let single = EncoderDecoder<Float>(
      kinds: (6, 7), embedding: 3, width: 4, attention: .additive(3), using: &generator)
    for (a, b) in zip(single.parameters, model.parameters) {
      a.value = b.value.asType(Float.self)
    }
    let batch = Batch(source: [[5, 4], [3]], target: [[3, 6], [4]])
    let z = model.forward(batch)
    expectClose(
      single.forward(batch).asType(Double.self), z, tolerance: 1e-5, "the logits in Float")
    model.backward(z)
    single.backward(single.forward(batch))
    for ((name, a), b) in zip(model.namedParameters, single.parameters) {
      expectClose(
        b.gradient.asType(Double.self), a.gradient, tolerance: 1e-4, "d\(name) in Float")
    }
  }

  @Test("own words and right words, mixed") func mixedWords() {
    var generator = Generator(seed: 13)
    let (right, own): (NDArray<Int>, NDArray<Int>) = (.full([4000], 3), .full([4000], 5))
    expectEqual(mixed(right, own, share: 0, using: &generator), right, "0 is teacher forcing")
    expectEqual(mixed(right, own, share: 1, using: &generator), own, "1 is running freely")
    var fresh = Generator(seed: 13)
    #expect(generator.random() == fresh.random(), "at both ends nothing is drawn")
    let some = mixed(right, own, share: 0.2, using: &generator)
    let ownCount = (some .== 5).asType(Int.self).sum()
    #expect(
      abs(ownCount - 800) < 100,
      "a share of 0.2 of 4000 texts reads its own word, drawn for each text: got \(ownCount)")
    #expect((some .== 3).asType(Int.self).sum() == 4000 - ownCount, "the others the right one")
    expectClose(ownShare(at: 0, k: 10), 1 - 10 / 11, "k/(k + 1) right words at the first step")
    expectClose(
      ownShare(at: 23, k: 10), 0.499354, tolerance: 1e-6, "about half where e^(step/k) is about k")
    #expect(ownShare(at: 200, k: 10) > 0.999, "at last its own words alone")
    expectClose(
      ownShare(at: 8000, k: 10), 1, "e⁸⁰⁰ is no number of a computer, the share is one: 1")
  }

  @Test("running freely it reads what it wrote") func freeRunning() {
    let model = smallModel()
    let batch = Batch(source: [[5, 4], [3, 4, 5]], target: [[3, 4, 5, 6], [6, 6, 3, 3]])
    var generator = Generator(seed: 14)
    let z = model.forward(batch, share: 1, using: &generator)
    let (state, memory) = model.read(batch.source)
    var (now, tokens) = (state, NDArray<Int>.full([2], Vocabulary.start))
    for t in 0..<5 {
      let step = model.decoder.step(tokens, now, memory)
      expectClose(
        z[t], model.decoder.logits(step.feature),
        t == 0 ? "the first step reads ⟨start⟩" : "step \(t) reads the likeliest of step \(t - 1)")
      tokens = model.decoder.logits(step.feature).argMax(axis: 1)
      now = step.state
    }
    let told = model.forward(batch)
    #expect(abs(told - z).max() > 1e-3, "teacher forcing reads other words here")
    let half = model.forward(batch, share: 0.5, using: &generator)
    var replay = Generator(seed: 14)
    (now, tokens) = (state, batch.inputs[0])
    for t in 0..<5 {
      let step = model.decoder.step(tokens, now, memory)
      expectClose(
        half[t], model.decoder.logits(step.feature),
        "a share of ½, step \(t): each later step reads `mixed`, own being the likeliest of the step before"
      )
      if t == 4 { break }
      let own = model.decoder.logits(step.feature).argMax(axis: 1)
      tokens = mixed(batch.inputs[t + 1], own, share: 0.5, using: &replay)
      now = step.state
    }
  }

  @Test("gradients of a free run like PyTorch's") func freeGradientsAgainstPyTorch() throws {
    for item in try ModelCase.load() where item.isFree { item.expect(gradients: true) }
  }

  @Test("the loss by hand") func maskedLossByHand() {
    // Kinds 1 and 2; a target of 0 is padding.
    func logits(_ p: [Double]) -> NDArray<Double> {
      NDArray(p.flatMap { [log(1e-300), log($0), log(1 - $0)] }, shape: [2, 2, 3])
    }
    let loss = MaskedCrossEntropy<Double>()
    let value = loss.forward(logits([0.5, 0.8, 0.25, 0.9]), [[1, 1], [1, 0]])
    let hint =
      abs(value - 0.601986) < 1e-5
      ? ": 0.601986 counts the padding"
      : abs(value - 0.631432) < 1e-5 ? ": 0.631432 is the mean of the texts' means" : ""
    expectClose(
      value, 0.767528, tolerance: 1e-6,
      "−(ln ½ + ln ¼ + ln 0.8)/3, a mean over three symbols\(hint)")
    let d = loss.backward()
    expectShape(d, [2, 2, 3], "the shape of the logits")
    expectClose(
      d[0, 0], NDArray([0, -1.0 / 6, 1.0 / 6]), tolerance: 1e-9,
      "(p − y)/3 where ½ was given to the right one")
    expectClose(d[1, 1], [0, 0, 0], "no gradient at padding")
  }

  @Test("nothing to write, ±1000, a second batch") func maskedLossEdges() {
    let loss = MaskedCrossEntropy<Double>()
    let far: NDArray<Double> = [[[0, 1000, -1000], [0, -1000, 1000]]]
    expectClose(
      loss.forward(far, [[2, 2]]), 1000, "ln p of a logit 2000 below the largest is −2000")
    expectClose(
      loss.backward(), [[[0, 0.5, -0.5], [0, 0, 0]]], "(p − y)/2, finite; 0 where all is right")
    expectClose(loss.forward(far, [[2, 0]]), 2000, "one symbol that counts")
    expectClose(loss.backward()[0, 0], [0, 1, -1], "(p − y)/1")
    expectClose(loss.forward(far, [[0, 0]]), 0, "padding alone: 0, and no division by 0")
    expectClose(loss.backward(), NDArray.zeros([1, 2, 3]), "and no gradient")
    var generator = Generator(seed: 15)
    let z = generator.standardNormal([3, 2, 4])
    let targets: NDArray<Int> = [[3, 1], [2, 0], [1, 0]]
    _ = loss.forward(z, targets)
    expectClose(
      loss.backward(), loss.backward(), "backward changes nothing: asked twice it says the same")
    expectGradient(loss.backward(), at: z, named: "dLogits", sizes: [4, 6, 3, 2]) {
      MaskedCrossEntropy<Double>().forward($0, targets)
    }
  }

  @Test("three steps like torch.optim's") func trainingAgainstPyTorch() throws {
    let item: TrainingCase = try reference("training.json")
    let model = pair(item.sizes, "additive", "forwards", item.start)
    let optimiser = Optimiser(Adam(), model.parameters, rate: 0.03)
    var generator = Generator(seed: 0)
    for parameter in model.parameters { parameter.gradient = parameter.value + 1 }
    for (k, texts) in item.batches.enumerated() {
      let batch = Batch(source: texts.source, target: texts.target)
      let value = trainStep(model, batch, optimiser, clip: 0.37, using: &generator)
      expectClose(
        value, item.losses[k], tolerance: 1e-9,
        "the loss before step \(k + 1): each begins with no gradients, whatever was left, clipped to 0.37 together"
      )
    }
    for (name, parameter) in model.namedParameters {
      expectStep(
        of: name, from: item.start[name]!, to: parameter.value, expected: item.end[name]!,
        tolerance: 1e-7)
    }
    let batch = Batch(source: [[4, 5], [3]], target: [[3, 4, 5], [6, 6]])
    let free = MaskedCrossEntropy<Double>().forward(
      model.forward(batch, share: 1, using: &generator), batch.targets)
    expectClose(
      trainStep(model, batch, optimiser, share: 1, using: &generator), free,
      "a share of 1: the loss of a free run, before the step")
  }

  @Test("learns six words by heart", .graded(seconds: 20)) func learnsByHeart() {
    let pairs = ["gatto cat", "cane dog", "topo mouse", "rana frog", "volpe fox", "asino ass"]
      .map { text in
        let both = text.split(separator: " ").map(String.init)
        return Pair(letters: both[0], both[1])
      }
    let corpus = Corpus(train: pairs, test: [])
    let batch = corpus.batch(pairs)
    for kind in [nil, ScoreKind.additive(8)] {
      var generator = Generator(seed: 2)
      let model = EncoderDecoder<Double>(
        kinds: (corpus.source.count, corpus.target.count), embedding: 8, width: 16,
        attention: kind, using: &generator)
      let optimiser = Optimiser(Adam(), model.parameters, rate: 0.03)
      var value = 0.0
      for _ in 0..<100 { value = trainStep(model, batch, optimiser, using: &generator) }
      #expect(value < 0.05, "the loss after 100 steps with the same six words")
      let answers = model.translate(batch.source, limit: 8)
        .map { corpus.target.decode($0.tokens) }
      #expect(answers == pairs.map(\.target), "and all six written without help")
    }
  }
}
