import CourseKit
import Graphs
import NDArray

/// A network in which every product is a node, on two moons.
func moons() throws {
  section("Two moons, a network of single numbers, 2-8-8-1")
  let (points, labels) = twoMoons(count: 50, noise: 0.12, seed: 1)
  var network = ScalarNetwork(sizes: [2, 8, 8, 1], seed: 0)
  let (steps, shown) = (300, [1, 10, 50, 100, 200, 300])
  let progress = ProgressMeter("two moons", total: steps)
  var losses: [Double] = []
  for step in 1...steps {
    losses.append(network.step(points, labels, rate: 1))
    progress.advance("loss \(losses.last!.text(4))")
    if shown.contains(step) { print("before step \(step): loss \(losses.last!.text(4))") }
  }
  var line = ScalarNetwork(sizes: [2, 1], seed: 0)
  var straight = 0.0
  for _ in 0..<steps { straight = line.step(points, labels, rate: 1) }
  let right = (classes(network, points) .== labels).sum()
  print("a straight line, 2-1, after as many steps: loss \(straight.text(4))")
  print("\(network.weights.count) weights, \(right) of \(labels.count) points right")

  var plot = Plot("Two moons", x: "x", y: "y")
  plot.regions(x: -1.6...2.6, y: -1.2...1.7, resolution: 160) { classes(network, $0) }
  plot.points(points, labels: labels, names: ["upper moon", "lower moon"])
  plot.hasEqualAxes = true
  var curve = Plot("Loss", x: "step", y: "mean logistic loss")
  curve.line(NDArray(losses), label: "all points")
  curve.yScale = .logarithmic
  try save(Figure(panels: [plot, curve], panelSize: (520, 420)), "moons")
}

/// The class of each point: the same formula on arrays, where each number of the network is a row of all points.
private func classes(_ network: ScalarNetwork, _ points: NDArray<Double>) -> NDArray<Int> {
  let tape = Tape<ArrayOperation<Double>>()
  let z = tape.withoutRecording {
    network.output(
      (0..<2).map { tape.constant(points[.all, $0]) },
      network.weights.map { tape.constant(NDArray($0)) })
  }
  return which(z.value .> 0, 1, NDArray<Int>.zeros(z.value.shape))
}
