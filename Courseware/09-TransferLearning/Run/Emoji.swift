import Convolution
import CourseKit
import NDArray
import Networks
import Optimisers
import Regularisation
import TransferLearning

/// Emoji of one hand, to the same classes in another hand and in photographs.
func emoji() throws {
  let noto = try Datasets.emoji(.noto)
  let targets = [
    ("OpenMoji", try Datasets.emoji(.openMoji)), ("photographs", try Datasets.photos()),
  ]
  try gallery([("Noto", noto)] + targets)

  section("Source: Noto's emoji, two thirds of the names to learn from")
  var generator = Generator(seed: 20)
  let names = trainTestSplit(stratifiedBy: noto.labels, testFraction: 1.0 / 3, using: &generator)
  let x: NDArray<Float> = noto.over(NDArray<Float>(1))
  let (train, labels) = (x[names.train], noto.labels[names.train])
  let statistics = channelStatistics(train)
  let source = blockNetwork(statistics, seed: 21)
  print(
    "\(names.train.count) to learn from, \(names.test.count) held out, \(source.counts.trainable.grouped) parameters in residual blocks"
  )
  let epochs = 60
  let both = optimisers(
    of: source, Adam(), rate: 0.003, bodyRate: 0.003, decay: .decoupled(0.01))
  let schedule = CosineDecay(from: 0.003, over: epochs)
  let progress = ProgressMeter("Noto", total: epochs)
  for epoch in 0..<epochs {
    for optimiser in both { optimiser.rate = schedule.rate(at: epoch) }
    let loss = trainEpoch(
      source, train, labels, batchSize: 32, optimisers: both, change: moved, using: &generator)
    if [0, 9, 29, 59].contains(epoch) {
      print("epoch \(epoch + 1): loss \(Double(loss).text(4))")
    }
    progress.advance("loss \(Double(loss).text(3))")
  }
  tell("held-out Noto", source, x[names.test], noto.labels[names.test])
  let best = Snapshot(of: source)

  section("Target: the same five classes in another hand, and in photographs (mean of 3 draws)")
  print(
    "accuracy / mean of the classes".padding(34)
      + ["head only", "fine-tuned", "from scratch"].map { $0.padding(17) }.joined())
  for (name, target) in targets {
    let y: NDArray<Float> = target.over(NDArray<Float>(1))
    var split = names
    if name == "photographs" {
      split = trainTestSplit(stratifiedBy: target.labels, testFraction: 1.0 / 3, using: &generator)
    }
    let (test, testLabels) = (y[split.test], target.labels[split.test])
    tell("\(name), nothing learned anew", source, test, testLabels)
    let animals: Double = (testLabels .== 0).mean()
    print("  always the largest class".padding(34) + "\(animals.text(3)) / 0.200")
    for count in [8, 200] {
      let line = ProgressMeter("\(name), \(count)", total: 9)
      var cells: [String] = []
      for way in ["head", "tuned", "scratch"] {
        var results: (plain: [Double], balanced: [Double]) = ([], [])
        for seed in 0..<3 {
          var draw = Generator(seed: 300 + seed)
          let few = split.train[
            fewOfEach(target.labels[split.train], classes: 5, count: count, using: &draw)]
          let model = blockNetwork(statistics, seed: 30 + seed)
          if way != "scratch" {
            best.restore()
            copyBody(of: source, to: model)
          }
          // As many steps whatever the number of examples.
          let passes = max(1, 120 / few.count)
          let places = few.tiled([passes])
          fineTune(
            model, y[places], target.labels[places], headEpochs: way == "scratch" ? 0 : 20,
            epochs: way == "head" ? 0 : way == "tuned" ? 8 : 16, batchSize: 32, rule: Adam(),
            rate: way == "scratch" ? 0.003 : 0.01, bodyRate: way == "scratch" ? 0.003 : 0.001,
            change: moved, using: &draw)
          let predicted = predict(model, test)
          results.plain.append((predicted .== testLabels).mean())
          results.balanced.append(balancedAccuracy(predicted, testLabels, classes: 5))
          line.advance(way)
        }
        cells.append("\(results.plain.mean.text(3)) / \(results.balanced.mean.text(3))".padding(17))
      }
      let size = count == 8 ? "8 of each class" : "all \(split.train.count)"
      print("  \(size)".padding(34) + cells.joined())
    }
  }
}

/// Conv 3 → 16 with stride 2, two residual blocks to 64 channels, the mean of each map: 72,720 + 325 parameters.
private func blockNetwork(
  _ statistics: (mean: [Double], deviation: [Double]), seed: Int
) -> Classifier<Float> {
  var generator = Generator(seed: seed)
  let entrance: [any Layer<Float>] = [
    Conv2d<Float>(3, 16, kernel: 3, stride: 2, padding: .zeros(1), bias: false, using: &generator),
    BatchNorm2d<Float>(16), Activate<Float>(.relu),
  ]
  let first: Residual<Float> = basicBlock(16, 32, stride: 2, using: &generator)
  let second: Residual<Float> = basicBlock(32, 64, stride: 2, using: &generator)
  let body = Sequential<Float>(entrance + [first, second, GlobalAveragePool2d<Float>()])
  return Classifier(
    body: body, features: 64, classes: 5, statistics: statistics, using: &generator)
}

/// Each picture moved by up to three pixels, its edge repeated, and mirrored half of the time.
private func moved(_ batch: NDArray<Float>, _ generator: inout Generator) -> NDArray<Float> {
  let wide = batch.padded([(0, 0), (0, 0), (3, 3), (3, 3)], mode: .edge)
  let places: NDArray<Int> = generator.integers(0...6, [batch.shape[0], 2])
  let flips: NDArray<Int> = generator.integers(0...1, [batch.shape[0]])
  return stacked(
    (0..<batch.shape[0]).map { i in
      let (y, x): (Int, Int) = (places[i, 0], places[i, 1])
      let picture = wide[i, .all, y..<(y + 32), x..<(x + 32)]
      return flips[i].scalar == 1 ? picture.flipped(axes: [2]) : picture
    })
}

private func copyBody(of source: Classifier<Float>, to model: Classifier<Float>) {
  for (ours, theirs) in zip(model.body.parameters, source.body.parameters) {
    ours.value = theirs.value
  }
  for (ours, theirs) in zip(model.body.namedBuffers, source.body.namedBuffers) {
    ours.buffer.value = theirs.buffer.value
  }
}

private func tell(
  _ name: String, _ model: Classifier<Float>, _ x: NDArray<Float>, _ labels: NDArray<Int>
) {
  let predicted = predict(model, x)
  let plain: Double = (predicted .== labels).mean()
  let balanced = balancedAccuracy(predicted, labels, classes: 5)
  print("\(name.padding(33)) \(plain.text(3)) / \(balanced.text(3))")
}

/// Four pictures of each class and style.
private func gallery(_ styles: [(String, Pictures)]) throws {
  var pictures: [NDArray<Double>] = []
  var captions: [String] = []
  for (_, set) in styles {
    let x: NDArray<Double> = set.over(NDArray<Double>(1))
    for label in 0..<5 {
      let places = set.labels.elements.indices.filter { set.labels[$0] == label }
      for k in [0, places.count / 2] {
        pictures.append(x[places[k]])
        captions.append(set.classNames[label])
      }
    }
  }
  let grid = ImageGrid(
    stacked(pictures), captions: captions, title: "Five classes: Noto, OpenMoji, photographs",
    columns: 10)
  try save(Figure(grid, panelSize: (900, 360)), "styles")
}
