import CourseKit
import NDArray
import Regression

/// The same polynomials refitted on 100 samples: how wrong they are together, and how much they disagree.
func biasAndVariance() throws {
  section("Bias and variance, by refitting on 100 samples of 20")
  let grid = NDArray.linspace(0.05, 0.95, count: 100)
  let truth = Wave.truth(grid)
  var panels: [any Panel] = []
  var (biases, variances): ([Double], [Double]) = ([], [])
  print("degree   bias²    variance   together")
  for degree in 0...7 {
    var generator = Generator(seed: 4)
    let fits = (0..<100).map { _ in
      let (x, y) = Wave.sample(20, using: &generator)
      return Wave.fit(x, y, degree: degree, at: grid)
    }
    let (bias, variance) = Regression.biasAndVariance(stacked(fits), truth: truth)
    biases.append(bias)
    variances.append(variance)
    print(
      "\("\(degree)".padding(8)) \(bias.text(4).padding(8)) \(variance.text(4).padding(10)) \((bias + variance).text(4))"
    )
    guard [1, 3, 7].contains(degree) else { continue }
    var plot = Plot("degree \(degree), 20 of the fits", x: "x", y: "y")
    for fit in fits.prefix(20) { plot.line(fit, x: grid) }
    plot.line(truth, x: grid, label: "without noise", dashed: true)
    plot.yRange = -2...2.6
    panels.append(plot)
  }
  var sum = Plot("Bias² and variance", x: "degree", y: "mean squared error")
  sum.line(NDArray(biases), label: "bias²", marked: true)
  sum.line(NDArray(variances), label: "variance", marked: true)
  sum.line(NDArray(biases) + NDArray(variances), label: "together", dashed: true)
  sum.yScale = .logarithmic
  panels.append(sum)
  try save(Figure(panels: panels, columns: 2, panelSize: (460, 340)), "bias-variance")
}
