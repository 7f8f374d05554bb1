import CourseKit
import Foundation
import NDArray
import Networks

/// Handwritten digits: one split told in full, then five more, with scikit-learn's results beside ours.
func digits() throws {
  var digits = try Datasets.digits()
  digits.features /= 16
  let peers = try scikitLearn()
  print("\nDigits: \(digits.count) pictures, split by permutation, a fifth held out")
  var accuracies: [Double] = []
  for (seed, peer) in peers.enumerated() {
    var generator = Generator(seed: seed)
    let split = digits.trainTestSplit(testFraction: 0.2, using: &generator)
    let network = digitsNetwork(using: &generator)
    let history = train(network, on: split, seed: seed, using: &generator)
    let predicted = predict(network, split.test.features)
    accuracies.append((predicted .== split.test.targets).mean())
    if seed == 0 { try tell(split, network, history, predicted, digits.classNames) }
    print(
      "  split \(seed): ours \(accuracies[seed].text(4)), scikit-learn \(peer.sgd.text(4)), "
        + "with its defaults \(peer.default.text(4))")
  }
  let n = Double(peers.count)
  let means = (peers.map(\.sgd).reduce(0, +) / n, peers.map(\.default).reduce(0, +) / n)
  print(
    "  mean:    ours \(NDArray(accuracies).mean().text(4)), scikit-learn \(means.0.text(4)), "
      + "with its defaults \(means.1.text(4))")
}

private func digitsNetwork(using generator: inout Generator) -> Sequential<Double> {
  Sequential([
    Linear(64, 256, .he, using: &generator), Activate(.relu),
    Linear(256, 128, .he, using: &generator), Activate(.relu),
    Linear(128, 10, .he, using: &generator),
  ])
}

/// Sixty epochs of mini-batches of 32; the loss on both parts after each.
private func train(
  _ network: Sequential<Double>, on split: Split<Dataset<Int>>, seed: Int,
  using generator: inout Generator
) -> (train: [Double], test: [Double]) {
  let epochs = 60
  let progress = ProgressMeter("split \(seed)", total: epochs)
  let loss = SoftmaxCrossEntropy<Double>()
  var history: (train: [Double], test: [Double]) = ([], [])
  for _ in 0..<epochs {
    let mean = trainEpoch(
      network, split.train.features, split.train.targets, batchSize: 32, rate: 0.1,
      using: &generator)
    let held = loss.forward(network.forward(split.test.features), split.test.targets)
    history.train.append(mean)
    history.test.append(held)
    progress.advance("loss \(mean.text(4)), held out \(held.text(4))")
  }
  return history
}

/// The report and the figures of one split.
private func tell(
  _ split: Split<Dataset<Int>>, _ network: Sequential<Double>,
  _ history: (train: [Double], test: [Double]), _ predicted: NDArray<Int>, _ classNames: [String]
) throws {
  let (actual, count) = (split.test.targets, split.test.count)
  let right = (predicted .== actual).sum()
  print("  \(split.train.count) to learn from, \(count) held out, ", terminator: "")
  print("\(network.parameterCount) parameters")
  for epoch in [1, 2, 5, 10, 20, 40, 60] {
    print("  epoch \(epoch): loss \(history.train[epoch - 1].text(4)), ", terminator: "")
    print("held out \(history.test[epoch - 1].text(4))")
  }
  print(
    "\n  \(right) of \(count) held-out pictures right: \((Double(right) / Double(count)).text(4))\n"
  )
  let matrix = ConfusionMatrix(actual: actual, predicted: predicted, classNames: classNames)
  print(ClassificationReport(matrix).text(digits: 4))

  var plot = Plot("Digits: loss", x: "epoch", y: "cross-entropy")
  let epochs = NDArray.linspace(1, Double(history.train.count), count: history.train.count)
  plot.line(NDArray(history.train), x: epochs, label: "training")
  plot.line(NDArray(history.test), x: epochs, label: "held out")
  plot.yScale = .logarithmic
  try save(Figure(plot, panelSize: (640, 440)), "loss")
  try save(Figure(HeatMap(matrix), panelSize: (560, 520)), "confusion")

  // Every mistake first, then right ones, thirty in all.
  let wrong = (predicted .!= actual).nonzero()[0].elements
  let shown = NDArray(wrong + (0..<count).filter { !wrong.contains($0) }.prefix(30 - wrong.count))
  let grid = ImageGrid(
    split.test.features[shown].reshaped([-1, 8, 8]), predicted: predicted[shown],
    actual: actual[shown], classNames: classNames, title: "Held-out pictures, mistakes first")
  try save(Figure(grid, panelSize: (760, 300)), "predictions")
}

/// What `make_references.py` stored of scikit-learn's MLP, one row a split.
private func scikitLearn() throws -> [Peer] {
  let unit = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let file = unit.appendingPathComponent("References/digits.json")
  return try JSONDecoder().decode(Peers.self, from: Data(contentsOf: file)).splits
}

private struct Peers: Decodable {
  let splits: [Peer]
}

/// Test accuracy with our settings, and with scikit-learn's own.
private struct Peer: Decodable {
  let sgd: Double
  let `default`: Double
}
