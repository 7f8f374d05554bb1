import Convolution
import CourseKit
import Foundation
import GradedTests
import NDArray
import Networks
import Optimisers
import Testing

@Suite(.graded) struct PictureNetworkChecks {
  @Test("the lecture's table: 2,432 + 18,496 + 771 parameters, 32×8×8, 64×8×8, 64×2×2, 256")
  func lectureTable() {
    var generator = Generator(seed: 0)
    let network: Sequential<Double> = lectureNetwork(classes: 3, using: &generator)
    let table = summary(of: network, input: [3, 32, 32])
    let shapes = [
      [1, 3, 32, 32], [1, 32, 8, 8], [1, 32, 8, 8], [1, 64, 8, 8], [1, 64, 8, 8], [1, 64, 2, 2],
      [1, 256], [1, 3],
    ]
    #expect(table.rows.map(\.output) == shapes, "the shapes of the eight layers' outputs")
    #expect(
      table.rows.map(\.trainable) == [0, 2432, 0, 18496, 0, 0, 0, 771], "parameters layer by layer")
    #expect(table.trainable == 21699, "all parameters")
    if let normalise = network.layers.first as? Normalise<Double> {
      expectClose(
        normalise.mean.flattened(), [0.5074, 0.4867, 0.4411], "the lecture's means, red green blue")
      expectClose(
        normalise.deviation.flattened(), [0.2011, 0.1987, 0.2025], "the lecture's deviations")
    } else {
      Issue.record("the first layer should be a Normalise")
    }
    let more: Sequential<Float> = lectureNetwork(classes: 100, using: &generator)
    let x = NDArray<Float>.zeros([2, 3, 32, 32])
    expectShape(more.forward(x), [2, 100], "the answers of lectureNetwork(classes: 100)")
    expectHe([more], [75, 288, 256], tolerance: 0.1)
  }

  /// Expects weights as He's rule draws them, `inputs` for each layer that has some: the mean of the deviations in
  /// these `networks`. For 128 inputs and 10 outputs Xavier's deviation is 0.96 of He's, so one network would not tell.
  private func expectHe(
    _ networks: [Sequential<Float>], _ inputs: [Int], tolerance: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let weights = networks.map { $0.parameters.filter { $0.name == "W" } }
    let isComplete = weights.allSatisfy { $0.count == inputs.count }
    #expect(isComplete, "layers with weights", sourceLocation: sourceLocation)
    guard isComplete else { return }
    for (layer, inputs) in inputs.enumerated() {
      let deviations = weights.map { Double($0[layer].value.std()) }
      let he = (2 / Double(inputs)).squareRoot()
      expectClose(
        NDArray(deviations).mean() / he, 1, tolerance: tolerance,
        "the deviation of W \(weights[0][layer].value.shape) in units of He's √(2/\(inputs))",
        sourceLocation: sourceLocation)
    }
  }

  @Test("the digits' network: 160 + 4,640 + 1,290 parameters")
  func digitsTable() {
    var generator = Generator(seed: 0)
    let network: Sequential<Float> = digitsNetwork(using: &generator)
    let table = summary(of: network, input: [1, 8, 8])
    let shapes = [
      [1, 16, 8, 8], [1, 16, 8, 8], [1, 16, 4, 4], [1, 32, 4, 4], [1, 32, 4, 4], [1, 32, 2, 2],
      [1, 128], [1, 10],
    ]
    #expect(table.rows.map(\.output) == shapes, "the shapes of the eight layers' outputs")
    #expect(
      table.rows.map(\.trainable) == [160, 0, 0, 4640, 0, 0, 0, 1290], "parameters layer by layer")
    let drawn: [Sequential<Float>] = (0..<100).map { _ in digitsNetwork(using: &generator) }
    expectHe(drawn, [9, 144, 128], tolerance: 0.025)
  }

  @Test("both networks agree with PyTorch: outputs, gradients, three steps")
  func networksAgainstPyTorch() throws {
    let references: NetworkReferences = try reference("network.json")
    var generator = Generator(seed: 0)
    try compare(
      lectureNetwork(classes: 3, using: &generator), "lecture's network", [3, 3, 32, 32], 3,
      references.lecture)
    try compare(
      digitsNetwork(using: &generator), "digits' network", [5, 1, 8, 8], 10, references.digits)
  }

  /// With weights and pictures from the formulas of make_references.py.
  private func compare(
    _ network: Sequential<Double>, _ what: String, _ shape: [Int], _ classes: Int,
    _ expected: NetworkReferences.Case
  ) throws {
    func numbers(_ shape: [Int], _ number: (Int) -> Double) -> NDArray<Double> {
      NDArray((0..<shape.reduce(1, *)).map(number), shape: shape)
    }
    let parameters = network.parameters
    #expect(
      parameters.count == expected.gradientSums.count,
      "how many arrays of parameters the \(what) has")
    guard parameters.count == expected.gradientSums.count else { return }
    for (place, parameter) in parameters.enumerated() {
      // PyTorch's linear layer has a row for each output.
      let isMatrix = parameter.value.rank == 2
      let stored = isMatrix ? parameter.value.shape.reversed() : parameter.value.shape
      let scale = Double(stored.dropFirst().reduce(1, *)).squareRoot()
      let value = numbers(stored) { cos(Double($0 * $0 % 1000) + Double(place)) / scale }
      parameter.value = isMatrix ? value.T : value
    }
    let x = numbers(shape) { 0.5 + 0.5 * cos(Double($0 * $0 % 777)) }
    let labels = NDArray((0..<shape[0]).map { $0 * 2 % classes })
    let loss = SoftmaxCrossEntropy<Double>()
    for (step, expectedLoss) in expected.losses.enumerated() {
      let logits = network.forward(x)
      expectClose(
        loss.forward(logits, labels), expectedLoss, tolerance: 1e-10,
        "\(what): the loss after \(step) steps")
      network.clearGradients()
      let dX = network.backward(loss.backward())
      if step == 0 {
        expectClose(logits, expected.logits.array, tolerance: 1e-10, "\(what): logits")
        expectClose(
          dX.sum(axes: [2, 3]), expected.dXSums.array, tolerance: 1e-10,
          "\(what): dX, each channel's sum")
        let sums = zip(expected.gradientSums, expected.gradientSquares)
        for (parameter, (sum, squares)) in zip(parameters, sums) {
          let gradient = parameter.gradient
          let name = "d\(parameter.name) \(gradient.shape) of the \(what)"
          expectClose(gradient.sum(), sum, tolerance: 1e-10, "the sum of \(name)")
          expectClose(
            (gradient * gradient).sum(), squares, tolerance: 1e-10, "the squares of \(name)")
        }
      }
      descend(parameters, rate: 0.1)
    }
  }

  @Test("learns six random pictures by heart")
  func overfitsPictures() {
    var generator = Generator(seed: 40)
    let x = generator.standardNormal([6, 2, 5, 4])
    let labels = NDArray([0, 1, 2, 2, 1, 0])
    let network = Sequential<Double>([
      Conv2d(2, 8, kernel: 3, padding: .replicate(1), using: &generator), Activate(.relu),
      MaxPool2d(2), Flatten(), Linear(32, 3, .he, using: &generator),
    ])
    let loss = SoftmaxCrossEntropy<Double>()
    var value = Double.infinity
    for _ in 0..<60 {
      value = loss.forward(network.forward(x), labels)
      network.clearGradients()
      _ = network.backward(loss.backward())
      descend(network.parameters, rate: 0.2)
    }
    #expect(value < 0.05, "after 60 steps the loss is \(value); it should be almost 0")
    #expect(predict(network, x) == labels, "every picture gets its own class")
  }

  @Test("learns to read digits from 600 of them", .graded(seconds: 30))
  func learnsDigits() throws {
    let data = try Datasets.digits()
    var generator = Generator(seed: 0)
    let order = generator.permutation(data.count)
    let x = (data.features / 16).asType(Float.self).reshaped([-1, 1, 8, 8])
    let network: Sequential<Float> = digitsNetwork(using: &generator)
    let optimiser = Optimiser(Adam(), network.parameters, rate: 0.005)
    let train = order[360..<960]
    for _ in 0..<8 {
      _ = trainEpoch(
        network, x[train], data.targets[train], batchSize: 32, optimiser: optimiser,
        using: &generator)
    }
    let test = order[0..<360]
    let accuracy = (predict(network, x[test]) .== data.targets[test]).mean()
    #expect(accuracy >= 0.93, "\(accuracy) of 360 held-out digits are right after 8 epochs on 600")
  }
}
