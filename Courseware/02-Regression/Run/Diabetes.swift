import CourseKit
import NDArray
import Regression

/// 442 people, the split of the text: permutation of seed 0, the first 88 held out.
struct DiabetesSplit {
  let all, train, test: Dataset<Double>
  let scale: Standardisation
  /// Standardised by the training part.
  let z, zTest: NDArray<Double>

  init() throws {
    all = try Datasets.diabetes()
    var generator = Generator(seed: 0)
    let order = generator.permutation(all.count)
    (test, train) = (all[order[0..<88]], all[order[88...]])
    scale = Standardisation(fitting: train.features)
    (z, zTest) = (scale(train.features), scale(test.features))
  }
}

/// Linear regression on real data, beside models that learn nothing and models that ask one question.
func diabetes() throws {
  section("Diabetes: how far the disease is a year later")
  let data = try DiabetesSplit()
  let expected = try ScikitLearn.onDiabetes()
  print("\(data.train.count) people to learn from, \(data.test.count) to be judged by; 10 features")
  let whole = try normalEquation(withOnes(data.all.features), data.all.targets)
  let answers = withOnes(data.all.features).dot(whole)
  print(
    "all 442: R² \(r2(data.all.targets, predicted: answers).text(6)), scikit-learn \(expected.allR2.text(6))"
  )

  let model = LinearModel(leastSquaresByQR(withOnes(data.z), data.train.targets))
  let (y, yTest) = (data.train.targets, data.test.targets)
  let predicted = model.predictions(data.zTest)
  print(
    "held out: R² \(r2(yTest, predicted: predicted).text(6)), scikit-learn \(expected.testR2.text(6));",
    terminator: " ")
  print("on the training part \(r2(y, predicted: model.predictions(data.z)).text(6))")
  print(
    "MSE \(square(yTest - predicted).mean().text(3)), MAE \(abs(yTest - predicted).mean().text(4))")

  print("\nmodel                     R² held out   scikit-learn")
  func row(_ name: String, _ predicted: NDArray<Double>, _ other: Double?) {
    print(
      "\(name.padding(25)) \(r2(yTest, predicted: predicted).text(4).padding(13)) \(other?.text(4) ?? "–")"
    )
  }
  row("the mean of the training", NDArray.full([88], y.mean()), nil)
  row("a stump", Stump(fitting: data.z, y).predictions(data.zTest), expected.stump)
  for (k, other) in [
    (1, expected.neighbours1), (5, expected.neighbours5), (20, expected.neighbours20),
  ] {
    row("\(k) nearest", NearestNeighbours(k: k, data.z, y).predictions(data.zTest), other)
  }
  row("linear regression", predicted, expected.testR2)
  let shrunk = LinearModel(try ridge(withOnes(data.z), y, lambda: 10))
  row("ridge, λ = 10", shrunk.predictions(data.zTest), expected.ridge10)
  let stump = Stump(fitting: data.z, y)
  let raw: Double =
    data.scale.mean[stump.feature] + stump.threshold * data.scale.deviation[stump.feature]
  print(
    "the stump asks: is \(data.all.featureNames[stump.feature]) at most \(raw.text(2))? \(stump.below.text(1)), else \(stump.above.text(1))"
  )

  var scatter = Plot("Held-out people", x: "answer", y: "disease a year later")
  scatter.points(stacked([predicted, yTest], axis: 1))
  scatter.line([50, 300], x: [50, 300], label: "answer = truth", dashed: true)
  var residuals = Plot("What is left", x: "truth − answer", y: "density")
  residuals.histogram(yTest - predicted, bins: 20)
  try save(Figure(scatter, residuals), "diabetes")
}
