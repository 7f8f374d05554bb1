import Classification
import CourseKit
import NDArray

/// Softmax regression on three species: two features that can be drawn, then all four.
func iris() throws {
  section("Softmax regression: iris")
  for (name, columns) in [("irisPetals", [2, 3]), ("iris", [0, 1, 2, 3])] {
    var generator = Generator(seed: 1)
    let parts = try Datasets.iris().stratifiedSplit(using: &generator)
    let scaled = Standardiser(fitting: parts.train.features[.all, columns])
    let (x, y) = (scaled(parts.train.features[.all, columns]), parts.train.targets)
    let (xTest, yTest) = (scaled(parts.test.features[.all, columns]), parts.test.targets)
    var model = SoftmaxRegression(
      features: columns.count, classes: 3, penalty: 1 / Double(y.count))
    model.parameters =
      LBFGS(steps: 200, tolerance: 1e-9)
      .minimise(model.objective(x, y), from: model.parameters).point
    print("\(columns.count) features: training \(agreement(model.predictions(x), y)),")
    print("  test \(agreement(model.predictions(xTest), yTest)),", terminator: " ")
    print("scikit-learn \(try Measure.scikitLearn(name).text)")
    if columns.count == 2 {
      try save(Figure(regions(model, scaled, parts), confusion(model, xTest, yTest)), "iris")
    }
  }
}

/// Who rules where, over the petals in centimetres.
private func regions(
  _ model: SoftmaxRegression, _ scaled: Standardiser, _ parts: Split<Dataset<Int>>
) -> Plot {
  var plot = Plot("Regions of three classes", x: "petal length, cm", y: "petal width, cm")
  plot.regions(x: 0.5...7.5, y: 0...2.8) { model.predictions(scaled($0)) }
  plot.points(
    parts.train.features[.all, 2...], labels: parts.train.targets, names: parts.train.classNames)
  return plot
}

private func confusion(
  _ model: SoftmaxRegression, _ x: NDArray<Double>, _ y: NDArray<Int>
) -> HeatMap {
  let names = ["setosa", "versicolor", "virginica"]
  let matrix = ConfusionMatrix(actual: y, predicted: model.predictions(x), classes: 3)
  print(ClassificationReport(matrix, names: names))
  return HeatMap(
    matrix.counts.asType(Double.self), title: "Test part", x: "predicted", y: "actual",
    rowNames: names, columnNames: names, format: "%.0f")
}
