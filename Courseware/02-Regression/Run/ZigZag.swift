import CourseKit
import Foundation
import NDArray
import Regression

/// Two features of very different size: a narrow valley and a zig-zag; standardised, a round bowl and a straight way.
func zigZag() throws {
  section("Standardisation turns the zig-zag into a straight path")
  let data = try DiabetesSplit()
  // Body mass index and LDL, centred, so that two slopes remain.
  let columns = data.train.features[.all, [2, 5]]
  let centred = columns - columns.mean(axis: 0)
  let y = data.train.targets - data.train.targets.mean()
  let scaled = Standardisation(fitting: columns)(columns)
  var panels: [any Panel] = []
  for (name, x) in [("raw", centred), ("standardised", scaled)] {
    let hessian = SquaredError.hessian(x)
    let (low, steepest): (Double, Double) = (
      try Linalg.eigvalsh(hessian)[0], try Linalg.eigvalsh(hessian)[1]
    )
    let best = leastSquaresByQR(x, y)
    let size = 1e-3 * Linalg.norm(best)
    let path = descend(from: [0, 0], rate: 2 / (low + steepest), steps: 5000) {
      SquaredError.gradient(x, y, at: $0)
    }
    let arrival = path.points.firstIndex { Linalg.norm($0 - best) < size } ?? path.points.count
    print(
      "\(name.padding(13)) condition \((steepest / low).text(1).padding(6)) η = \((2 / (low + steepest)).scientific): within 0.1 % of the bottom after \(arrival) steps"
    )
    var plot = Plot(
      "\(name): condition \((steepest / low).text(1))", x: "weight of body mass index",
      y: "weight of LDL")
    for level in [0.2, 0.5, 1.0] { plot.line(ellipse(hessian, best, through: level * best)) }
    let shown = stacked(Array(path.points.prefix(40)))
    plot.line(shown[.all, 1], x: shown[.all, 0], label: "descent", marked: true)
    panels.append(plot)
  }
  let all = try Linalg.cond(SquaredError.hessian(withOnes(data.train.features))) as Double
  let allScaled = try Linalg.cond(SquaredError.hessian(withOnes(data.z))) as Double
  let rates = try Regression.learningRates(hessian: SquaredError.hessian(withOnes(data.z)))
  let rawRates = try Regression.learningRates(
    hessian: SquaredError.hessian(withOnes(data.train.features)))
  print(
    "all ten features and the intercept: condition raw \(all.scientific), η_max \(rawRates.largest.scientific);",
    terminator: " ")
  print("standardised \(allScaled.text(1)), η_max \(rates.largest.text(6))")
  try save(Figure(panels: panels), "zig-zag")
}

extension Plot {
  /// A closed line through the rows of `points` (n, 2).
  fileprivate mutating func line(_ points: NDArray<Double>) {
    line(points[.all, 1], x: points[.all, 0])
  }
}

/// The points around `centre` where a bowl with these second derivatives is as high as at `centre` − `offset`.
private func ellipse(
  _ hessian: NDArray<Double>, _ centre: NDArray<Double>, through offset: NDArray<Double>
) -> NDArray<Double> {
  guard let (values, vectors) = try? Linalg.eigh(hessian) else { return NDArray.zeros([1, 2]) }
  let height = offset.dot(hessian).dot(offset).scalar.squareRoot()
  let angles = NDArray.linspace(0, 2 * Double.pi, count: 121)
  let circle = stacked([cos(angles), sin(angles)], axis: 1)
  return (circle * (height / sqrt(values))).dot(vectors.T) + centre
}
