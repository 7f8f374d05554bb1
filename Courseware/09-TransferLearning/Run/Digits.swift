import Convolution
import CourseKit
import Foundation
import NDArray
import Networks
import Optimisers
import Regularisation
import TransferLearning

/// Digits somewhere on a noisy sheet of 14 × 14 pixels. The source task is to read all ten; the target task to tell
/// 2, 4 and 7 in a mirror.
struct ScatteredDigits {
  static let target = [2, 4, 7]
  let train, test: NDArray<Float>
  let labels, testLabels: NDArray<Int>

  /// Split 0 of unit 04: the first 360 of the permutation of seed 0 are held out.
  init() throws {
    let data = try Datasets.digits()
    var generator = Generator(seed: 0)
    let order = generator.permutation(data.count)
    let pictures = (data.features / 16).asType(Float.self).reshaped([-1, 8, 8])
    (train, labels) = (pictures[order[360...]], data.targets[order[360...]])
    (test, testLabels) = (pictures[order[..<360]], data.targets[order[..<360]])
  }

  static func scatter(
    _ pictures: NDArray<Float>, using generator: inout Generator
  ) -> NDArray<Float> {
    scattered(pictures, side: 14, noise: 0.15, using: &generator)
  }

  /// The pictures of 2, 4 and 7, mirrored, numbered from 0.
  static func mirrored(
    _ pictures: NDArray<Float>, _ labels: NDArray<Int>
  ) -> (pictures: NDArray<Float>, labels: NDArray<Int>) {
    let places = labels.elements.indices.filter { target.contains(labels[$0]) }
    let chosen = pictures[NDArray(places)].flipped(axes: [2])
    return (chosen, NDArray(places.map { target.firstIndex(of: labels[$0])! }))
  }

  static func network(
    classes: Int, statistics: (mean: [Double], deviation: [Double]), seed: Int
  ) -> Classifier<Float> {
    var generator = Generator(seed: seed)
    func convolution(_ inputs: Int, _ outputs: Int) -> [any Layer<Float>] {
      [
        Conv2d<Float>(
          inputs, outputs, kernel: 3, padding: .zeros(1), bias: false, using: &generator),
        BatchNorm2d<Float>(outputs), Activate<Float>(.relu),
      ]
    }
    var layers = convolution(1, 16) + [MaxPool2d<Float>(2)]
    layers += convolution(16, 32)
    layers += convolution(32, 64) + [GlobalAveragePool2d<Float>()]
    return Classifier(
      body: Sequential(layers), features: 64, classes: classes, statistics: statistics,
      using: &generator)
  }
}

/// Digits: learn the source task, save it, and take its body to the target task with 1 to 40 examples of each class.
func digits() throws {
  let data = try ScatteredDigits()
  var generator = Generator(seed: 1)
  section("Source: ten digits somewhere on a noisy sheet")
  let statistics = channelStatistics(ScatteredDigits.scatter(data.train, using: &generator))
  let source = ScatteredDigits.network(classes: 10, statistics: statistics, seed: 2)
  let sheets = ScatteredDigits.scatter(data.test, using: &generator)
  let epochs = 8
  let both = optimisers(of: source, Adam(), rate: 0.003, bodyRate: 0.003)
  let schedule = CosineDecay(from: 0.003, over: epochs)
  let progress = ProgressMeter("source", total: epochs)
  for epoch in 0..<epochs {
    for optimiser in both { optimiser.rate = schedule.rate(at: epoch) }
    let x = ScatteredDigits.scatter(data.train, using: &generator)
    let loss = trainEpoch(
      source, x, data.labels, batchSize: 32, optimisers: both, using: &generator)
    if [0, 1, 3, 7].contains(epoch) {
      print(
        "epoch \(epoch + 1): loss \(Double(loss).text(4)), held out \(accuracy(source, sheets, data.testLabels).text(4))"
      )
    }
    progress.advance("loss \(Double(loss).text(3))")
  }
  let file = FileManager.default.temporaryDirectory
    .appendingPathComponent("source-\(ProcessInfo.processInfo.processIdentifier).npz")
  defer { try? FileManager.default.removeItem(at: file) }
  try source.save(to: file)
  try files(source, file, statistics)
  try pictures(data)
  try crossing(data, file, statistics)
  try slips(data, file, statistics)
}

/// What is in the file, and what is said when it does not fit.
private func files(
  _ source: Classifier<Float>, _ file: URL, _ statistics: (mean: [Double], deviation: [Double])
) throws {
  section("The source network in a file")
  let names = try ModelFile(file).names
  print(
    "\(names.count) arrays: \(names.prefix(4).joined(separator: ", ")), … \(names.suffix(3).joined(separator: ", "))"
  )
  let target = ScatteredDigits.network(classes: 3, statistics: statistics, seed: 3)
  do {
    try ModelFile(file).load(into: target)
  } catch {
    print("all of it into a network of three classes:")
    for line in "\(error)".split(separator: "\n").dropFirst() { print(line) }
  }
  try target.loadBody(from: file)
  target.freezeBody()
  print(
    "its body alone fits: \(target.counts.trainable) parameters to train, \(target.counts.frozen.grouped) frozen"
  )
}

