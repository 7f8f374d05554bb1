import CourseKit
import Foundation
import GradedTests
import NDArray
import Optimisers
import Testing
import Transformers

@Suite(.graded) struct TranslatorChecks {
  private func small(padding: Int = 0) -> Translator<Double> {
    var generator = Generator(seed: 33)
    return Translator(
      source: 6, target: 5, length: 9, width: 4, heads: 2, hidden: 5, blocks: 2, padding: padding,
      using: &generator)
  }

  @Test("shapes, and a first loss of ln 5") func translatorShapes() {
    let model = small()
    let source: NDArray<Int> = [[3, 1, 0, 0], [4, 4, 5, 2]]
    let target: NDArray<Int> = [[1, 2, 3], [1, 4, 4]]
    let z = model.forward(source, target)
    expectShape(z, [2, 3, 5], "(texts, target length, target vocabulary)")
    let loss = SequenceLoss<Double>(ignoring: 0).forward(z, [[2, 3, 0], [4, 4, 2]])
    expectClose(loss, log(5), tolerance: 0.1, "untrained, all five equally likely")
    let (memory, mask) = model.read(source)
    expectShape(memory, [2, 4, 4], "the memory: (texts, source length, width)")
    expectEqual(mask.reshaped([2, 4])[0], [true, true, false, false], "0 is padding")
    let read = model.sourceWords.table.value[source] + sinusoids(4, 4)
    expectClose(
      memory, model.encoder.forward(read, mask: mask), "words plus places, through the encoder")
    let written = model.targetWords.table.value[target] + sinusoids(3, 4)
    let h = model.decoder.forward(written, memory: memory, memoryMask: mask)
    expectClose(
      z, perToken(h, model.output.forward), "words plus places, through the decoder and `output`")
  }

  @Test("centred differences from the logits to both tables of words") func translatorGradients() {
    let model = small()
    shake(model, seed: 34)
    let (source, target): (NDArray<Int>, NDArray<Int>) = (
      [[3, 1, 0], [4, 4, 5]], [[1, 2], [1, 4]]
    )
    let parts = [
      "sourceWords.E", "targetWords.E", "output.W", "output.b",
      "encoder.blocks.0.attention.query.W", "decoder.blocks.1.crossAttention.key.W",
    ]
    checkParameters(of: model, only: parts) {
      model.forward(source, target)
    } backward: {
      model.backward($0)
    }
  }

  @Test("padding of the source and later words of the target change nothing")
  func translatorMasks() {
    let model = small()
    shake(model, seed: 35)
    let z = model.forward([[3, 1, 5]], [[1, 2, 3]])
    expectClose(
      model.forward([[3, 1, 5, 0, 0]], [[1, 2, 3]]), z, "a longer batch fills the source up with 0")
    expectClose(
      model.forward([[3, 1, 5]], [[1, 2, 4]])[0, ..<2], z[0, ..<2],
      "the target's third word is not seen before")
    let other = small(padding: 4)
    shake(other, seed: 35)
    expectClose(
      other.forward([[3, 0, 5, 4, 4]], [[1, 2, 3]]), other.forward([[3, 0, 5]], [[1, 2, 3]]),
      "with 4 for padding 0 is a word and 4 is none")
    let turned = model.forward([[5, 1, 3]], [[1, 2, 3]])
    #expect(abs(turned - z).max() > 1e-3, "the order of the source tells: positions are added")
    let moved = model.forward([[3, 1, 5]], [[1, 3, 2]])
    #expect(abs(moved[0, 2] - z[0, 2]).max() > 1e-3, "and that of the target")
    let twice = model.forward([[3, 1, 5]], [[1, 1]])
    #expect(
      abs(twice[0, 0] - twice[0, 1]).max() > 1e-6,
      "one word written twice: only its place tells the second from the first")
  }

  @Test("translation goes on from its own words, and stops at the end") func translation() {
    let model = small()
    shake(model, seed: 36, scale: 0.8)
    let source: NDArray<Int> = [[3, 1, 5], [2, 4, 0], [5, 5, 1], [1, 2, 3]]
    let plain = model.translate(source, start: 1, end: -7, length: 6)
    expectShape(plain, [4, 6], "(texts, length), without the start")
    var target = NDArray<Int>.full([4, 1], 1)
    for _ in 0..<6 {
      let next = model.forward(source, target)[.all, -1].argMax(axis: 1)
      target = concatenated([target, next[.all, .newAxis]], axis: 1)
    }
    expectEqual(plain, target[.all, 1...], "each word is the likeliest after all before it")
    let end: Int = plain[0, 2]
    let ended = model.translate(source, start: 1, end: end, length: 6)
    for row in 0..<4 {
      let tokens = plain[row].elements
      let stop = tokens.firstIndex(of: end).map { $0 + 1 } ?? 6
      let expected = tokens.prefix(stop) + [Int](repeating: 0, count: 6 - stop)
      #expect(
        ended[row].elements == Array(expected),
        "text \(row): the end itself stands, then padding; other texts go on")
    }
    let other = small(padding: 4)
    shake(other, seed: 36, scale: 0.8)
    let words = other.translate([[3, 1, 5]], start: 1, end: -7, length: 2)
    let first: Int = words[0, 0]
    expectEqual(
      other.translate([[3, 1, 5]], start: 1, end: first, length: 3),
      NDArray([first, 4, 4], shape: [1, 3]),
      "with 4 for padding what follows on the end is 4")
  }

  @Test("one batch of dates is learned by heart", .graded(seconds: 30)) func translatorOverfits() {
    var generator = Generator(seed: 37)
    let task = TranslationTask.dates(5, using: &generator)
    let model = Translator<Double>(
      source: task.vocabulary, target: task.vocabulary, length: 30, width: 16, heads: 2, hidden: 24,
      blocks: 1, using: &generator)
    let optimiser = Optimiser(Adam(), model.parameters, rate: 0.01)
    let loss = SequenceLoss<Double>(ignoring: 0)
    var last = 0.0
    for _ in 0..<90 {
      last = trainStep(optimiser) {
        let z = model.forward(task.source, task.target[.all, ..<(-1)])
        let value = loss.forward(z, task.target[.all, 1...])
        model.backward(loss.backward())
        return value
      }
    }
    #expect(last < 0.1, "five dates by heart in 90 steps, got \(last)")
    let written = model.translate(task.source, start: 1, end: 2, length: task.target.shape[1] - 1)
    expectEqual(written, task.target[.all, 1...], "and written out without help")
  }
}
