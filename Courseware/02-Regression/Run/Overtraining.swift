import CourseKit
import NDArray
import Regression

/// A wave with noise, and polynomials that follow it too closely.
struct Wave {
  /// One period on 0 … 1.
  static func truth(_ x: NDArray<Double>) -> NDArray<Double> { sin(2 * Double.pi * x) }

  /// `count` noisy observations.
  static func sample(_ count: Int, using generator: inout Generator) -> (
    x: NDArray<Double>, y: NDArray<Double>
  ) {
    let x = generator.random([count])
    return (x, truth(x) + 0.3 * generator.standardNormal([count]))
  }

  /// The polynomial of this degree with the least squared error on a sample, on the points `at`.
  static func fit(
    _ x: NDArray<Double>, _ y: NDArray<Double>, degree: Int, at points: NDArray<Double>
  ) -> NDArray<Double> {
    powers(points, degree: degree).dot(leastSquaresByQR(powers(x, degree: degree), y))
  }
}

/// Training and test error by degree: one falls, the other turns.
func overtraining() throws {
  section("Polynomials: too stiff, right, too supple")
  var generator = Generator(seed: 3)
  // The lecture's way to divide a population: a third to be judged by, two thirds to learn from.
  let (x, y) = Wave.sample(30, using: &generator)
  let (xTest, yTest) = (x[0..<10], y[0..<10])
  let (xTrain, yTrain) = (x[10...], y[10...])
  let grid = NDArray.linspace(0, 1, count: 200)
  var (trainErrors, testErrors): ([Double], [Double]) = ([], [])
  for degree in 0...12 {
    let (a, b) = (
      square(yTrain - Wave.fit(xTrain, yTrain, degree: degree, at: xTrain)).mean(),
      square(yTest - Wave.fit(xTrain, yTrain, degree: degree, at: xTest)).mean()
    )
    trainErrors.append(a)
    testErrors.append(b)
    if [0, 1, 3, 6, 9, 12].contains(degree) {
      print("degree \("\(degree)".padding(3)) training error \(a.text(4)), test error \(b.text(4))")
    }
  }
  var panels: [any Panel] = []
  for degree in [1, 3, 12] {
    var plot = Plot("degree \(degree)", x: "x", y: "y")
    plot.points(stacked([xTrain, yTrain], axis: 1), label: "training part")
    plot.line(Wave.truth(grid), x: grid, label: "without noise", dashed: true)
    plot.line(Wave.fit(xTrain, yTrain, degree: degree, at: grid), x: grid, label: "fit")
    plot.yRange = -2...2.6
    panels.append(plot)
  }
  var errors = Plot("Errors by degree", x: "degree", y: "mean squared error")
  errors.line(NDArray(trainErrors), label: "training part", marked: true)
  errors.line(NDArray(testErrors), label: "test part", marked: true)
  errors.yScale = .logarithmic
  panels.append(errors)
  try save(Figure(panels: panels, columns: 2, panelSize: (460, 340)), "overtraining")
}
