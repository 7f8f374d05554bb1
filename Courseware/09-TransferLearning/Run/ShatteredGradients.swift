import CourseKit
import NDArray
import Networks
import TransferLearning

/// dy/dx of networks of one number x, along a line: how much does the gradient at one place tell of the gradient
/// beside it?
func shatteredGradients() throws {
  section(
    "dy/dx at 256 places from −2 to 2: correlation with the place k steps on, mean of 10 networks")
  let x = NDArray<Double>.linspace(-2, 2, count: 256).reshaped([256, 1])
  let kinds: [(name: String, depth: Int, isResidual: Bool)] = [
    ("2 layers", 2, false), ("24 layers", 24, false), ("50 layers", 50, false),
    ("24 layers in residual blocks", 24, true), ("50 layers in residual blocks", 50, true),
  ]
  print("".padding(30) + [1, 4, 16].map { "k = \($0)".padding(9) }.joined())
  var panels: [any Panel] = []
  for kind in kinds {
    var correlations: [[Double]] = [[], [], []]
    for seed in 0..<10 {
      var generator = Generator(seed: seed)
      let network = deepNetwork(kind.depth, kind.isResidual, &generator)
      _ = network.forward(x)
      let slope = network.backward(.ones([256, 1]))[.all, 0]
      for (place, lag) in [1, 4, 16].enumerated() {
        correlations[place].append(correlation(slope[..<(256 - lag)], slope[lag...]))
      }
      if seed == 0 && kind.depth != 50 {
        var plot = Plot(kind.name, x: "x", y: "dy/dx")
        plot.line(slope / abs(slope).max(), x: x[.all, 0], label: "dy/dx, its largest as 1")
        plot.yRange = -1.1...1.1
        panels.append(plot)
      }
    }
    print(kind.name.padding(30) + correlations.map { $0.mean.text(3).padding(9) }.joined())
  }
  try save(Figure(panels: panels, columns: 3, panelSize: (430, 330)), "shattered")
}

/// A layer of 64 numbers in, `depth` − 1 layers between or in blocks of two, one number out.
private func deepNetwork(
  _ depth: Int, _ isResidual: Bool, _ generator: inout Generator
) -> Sequential<Double> {
  func linear(_ inputs: Int, _ outputs: Int) -> Linear<Double> {
    let layer = Linear<Double>(inputs, outputs, .he, using: &generator)
    layer.bias.value = 0.5 * generator.standardNormal([outputs])
    return layer
  }
  var layers: [any Layer<Double>] = [linear(1, 64), Activate(.relu)]
  for _ in 0..<((depth - 2) / 2) {
    if isResidual {
      layers.append(Residual(Sequential([linear(64, 64), Activate(.relu), linear(64, 64)])))
    } else {
      layers += [linear(64, 64), Activate(.relu), linear(64, 64), Activate(.relu)]
    }
  }
  return Sequential(layers + [linear(64, 1)])
}

private func correlation(_ a: NDArray<Double>, _ b: NDArray<Double>) -> Double {
  let (da, db) = (a - a.mean(), b - b.mean())
  let scale = ((da * da).sum() * (db * db).sum()).squareRoot()
  return scale == 0 ? 0 : (da * db).sum() / scale
}
