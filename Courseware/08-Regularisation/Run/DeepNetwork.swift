import CourseKit
import NDArray
import Networks
import Optimisers
import Regularisation

/// Eight layers from weights that are too small: without normalisation no signal gets through.
func deepNetwork(_ data: NoisyDigits) throws {
  section(
    "Eight layers, weights from a normal of deviation 0.05; 1437 digits, right labels, 10 epochs")
  let targets: NDArray<Float> = smoothed(data.labels, classes: 10, by: 0)
  var plot = Plot("Eight layers from small weights", x: "epoch", y: "cross-entropy")
  for (name, normalises, rate) in [
    ("plain, rate 0.1", false, 0.1), ("plain, rate 1", false, 1),
    ("batch normalisation, rate 0.1", true, 0.1), ("batch normalisation, rate 1", true, 1),
  ] {
    var generator = Generator(seed: 3)
    var layers: [any Layer<Float>] = []
    for inputs in [64] + [Int](repeating: 48, count: 6) {
      layers.append(Linear(inputs, 48, .small(0.05), using: &generator))
      if normalises { layers.append(BatchNorm1d(48)) }
      layers.append(Activate(.relu))
    }
    let network = Sequential(layers + [Linear(48, 10, .small(0.05), using: &generator)])
    let optimiser = Optimiser(GradientDescent(), network.parameters, rate: rate)
    let losses = (0..<10).map { _ in
      Double(
        trainEpoch(
          network, data.pixels, targets: targets, batchSize: 32, optimiser: optimiser,
          using: &generator))
    }
    plot.line(NDArray(losses), x: .arange(1.0, 11.0), label: name, marked: true)
    let share = accuracy(network, data.xTest, data.yTest)
    print(
      "\(name.padding(30)) loss \(losses[0].text(3)) → \(losses[9].text(3)), test \(share.text(3))")
  }
  plot.yRange = 0...2.6
  try save(Figure(plot, panelSize: (640, 430)), "depth")
}
