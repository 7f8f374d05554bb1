import CourseKit
import NDArray
import Regression

/// One weight, four learning rates: below, at, between and above the rates that matter.
func learningRates() throws {
  section("One weight: y ≈ wx through the three objects")
  let x: NDArray<Double> = [[1], [2], [3]]
  let y: NDArray<Double> = [1, 2, 2]
  let hessian = SquaredError.hessian(x)
  let rates = try Regression.learningRates(hessian: hessian)
  print(
    "E″ = \((hessian[0, 0] as Double).text(6)), η_opt = \(rates.oneStep.text(6)), η_max = \(rates.largest.text(6))"
  )
  let ws = NDArray.linspace(-1, 2.6, count: 121)
  let bowl = NDArray(ws.elements.map { SquaredError.value(x, y, at: NDArray([$0])) })
  var panels: [any Panel] = []
  let cases: [(String, Double)] = [
    ("below: η = 0.04", 0.04), ("η_opt = 0.107143", rates.oneStep), ("between: η = 0.15", 0.15),
    ("η_max = 0.214286", rates.largest), ("above: η = 0.22", 0.22),
  ]
  for (name, rate) in cases {
    let path = descend(from: [0], rate: rate, steps: 8) { SquaredError.gradient(x, y, at: $0) }
    let w = concatenated(path.points)
    print(
      "  \(name.padding(18)) \(w[0..<4].elements.map { $0.text(6) }.joined(separator: ", ")), …")
    var plot = Plot(name, x: "w", y: "loss")
    plot.line(bowl, x: ws)
    let losses = NDArray(w.elements.map { SquaredError.value(x, y, at: NDArray([$0])) })
    plot.line(losses, x: w, marked: true)
    plot.yRange = 0...9
    plot.xRange = -1...2.6
    panels.append(plot)
  }
  let bowl2 = withOnes(x)
  let both = try Regression.learningRates(hessian: SquaredError.hessian(bowl2))
  print(
    "with an intercept: eigenvalues \(try Linalg.eigvalsh(SquaredError.hessian(bowl2))), η_max = \(both.largest.text(6))"
  )
  try save(Figure(panels: panels, columns: 3, panelSize: (380, 300)), "learning-rates")
}
