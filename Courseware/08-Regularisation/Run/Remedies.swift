import CourseKit
import NDArray
import Networks
import Optimisers
import Regularisation

let allRemedies: [Remedy] = [
  Remedy(name: "none"),
  Remedy(name: "batch normalisation", normalises: true),
  Remedy(name: "label smoothing 0.3", smoothing: 0.3),
  Remedy(name: "mixup 0.4", mixes: true),
  Remedy(name: "L1 0.001", penalties: [.l1(0.001)]),
  Remedy(name: "L2 0.01", penalties: [.l2(0.01)]),
  Remedy(name: "decoupled decay 1", decay: .decoupled(1)),
  Remedy(name: "DropConnect 0.5", dropConnect: 0.5),
  Remedy(name: "dropout 0.4", dropout: 0.4),
  Remedy(name: "6 epochs", epochs: 6),
  Remedy(name: "early stopping, patience 5", patience: 5),
  Remedy(name: "dropout + smoothing + L2", dropout: 0.4, smoothing: 0.3, penalties: [.l2(0.01)]),
]

/// Each remedy alone and three together, on five seeds.
func remedies(_ data: NoisyDigits) throws {
  section("400 digits, 30 % of the labels drawn anew; 64-256-256-10, Adam, 60 epochs")
  let seeds = Array(0..<5)
  let progress = ProgressMeter("remedies", total: allRemedies.count * seeds.count)
  let wrong = seeds.map { data.sample($0).wrong }
  print("parameters: \(allRemedies[0].network(0).parameterCount)")
  print("wrong labels:", wrong.map { ($0 * 100).text(1) + " %" }.joined(separator: ", "))
  print("remedy".padding(27), "right on clean test digits".padding(30), "by heart")
  var table: [[Double]] = []
  var stops: [Int] = []
  for remedy in allRemedies {
    var (tests, trains): ([Double], [Double]) = ([], [])
    for seed in seeds {
      let network = remedy.network(seed)
      let history = remedy.train(network, data, seed)
      if let history { stops.append(history.best("held out")?.epoch ?? 0) }
      tests.append(accuracy(network, data.xTest, data.yTest))
      let (x, noisy, _) = data.sample(seed)
      trains.append(accuracy(network, x, noisy))
      progress.advance(remedy.name)
    }
    table.append(tests)
    let (mean, spread) = (NDArray(tests).mean(), NDArray(tests).std(ddof: 1))
    let bounds = "\(tests.min()!.text(3)) … \(tests.max()!.text(3))"
    print(
      "\(remedy.name.padding(27)) \(mean.text(3)) ± \(spread.text(3))  \(bounds.padding(15)) \(NDArray(trains).mean().text(3))"
    )
  }
  print("early stopping kept the epochs", stops.map { "\($0)" }.joined(separator: ", "))
  var map = HeatMap(
    NDArray(table), title: "Right on clean test digits", x: "seed", y: "",
    rowNames: allRemedies.map(\.name), columnNames: seeds.map { "\($0)" }, format: "%.3f")
  map.shades = (NDArray(table) - 0.75).clipped(min: 0, max: 1)
  try save(Figure(map, panelSize: (680, 460)), "remedies")
}

/// How the loss falls and the accuracy on clean digits rises and falls again, epoch by epoch.
func curves(_ data: NoisyDigits) throws {
  section("The same, epoch by epoch (seed 0)")
  var losses = Plot("Loss on the noisy labels", x: "epoch", y: "cross-entropy")
  var right = Plot("Right on clean test digits", x: "epoch", y: "share")
  let epochs = NDArray.arange(1.0, 61.0)
  for name in ["none", "label smoothing 0.3", "L2 0.01", "dropout 0.4", "dropout + smoothing + L2"]
  {
    let remedy = allRemedies.first { $0.name == name }!
    let network = remedy.network(0)
    var (loss, share): ([Double], [Double]) = ([], [])
    remedy.train(network, data, 0) {
      loss.append($0)
      share.append(accuracy(network, data.xTest, data.yTest))
    }
    losses.line(NDArray(loss), x: epochs, label: name)
    right.line(NDArray(share), x: epochs, label: name)
    let best = NDArray(share).argMax()
    print(
      "\(name.padding(27)) best \(share[best].text(3)) in epoch \("\(best + 1)".padding(3)) last \(share[59].text(3)), loss \(loss[0].text(3)) → \(loss[59].text(3))"
    )
  }
  losses.yRange = 0...2.5
  right.yRange = 0.6...1
  try save(Figure(losses, right, panelSize: (560, 430)), "curves")
}

/// What the penalties leave of the weights.
func weights(_ data: NoisyDigits) throws {
  section("The 65,536 weights of the second layer after 60 epochs (seed 0)")
  var panels: [any Panel] = []
  for name in ["none", "L2 0.01", "L1 0.001"] {
    let remedy = allRemedies.first { $0.name == name }!
    let network = remedy.network(0)
    remedy.train(network, data, 0)
    let weights = network.parameters[2].value.asType(Double.self).flattened()
    let small = (abs(weights) .< 0.001).mean()
    print(
      "\(name.padding(10)) deviation \(weights.std().text(4)), largest \(abs(weights).max().text(3)), below 0.001: \((100 * small).text(1)) %"
    )
    var plot = Plot(name, x: "weight", y: "density")
    plot.histogram(weights, bins: 91, range: -0.45...0.45)
    plot.xRange = -0.6...0.6
    panels.append(plot)
  }
  try save(Figure(panels: panels, columns: 3, panelSize: (400, 320)), "weights")
}
