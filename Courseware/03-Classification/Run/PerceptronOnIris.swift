import Classification
import CourseKit
import NDArray

/// Rosenblatt's rule on two pairs of irises: one that a line can part, and one that none can.
func perceptron() throws {
  section("Rosenblatt's perceptron on irises")
  let iris = try Datasets.iris()
  var mistakes = Plot("Mistakes in each pass", x: "pass", y: "mistakes")
  mistakes.yRange = 0...7
  var panels: [any Panel] = []
  for (minus, plus) in [(0, 1), (1, 2)] {
    let pair = iris[((iris.targets .== minus) .| (iris.targets .== plus)).nonzero()[0]]
    let x = Standardiser(fitting: pair.features)(pair.features)[.all, 2...]
    let y = which(pair.targets .== plus, 1.0, -1.0)
    var perceptron = Perceptron(features: 2)
    let counts = perceptron.fit(x, y, passes: 50)
    let name = "\(iris.classNames[minus]) and \(iris.classNames[plus])"
    let wrong = (perceptron.predictions(x) .!= y).asType(Int.self).sum()
    print("\(name): \(counts.count) passes, mistakes", terminator: " ")
    print(
      counts.prefix(8).map(String.init).joined(separator: ", ") + (counts.count > 8 ? ", …" : ""))
    print("  at the end \(wrong) of \(y.count) on the wrong side")
    mistakes.line(
      NDArray(counts.map(Double.init)), x: NDArray.arange(1, Double(counts.count) + 0.5),
      label: name, marked: counts.count < 10)

    var plot = Plot(name, x: "petal length, standardised", y: "petal width, standardised")
    plot.regions(x: -2.5...2.5, y: -2.5...2.5) { [perceptron] points in
      which(perceptron.predictions(points) .> 0, plus, minus)
    }
    plot.points(x, labels: pair.targets, names: iris.classNames)
    panels.append(plot)
  }
  try save(Figure(panels: panels + [mistakes]), "perceptron")
}
