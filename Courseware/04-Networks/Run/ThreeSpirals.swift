import CourseKit
import NDArray
import Networks

/// Points that no straight line separates: with and without a bend.
func threeSpirals() throws {
  print("\nThree spirals, 300 points")
  let (points, labels) = spirals(arms: 3, count: 100, noise: 0.2, seed: 0)
  var generator = Generator(seed: 0)
  let straight = Sequential<Double>([Linear(2, 3, .he, using: &generator)])
  let bent = Sequential<Double>([
    Linear(2, 32, .he, using: &generator), Activate(.relu),
    Linear(32, 32, .he, using: &generator), Activate(.relu),
    Linear(32, 3, .he, using: &generator),
  ])
  var panels: [Plot] = []
  for (name, network) in [("no hidden layer", straight), ("two hidden layers of 32", bent)] {
    for _ in 0..<300 {
      _ = trainEpoch(network, points, labels, batchSize: 30, rate: 0.3, using: &generator)
    }
    let accuracy = (predict(network, points) .== labels).mean()
    print("  \(name): \(accuracy.text(3)) of the points right after 300 epochs")
    var plot = Plot("\(name): \(accuracy.text(3))", x: "x", y: "y")
    plot.regions(x: -1.2...1.2, y: -1.2...1.2) { predict(network, $0) }
    plot.points(points, labels: labels, names: ["arm 0", "arm 1", "arm 2"])
    plot.hasEqualAxes = true
    panels.append(plot)
  }
  try save(Figure(panels: panels, panelSize: (460, 460)), "boundary")
}
