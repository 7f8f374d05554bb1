import CourseKit
import NDArray
import Networks

/// What the first weights decide: copies from zeros, and how much gradient reaches the first layers.
func depth() throws {
  print("\nNeurons after 100 steps on three spirals, six hidden sigmoids")
  let (points, labels) = spirals(arms: 3, count: 100, noise: 0.2, seed: 0)
  for (name, initialiser) in [("zeros", Initialiser.zeros), ("small random", .small(0.1))] {
    var generator = Generator(seed: 0)
    let hidden = Linear<Double>(2, 6, initialiser, using: &generator)
    let network = Sequential([
      hidden, Activate(.sigmoid), Linear(6, 3, initialiser, using: &generator),
    ])
    var loss = 0.0
    for _ in 0..<100 {
      loss = trainEpoch(
        network, points, labels, batchSize: labels.count, rate: 0.5, using: &generator)
    }
    let different = Set((0..<6).map { hidden.weight.value[.all, $0].elements }).count
    print("  from \(name): \(different) different, loss \(loss.text(4))")
  }

  print("\nNorm of the gradient of each of ten layers, 64 neurons each")
  let (xavier, he) = (Initialiser.xavier.deviation(64, 64), Initialiser.he.deviation(64, 64))
  let settings: [(name: String, activation: Activation, deviation: Double)] = [
    ("sigmoid, Xavier", .sigmoid, xavier), ("tanh, Xavier", .hyperbolicTangent, xavier),
    ("ReLU, He", .relu, he), ("ReLU, small (0.01)", .relu, 0.01),
  ]
  var plot = Plot("Gradient before training", x: "layer, from the input", y: "norm of dL/dW")
  for (name, activation, deviation) in settings {
    let norms = gradientNorms(activation, deviation: deviation, depth: 10)
    let ratio = norms[0] / norms[9]
    print("  \(name): first \(norms[0].scientific), last \(norms[9].scientific), ", terminator: "")
    print("first/last \(ratio.scientific)")
    plot.line(NDArray(norms), x: NDArray.linspace(1, 10, count: 10), label: name, marked: true)
  }
  plot.yScale = .logarithmic
  try save(Figure(plot, panelSize: (640, 440)), "gradient-flow")
}
