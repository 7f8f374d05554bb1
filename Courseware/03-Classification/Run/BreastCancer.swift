import Classification
import CourseKit
import NDArray

/// Logistic regression on tumours: three ways down the same loss, and what the threshold trades.
func breastCancer() throws {
  section("Logistic regression: breast cancer")
  var generator = Generator(seed: 1)
  let parts = try Datasets.breastCancer().stratifiedSplit(using: &generator)
  let scaled = Standardiser(fitting: parts.train.features)
  let (x, y) = (scaled(parts.train.features), parts.train.targets)
  let (xTest, yTest) = (scaled(parts.test.features), parts.test.targets)
  var model = LogisticRegression(features: 30, penalty: 1 / Double(y.count))
  let (objective, start) = (model.objective(x, y), model.parameters)
  print("\(y.count) tumours to learn from, \(yTest.count) to be judged by; 30 features")

  let lowest = LBFGS(steps: 1000, tolerance: 1e-10).minimise(objective, from: start)
  let lbfgs = LBFGS(steps: 100).minimise(objective, from: start)
  let descent = GradientDescent(rate: 0.5, steps: 100).minimise(objective, from: start)
  let stochastic = StochasticGradientDescent(rate: 0.05, batchSize: 16, epochs: 100)
    .minimise(objective, from: start, using: &generator)

  let minimum = lowest.values.last!
  print("the lowest loss is \(minimum.text(6))")
  print("                   steps    loss       above the lowest   test accuracy")
  var plot = Plot("Above the lowest loss", x: "step (epoch for SGD)", y: "loss − lowest loss")
  plot.yScale = .logarithmic
  let ways = [
    ("gradient descent", descent), ("SGD, batches of 16", stochastic), ("L-BFGS", lbfgs),
  ]
  for (name, way) in ways {
    model.parameters = way.point
    let loss = way.values.last!
    let cells = [
      name.padding(18), String(way.values.count - 1).padding(8), loss.text(6).padding(10),
      (loss - minimum).text(6).padding(18), agreement(model.predictions(xTest), yTest),
    ]
    print(cells.joined(separator: " "))
    plot.line(NDArray(way.values) - minimum, label: name)
  }

  model.parameters = lowest.point
  let curve = ROCCurve(scores: model.logits(xTest), labels: yTest)
  let measure = try Measure.scikitLearn("breastCancer")
  print(
    "at the lowest loss \(agreement(model.predictions(xTest), yTest)), area \(curve.area.text(4))")
  print("scikit-learn       \(measure.text), area \(measure.area!.text(4))")
  let matrix = ConfusionMatrix(actual: yTest, predicted: model.predictions(xTest), classes: 2)
  print(ClassificationReport(matrix, names: ["malignant", "benign"]))

  print(
    "threshold γ   precision   recall   F1       malignant called benign   benign called malignant")
  for threshold in [0.05, 0.25, 0.5, 0.75, 0.95] {
    let predicted = model.predictions(xTest, threshold: threshold)
    let matrix = ConfusionMatrix(actual: yTest, predicted: predicted, classes: 2)
    let missed: Int = matrix.counts[0, 1]
    let alarms: Int = matrix.counts[1, 0]
    let cells = [
      threshold.text(2).padding(13), (matrix.precision[1] as Double).text(4).padding(11),
      (matrix.recall[1] as Double).text(4).padding(8), (matrix.f1[1] as Double).text(4).padding(8),
      String(missed).padding(25), String(alarms),
    ]
    print(cells.joined(separator: " "))
  }

  try save(Figure(plot, rocPlot(curve), thresholdPlot(model, xTest, yTest)), "breast-cancer")
}

private func rocPlot(_ curve: ROCCurve) -> Plot {
  var plot = Plot(
    "ROC curve, area \(curve.area.text(4))", x: "malignant called benign, share",
    y: "benign found, share")
  plot.line(NDArray(curve.truePositiveRate), x: NDArray(curve.falsePositiveRate), label: "model")
  plot.line([0, 1], x: [0, 1], label: "chance", dashed: true)
  return plot
}

private func thresholdPlot(
  _ model: LogisticRegression, _ x: NDArray<Double>, _ y: NDArray<Int>
) -> Plot {
  let thresholds = NDArray.linspace(0.01, 0.99, count: 99)
  let matrices = thresholds.elements.map {
    ConfusionMatrix(actual: y, predicted: model.predictions(x, threshold: $0), classes: 2)
  }
  var plot = Plot("What the threshold trades", x: "threshold γ", y: "for the class benign")
  plot.line(NDArray(matrices.map { $0.precision[1] }), x: thresholds, label: "precision")
  plot.line(NDArray(matrices.map { $0.recall[1] }), x: thresholds, label: "recall")
  plot.line(NDArray(matrices.map { $0.f1[1] }), x: thresholds, label: "F1", dashed: true)
  return plot
}

extension String {
  /// The text, followed by blanks up to this width.
  fileprivate func padding(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
