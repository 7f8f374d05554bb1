import Convolution
import CourseKit
import Foundation
import GradedTests
import NDArray
import Networks
import Optimisers
import Regularisation
import Testing
import TransferLearning

@Suite(.graded) struct HeadChecks {
  private func file() -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).npz")
  }

  private var pictures: NDArray<Double> {
    var generator = Generator(seed: 60)
    return generator.standardNormal([3, 2, 4, 5])
  }

  @Test("features: normalised as the body's own pictures were") func normalisationOfFeatures() {
    let model: Classifier<Double> = smallClassifier(seed: 61)
    model.setTraining(false)
    let x = pictures
    let scaled = stacked([(x[.all, 0] - 0.25) / 2, (x[.all, 1] + 0.5) / 0.5], axis: 1)
    expectClose(
      model.features(x), model.body.forward(scaled),
      "(x − mean)/deviation of each channel, then the body")
    expectClose(
      model.forward(x), model.head.forward(model.features(x)),
      "the logits: the head on the features")
    let single: Classifier<Float> = smallClassifier(seed: 61)
    single.setTraining(false)
    expectClose(
      single.features(x.asType(Float.self)).asType(Double.self), model.features(x),
      tolerance: 1e-4, "the features, in Float")
  }

  @Test("gradient check of a classifier, everything learning") func classifierGradients() {
    let model: Classifier<Double> = smallClassifier(seed: 62)
    let x = pictures
    for (name, parameter) in model.namedParameters {
      let value = parameter.value
      expectGradient(at: value, named: "d\(name)") {
        parameter.value = $0
        return model.forward(x)
      } backward: { dY in
        model.clearGradients()
        model.backward(dY)
        return parameter.gradient
      }
      parameter.value = value
    }
  }

  @Test("a new head is fresh, and of the new size; the body does not notice") func newHead() {
    let model: Classifier<Double> = smallClassifier(seed: 63)
    let (before, old) = (contents(model.body), model.head.weight.value)
    var (generator, twin) = (Generator(seed: 64), Generator(seed: 64))
    model.replaceHead(classes: 5, using: &generator)
    expectShape(model.head.weight.value, [4, 5], "W of the new head")
    expectClose(model.head.bias.value, .zeros([5]), "b of the new head")
    let drawn: NDArray<Double> = Initialiser.he.weights(4, 5, using: &twin)
    expectClose(model.head.weight.value, drawn, "W is drawn as He says, with the deviation √(2/4)")
    #expect(changes(before, contents(model.body)).isEmpty, "the body has changed with its head")
    #expect(model.body.counts.frozen == 0, "the body learned before, and does with its new head")
    model.freezeBody()
    model.head.freeze()
    model.replaceHead(classes: 3, using: &generator)
    #expect(model.body.counts.trainable == 0, "a frozen body stays frozen under its new head")
    #expect(model.head.weight.value != old, "a head of as many classes is a new one, too")
    #expect(
      model.head.parameters.allSatisfy { !$0.isFrozen },
      "a new head learns, even if the old one was frozen")
    #expect(
      model.namedParameters.suffix(2).map(\.name) == ["head.W", "head.b"], "its names in a file")
  }

  @Test("classes that the old head knew keep their weights, in their new places") func headByNames()
  {
    let model: Classifier<Double> = smallClassifier(seed: 65)
    model.head.bias.value = [0.1, 0.2, 0.3]
    let W = model.head.weight.value
    var generator = Generator(seed: 66)
    model.replaceHead(
      from: ["cat", "dog", "eel"], to: ["eel", "fox", "cat", "gnu"], using: &generator)
    expectShape(model.head.weight.value, [4, 4], "W for four classes")
    guard model.head.weight.value.shape == [4, 4] else { return }
    let now = model.head.weight.value
    expectClose(now[.all, 0], W[.all, 2], "eel was third and is first now: its column of W")
    expectClose(now[.all, 2], W[.all, 0], "cat was first and is third now: its column of W")
    expectClose(model.head.bias.value, [0.3, 0, 0.1, 0], "b: eel's, new, cat's, new")
    for (place, name) in [(1, "fox"), (3, "gnu")] {
      #expect(
        (0..<3).allSatisfy { now[.all, place] != W[.all, $0] } && now[.all, place].std() > 0,
        "\(name) was not known: its column is drawn anew")
    }
    model.replaceHead(from: ["a", "b", "c", "d"], to: ["d"], using: &generator)
    expectClose(model.head.weight.value, now[.all, 3..<4], "one class of the four alone")
  }

  @Test("a saved body comes back under another head") func loadingUnderAnotherHead() throws {
    let url = file()
    defer { try? FileManager.default.removeItem(at: url) }
    let source: Classifier<Double> = smallClassifier(seed: 67)
    for (_, buffer) in source.body.namedBuffers { buffer.value += 0.125 }
    try source.save(to: url)
    let target: Classifier<Double> = smallClassifier(seed: 68, classes: 5)
    target.mean.value *= 0
    let head = contents(target.head)
    try target.loadBody(from: url)
    for (name, value) in contents(source) where !name.hasPrefix("head.") {
      expectEqual(contents(target)[name] ?? .zeros([0]), value, "\(name) after loading")
    }
    #expect(changes(head, contents(target.head)).isEmpty, "the new head stays as it was")
    source.setTraining(false)
    target.setTraining(false)
    expectEqual(
      target.features(pictures), source.features(pictures),
      "the features of a picture, with the source's normalisation and running statistics")
  }

  @Test("another body is refused by name, and nothing is changed") func loadingAnotherBody() throws
  {
    let url = file()
    defer { try? FileManager.default.removeItem(at: url) }
    let source: Classifier<Double> = smallClassifier(seed: 69)
    try source.save(to: url)
    var generator = Generator(seed: 70)
    let other = Classifier<Double>(
      body: Sequential([
        Conv2d(2, 5, kernel: 3, padding: .zeros(1), bias: false, using: &generator),
        BatchNorm2d(5), Activate(.relu), GlobalAveragePool2d(),
      ]), features: 5, classes: 3, statistics: ([0, 0], [1, 1]), using: &generator)
    let before = contents(other)
    do {
      try other.loadBody(from: url)
      Issue.record("a body of other shapes was loaded")
    } catch {
      let text = "\(error)"
      #expect(
        text.contains("body.0.W") && text.contains("body.3.W"),
        "what does not fit is named: \(text)")
      #expect(!text.contains("head."), "the head is not asked for: \(text)")
    }
    #expect(changes(before, contents(other)).isEmpty, "nothing was changed")
    #expect(throws: (any Error).self, "a file that is not there") {
      try other.loadBody(from: file())
    }
  }
}