private func pictures(_ data: ScatteredDigits) throws {
  var generator = Generator(seed: 4)
  let upright = ScatteredDigits.scatter(data.train[..<10], using: &generator)
  let (mirrored, labels) = ScatteredDigits.mirrored(data.train, data.labels)
  let sheets = ScatteredDigits.scatter(mirrored[..<10], using: &generator)
  let all = concatenated([upright, sheets])[.all, 0].asType(Double.self)
  let captions =
    data.labels[..<10].elements.map { "\($0)" }
    + labels[..<10].elements.map { "\(ScatteredDigits.target[$0])" }
  let grid = ImageGrid(
    all.clipped(to: 0...1), captions: captions,
    title: "Above ten digits, below 2, 4 and 7 in a mirror",
    columns: 10)
  try save(Figure(grid, panelSize: (900, 240)), "tasks")
}

/// Three ways to learn the target task from `count` examples of each class.
private enum Way: String, CaseIterable {
  case head = "head only"
  case tuned = "fine-tuned"
  case scratch = "from scratch"
}

/// The target task with so many examples of each class.
struct TargetTask {
  let x: NDArray<Float>
  let labels: NDArray<Int>

  /// `count` of each class, each at one place of its sheet for ever, and repeated until an epoch has at least 120.
  init(_ data: ScatteredDigits, count: Int, seed: Int) {
    var generator = Generator(seed: 100 + seed)
    let (pictures, all) = ScatteredDigits.mirrored(data.train, data.labels)
    let chosen = fewOfEach(all, classes: 3, count: count, using: &generator)
    let sheets = ScatteredDigits.scatter(pictures[chosen], using: &generator)
    let times = max(1, 120 / chosen.count)
    x = concatenated([NDArray<Float>](repeating: sheets, count: times))
    labels = all[chosen].tiled([times])
  }

  /// All held-out pictures of the three classes, at four places each.
  static func test(_ data: ScatteredDigits) -> (x: NDArray<Float>, labels: NDArray<Int>) {
    var generator = Generator(seed: 99)
    let (pictures, labels) = ScatteredDigits.mirrored(data.test, data.testLabels)
    let sheets = (0..<4).map { _ in ScatteredDigits.scatter(pictures, using: &generator) }
    return (concatenated(sheets), labels.tiled([4]))
  }
}

/// The lesson's table: who wins depends on the number of examples.
private func crossing(
  _ data: ScatteredDigits, _ file: URL, _ statistics: (mean: [Double], deviation: [Double])
) throws {
  section("Target: 2, 4 and 7 in a mirror; held-out accuracy, mean (and least … most) of 4 draws")
  let test = TargetTask.test(data)
  let sizes = [1, 3, 10, 40]
  var means: [Way: [Double]] = [:]
  print("of each class".padding(15) + Way.allCases.map { $0.rawValue.padding(24) }.joined())
  let progress = ProgressMeter("target", total: sizes.count * 4 * 3)
  for count in sizes {
    var cells: [String] = []
    for way in Way.allCases {
      var results: [Double] = []
      for seed in 0..<4 {
        let task = TargetTask(data, count: count, seed: seed)
        let model = ScatteredDigits.network(classes: 3, statistics: statistics, seed: 10 + seed)
        var generator = Generator(seed: 200 + seed)
        switch way {
        case .scratch:
          fineTune(
            model, task.x, task.labels, headEpochs: 0, epochs: 20, batchSize: 32, rule: Adam(),
            rate: 0.003, bodyRate: 0.003, using: &generator)
        case .head, .tuned:
          try model.loadBody(from: file)
          fineTune(
            model, task.x, task.labels, headEpochs: 40, epochs: way == .tuned ? 12 : 0,
            batchSize: 32, rule: Adam(), rate: 0.01, bodyRate: 0.001, using: &generator)
        }
        results.append(accuracy(model, test.x, test.labels))
        progress.advance("\(count) of each, \(way.rawValue)")
      }
      means[way, default: []].append(results.mean)
      cells.append(
        "\(results.mean.text(3)) (\(results.min()!.text(3)) … \(results.max()!.text(3)))".padding(
          24))
    }
    print("\(count)".padding(15) + cells.joined())
  }
  var plot = Plot(
    "Mirrored digits: who wins depends on how many there are", x: "examples of each class",
    y: "held-out accuracy")
  for way in Way.allCases {
    plot.line(
      NDArray(means[way]!), x: NDArray(sizes.map { Double($0) }), label: way.rawValue, marked: true)
  }
  plot.xScale = .logarithmic
  plot.yRange = 0.3...1
  try save(Figure(plot, panelSize: (640, 440)), "crossing")
}
