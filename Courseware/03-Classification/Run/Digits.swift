import Classification
import CourseKit
import NDArray

/// Softmax regression on handwritten digits: 64 pixels, 10 classes, 650 parameters.
func digits() throws {
  section("Softmax regression: digits")
  var generator = Generator(seed: 1)
  let parts = try Datasets.digits().stratifiedSplit(using: &generator)
  let (x, y) = (parts.train.features / 16, parts.train.targets)
  let (xTest, yTest) = (parts.test.features / 16, parts.test.targets)
  var model = SoftmaxRegression(features: 64, classes: 10, penalty: 1 / Double(y.count))
  let objective = model.objective(x, y)
  print("\(y.count) digits to learn from, \(yTest.count) to be judged by")

  let epochs = 60
  let stochastic = StochasticGradientDescent(rate: 0.3, batchSize: 32, epochs: 1)
  let progress = ProgressMeter("digits, SGD", total: epochs)
  var losses = [model.loss(x, y)]
  for _ in 0..<epochs {
    let epoch = stochastic.minimise(objective, from: model.parameters, using: &generator)
    model.parameters = epoch.point
    losses += epoch.values.suffix(1)
    progress.advance("loss \(losses.last!.text(4))")
  }
  print("SGD, \(epochs) epochs: loss \(losses.last!.text(4)),", terminator: " ")
  print("test \(agreement(model.predictions(xTest), yTest))")

  let lowest = LBFGS(steps: 500, tolerance: 1e-8)
    .minimise(objective, from: NDArray.zeros([65, 10]))
  model.parameters = lowest.point
  let predicted = model.predictions(xTest)
  print(
    "L-BFGS, \(lowest.values.count - 1) steps: loss \(lowest.values.last!.text(4)),",
    terminator: " ")
  print("training \(agreement(model.predictions(x), y)), test \(agreement(predicted, yTest))")
  print("scikit-learn: test \(try Measure.scikitLearn("digits").text)")

  let matrix = ConfusionMatrix(actual: yTest, predicted: predicted, classes: 10)
  print(ClassificationReport(matrix, names: parts.test.classNames, digits: 4))
  let counts = matrix.counts.asType(Double.self)
  var heat = HeatMap(
    counts, title: "Confusion matrix, test part", x: "predicted", y: "actual",
    rowNames: parts.test.classNames, columnNames: parts.test.classNames, format: "%.0f")
  heat.shades = counts / counts.sum(axis: 1, keepDims: true)
  var plot = Plot("Loss on the training part", x: "epoch or step", y: "loss")
  plot.line(NDArray(losses), label: "SGD, batches of 32")
  plot.line(NDArray(lowest.values.prefix(epochs + 1)), label: "L-BFGS")
  plot.yRange = 0...2.4
  try save(Figure(plot, heat, panelSize: (560, 480)), "digits")

  try save(Figure(templates(model), panelSize: (720, 330)), "digits-weights")

  let wrong = (predicted .!= yTest).nonzero()[0]
  try save(
    Figure(
      ImageGrid(
        xTest[wrong].reshaped([-1, 8, 8]), predicted: predicted[wrong], actual: yTest[wrong],
        classNames: parts.test.classNames, title: "All \(wrong.count) mistakes on the test part",
        columns: 6), panelSize: (640, 320)), "digits-mistakes")
}

/// What the model looks for: the weights of each digit as a picture, 0 to 4 above, 5 to 9 below.
private func templates(_ model: SoftmaxRegression) -> HeatMap {
  var mosaic = NDArray.full([17, 44], Double.nan)
  for digit in 0..<10 {
    let (row, column) = (digit / 5 * 9, digit % 5 * 9)
    mosaic[row..<row + 8, column..<column + 8] = model.weights[.all, digit].reshaped([8, 8])
  }
  return HeatMap(
    mosaic, title: "Weights of the digits 0 to 9: red for, blue against", rowNames: [" "],
    columnNames: [" "])
}
