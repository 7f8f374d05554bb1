import CourseKit
import NDArray
import Networks

/// The size of the signal layer by layer, for starts that are too small, too large and fitting.
func signals() throws {
  print(
    "\nSize of the signal, √mean(a²), after layers 1, 2, 5 and 10; 64 neurons each, 256 objects")
  let settings: [(name: String, activation: Activation, initialiser: Initialiser)] = [
    ("tanh, 0.01", .hyperbolicTangent, .small(0.01)),
    ("tanh, 1", .hyperbolicTangent, .small(1)),
    ("tanh, Xavier", .hyperbolicTangent, .xavier),
    ("ReLU, Xavier", .relu, .xavier),
    ("ReLU, He", .relu, .he),
  ]
  let shown = [1, 2, 5, 10]
  var panels: [Plot] = []
  for (name, activation, initialiser) in settings {
    var generator = Generator(seed: 3)
    var a = generator.standardNormal([256, 64])
    var sizes: [String] = []
    for layer in 1...10 {
      let linear = Linear<Double>(64, 64, initialiser, using: &generator)
      a = activation.value(linear.forward(a))
      guard shown.contains(layer) else { continue }
      let size = (a * a).mean().squareRoot()
      sizes.append(size < 0.001 ? size.scientific : size.text(3))
      var plot = Plot("\(name): layer \(layer)")
      plot.histogram(a, bins: 40, range: activation == .relu ? 0...3 : -1...1)
      plot.yRange = 0...2
      panels.append(plot)
    }
    print("  \(name): \(sizes.joined(separator: ", "))")
  }
  try save(
    Figure(panels: panels, title: "Activations by layer", columns: 4, panelSize: (270, 210)),
    "signals")
}

/// The loss before the first step, by what the last layer starts from.
func firstLoss() throws {
  print("\nThe loss of the digits' network before its first step; ln 10 = 2.3026")
  let digits = try Datasets.digits()
  let x = digits.features / 16
  for (name, last) in [
    ("zeros", Initialiser.zeros), ("0.01", .small(0.01)), ("He", .he), ("1", .small(1)),
  ] {
    var generator = Generator(seed: 0)
    let network = Sequential<Double>([
      Linear(64, 256, .he, using: &generator), Activate(.relu),
      Linear(256, 128, .he, using: &generator), Activate(.relu),
      Linear(128, 10, last, using: &generator),
    ])
    let loss = SoftmaxCrossEntropy<Double>().forward(network.forward(x), digits.targets)
    print("  last layer \(name): \(loss.text(4))")
  }
}

/// Neurons whose sum is negative for every object: ReLU leaves them no slope to come back by, a leak does.
func deadNeurons() throws {
  print("\nNeurons of the digits' network that no picture of 1437 wakes, after 10 epochs")
  var digits = try Datasets.digits()
  digits.features /= 16
  for (name, activation) in [("ReLU", Activation.relu), ("leaky", .leakyReLU(slope: 0.01))] {
    for rate in [0.1, 1, 1.5] {
      var generator = Generator(seed: 0)
      let split = digits.trainTestSplit(testFraction: 0.2, using: &generator)
      let bends = [Activate<Double>(activation), Activate<Double>(activation)]
      let linears = [
        Linear<Double>(64, 256, .he, using: &generator),
        Linear<Double>(256, 128, .he, using: &generator),
        Linear<Double>(128, 10, .he, using: &generator),
      ]
      let network = Sequential<Double>([linears[0], bends[0], linears[1], bends[1], linears[2]])
      var loss = 0.0
      for _ in 0..<10 {
        loss = trainEpoch(
          network, split.train.features, split.train.targets, batchSize: 32, rate: rate,
          using: &generator)
      }
      var a = split.train.features
      var silent: [Int] = []
      for (linear, bend) in zip(linears, bends) {
        a = bend.forward(linear.forward(a))
        silent.append((a.max(axis: 0) .<= 0).asType(Int.self).sum())
      }
      let accuracy = (predict(network, split.test.features) .== split.test.targets).mean()
      let counts = "never above 0 \(silent[0]) of 256 and \(silent[1]) of 128"
      print(
        "  \(name), η = \(rate): "
          + (loss.isNaN
            ? "loss NaN" : "\(counts), loss \(loss.text(4)), held out \(accuracy.text(4))"))
    }
  }
}
