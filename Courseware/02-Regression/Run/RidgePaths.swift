import CourseKit
import Foundation
import NDArray
import Regression

/// What λ does to the weights, and to the answers for people held out.
func ridgePaths() throws {
  section("Ridge: which λ")
  let data = try DiabetesSplit()
  let (x, xTest) = (withOnes(data.z), withOnes(data.zTest))
  let exponents = NDArray.linspace(-2, 5, count: 57)
  var weights: [NDArray<Double>] = []
  var (train, test): ([Double], [Double]) = ([], [])
  for exponent in exponents.elements {
    let w = try ridge(x, data.train.targets, lambda: pow(10, exponent))
    weights.append(w[1...])
    train.append(r2(data.train.targets, predicted: x.dot(w)))
    test.append(r2(data.test.targets, predicted: xTest.dot(w)))
  }
  for lambda in [0, 10, 100, 1000.0] {
    let w = try ridge(x, data.train.targets, lambda: lambda)
    let penalised = try ridge(x, data.train.targets, lambda: lambda, penalisesIntercept: true)
    print(
      "λ = \("\(Int(lambda))".padding(5)) ‖w‖ = \((Linalg.norm(w[1...]) as Double).text(2).padding(6)) R² held out \(r2(data.test.targets, predicted: xTest.dot(w)).text(4));",
      "intercept penalised too: \(r2(data.test.targets, predicted: xTest.dot(penalised)).text(4))")
  }
  let lambdas = NDArray(exponents.elements.map { pow(10, $0) })
  var paths = Plot("Weights", x: "λ", y: "weight")
  for feature in 0..<10 {
    paths.line(
      NDArray(weights.map { $0[feature] }), x: lambdas, label: data.all.featureNames[feature])
  }
  paths.xScale = .logarithmic
  var scores = Plot("R²", x: "λ", y: "R²")
  scores.line(NDArray(train), x: lambdas, label: "training part")
  scores.line(NDArray(test), x: lambdas, label: "held out")
  scores.xScale = .logarithmic
  try save(Figure(paths, scores, panelSize: (560, 520)), "ridge")
}
