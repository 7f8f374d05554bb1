import Convolution
import CourseKit
import GradedTests
import NDArray
import Networks
import Optimisers
import Regularisation
import Testing
import TransferLearning

@Suite(.graded) struct BehaviourChecks {
  /// Strokes of 3 × 3 pixels somewhere on a noisy sheet of 7 × 7: the source task tells four strokes, the target
  /// task what two of them make
  /// together.
  private static let strokes: [NDArray<Double>] = [
    [[0, 0, 1], [0, 1, 0], [1, 0, 0]], [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    [[0, 0, 0], [1, 1, 1], [0, 0, 0]], [[0, 1, 0], [0, 1, 0], [0, 1, 0]],
  ]
  private static var crosses: [NDArray<Double>] {
    [maximum(strokes[0], strokes[1]), maximum(strokes[2], strokes[3])]
  }

  private func sheets(
    _ signs: [NDArray<Double>], _ count: Int, seed: Int
  ) -> (x: NDArray<Double>, y: NDArray<Int>) {
    var generator = Generator(seed: seed)
    let labels = NDArray((0..<count).map { $0 % signs.count })
    let pictures = stacked(labels.elements.map { signs[$0] })
    return (scattered(pictures, side: 7, noise: 0.2, using: &generator), labels)
  }

  private func fresh(_ classes: Int, seed: Int) -> Classifier<Double> {
    var generator = Generator(seed: seed)
    let body = Sequential<Double>([
      Conv2d(1, 8, kernel: 3, bias: false, using: &generator), BatchNorm2d(8), Activate(.relu),
      GlobalAveragePool2d(),
    ])
    return Classifier(
      body: body, features: 8, classes: classes, statistics: ([0.06], [0.35]), using: &generator)
  }

  @Test("with few examples a body that has learned elsewhere wins", .graded(seconds: 60))
  func transferWinsWithFewExamples() {
    let (x, y) = sheets(Self.strokes, 200, seed: 1)
    let (few, fewLabels) = sheets(Self.crosses, 6, seed: 2)
    let (test, testLabels) = sheets(Self.crosses, 100, seed: 3)
    var generator = Generator(seed: 4)
    let model = fresh(4, seed: 5)
    let both = optimisers(of: model, Adam(), rate: 0.02, bodyRate: 0.02)
    var losses: [Double] = []
    for _ in 0..<40 {
      losses.append(
        trainEpoch(model, x, y, batchSize: 10, optimisers: both, using: &generator))
    }
    #expect(
      losses[39] < 0.6 * losses[0],
      "the source task: the loss fell from \(losses[0]) to \(losses[39]) only")
    model.replaceHead(classes: 2, using: &generator)
    trainHead(
      of: model, few, fewLabels, epochs: 60, batchSize: 6,
      optimiser: Optimiser(Adam(), model.head.parameters, rate: 0.05), using: &generator)
    let transferred = accuracy(model, test, testLabels)
    let scratch = fresh(2, seed: 6)
    fineTune(
      scratch, few, fewLabels, headEpochs: 0, epochs: 60, batchSize: 6, rule: Adam(), rate: 0.02,
      bodyRate: 0.02, using: &generator)
    let alone = accuracy(scratch, test, testLabels)
    #expect(
      transferred > alone + 0.05,
      "six crosses to learn from: the head on a body that knows strokes \(transferred), from scratch \(alone)"
    )
  }

  @Test("fine-tuning fits what the head alone cannot", .graded(seconds: 60))
  func fineTuningFits() {
    let (x, y) = sheets(Self.strokes, 21, seed: 7)
    var generator = Generator(seed: 8)
    let model = fresh(4, seed: 9)
    let losses = fineTune(
      model, x, y, headEpochs: 10, epochs: 60, batchSize: 7, rule: Adam(), rate: 0.05,
      bodyRate: 0.05, using: &generator)
    #expect(losses.count == 70, "a loss for each epoch of both phases, got \(losses.count)")
    #expect(
      losses.last ?? .nan < 0.3 * losses[9],
      "the head alone came to \(losses[9]) on a random body, everything together only to \(losses.last ?? .nan)"
    )
  }

  @Test("a network of blocks learns in Float") func blocksLearnInFloat() {
    var generator = Generator(seed: 10)
    let body = Sequential<Float>([
      DepthwiseSeparable(1, 4, using: &generator), BatchNorm2d(4), ReLU6(),
      basicBlock(4, 6, stride: 2, using: &generator) as Residual<Float>,
      InvertedResidual(6, 6, expansion: 2, using: &generator), GlobalAveragePool2d(),
    ])
    let model = Classifier<Float>(
      body: body, features: 6, classes: 4, statistics: ([0], [1]), using: &generator)
    let (x, y) = sheets(Self.strokes, 12, seed: 11)
    let both = optimisers(of: model, Adam(), rate: 0.02, bodyRate: 0.02)
    var losses: [Float] = []
    for _ in 0..<40 {
      losses.append(
        trainEpoch(
          model, x.asType(Float.self), y, batchSize: 12, optimisers: both, using: &generator))
    }
    #expect(
      losses[39] < 0.3, "twelve pictures: the loss fell from \(losses[0]) to \(losses[39]) only")
  }
}
