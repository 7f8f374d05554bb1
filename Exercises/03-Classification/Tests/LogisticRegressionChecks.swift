import Classification
import GradedTests
import NDArray
import Testing

@Suite(.graded) struct LogisticRegressionChecks {
  /// Three objects of two features, and a model w₀ = −1, w = (2, 0.5): logits 1.5, −1, −2.5.
  private let x: NDArray<Double> = [[1, 1], [0, 0], [-1, 1]]
  private var model: LogisticRegression {
    var model = LogisticRegression(features: 2)
    model.parameters = [-1, 2, 0.5]
    return model
  }

  @Test("logits, and what every shape must be") func logisticShapes() {
    expectEqual(model.logits(x), [1.5, -1, -2.5], "logits Xw + w₀")
    let (parameters, input) = model.backward([1, 1, 1], x)
    expectShape(parameters, [3], "gradient by the parameters")
    expectShape(input, [3, 2], "gradient by the input")
    expectShape(model.gradient(x, [1, 0, 1]), [3], "gradient of the loss")
  }

  @Test("one object by hand: −yx(1 − σ(y wᵀx))") func logisticByHand() {
    let object: NDArray<Double> = [[1, 2]]
    var model = LogisticRegression(features: 2)
    model.parameters = [0, 1, -1]
    expectClose(model.loss(object, [1]), 1.3132616875182228, "loss at z = −1, y = 1")
    expectClose(
      model.gradient(object, [1]), [-0.7310585786300049, -0.7310585786300049, -1.4621171572600098],
      "gradient: −(1, 1, 2)·(1 − σ(−1))")
  }

  @Test("gradients by every parameter and by the input") func logisticGradients() {
    var generator = Generator(seed: 3)
    let x = generator.standardNormal([6, 4])
    var model = LogisticRegression(features: 4)
    model.parameters = generator.standardNormal([5])
    let start = model
    expectGradient(at: start.parameters, named: "by the parameters") {
      model.parameters = $0
      return model.logits(x)
    } backward: {
      start.backward($0, x).parameters
    }
    expectGradient(at: x, named: "by the input") {
      start.logits($0)
    } backward: {
      start.backward($0, x).input
    }
  }

  @Test("the gradient of the loss, with its penalty") func logisticLossGradient() {
    var generator = Generator(seed: 4)
    let x = generator.standardNormal([7, 3])
    let labels: NDArray<Int> = [1, 0, 0, 1, 1, 0, 1]
    var model = LogisticRegression(features: 3)
    model.parameters = generator.standardNormal([4])
    for (penalty, name) in [(0, "of the mean loss"), (0.7, "of the loss with its penalty")] {
      model.penalty = penalty
      let start = model
      var moved = model
      expectGradient(start.gradient(x, labels), at: start.parameters, named: name, sizes: [7]) {
        moved.parameters = $0
        return moved.loss(x, labels)
      }
    }
  }

  @Test("agrees with PyTorch on random shapes") func logisticAgainstPyTorch() throws {
    let cases: [ModelCase] = try reference("logistic.json")
    for expected in cases {
      var model = LogisticRegression(
        features: expected.features.shape[1], penalty: expected.penalty)
      model.parameters = expected.parameters
      let targets = expected.labels.asType(Double.self)
      let z = model.logits(expected.features)
      expectClose(z, expected.logits, "logits, \(expected.name)")
      expectClose(LogLoss.values(z, targets), expected.losses, "losses, \(expected.name)")
      let dLogits = expected.upstream * LogLoss.gradient(z, targets)
      expectClose(dLogits, expected.dLogits, "dLogits, \(expected.name)")
      let gradients = model.backward(dLogits, expected.features)
      expectClose(gradients.parameters, expected.dParameters, "parameters, \(expected.name)")
      expectClose(gradients.input, expected.dInput, "input, \(expected.name)")
      let loss = model.loss(expected.features, expected.labels)
      expectClose(loss, expected.loss, "penalised loss, \(expected.name)")
      let gradient = model.gradient(expected.features, expected.labels)
      expectClose(gradient, expected.gradient, "its gradient, \(expected.name)")
    }
  }

  @Test("the penalty leaves the intercept alone") func penaltySparesTheIntercept() {
    var free = LogisticRegression(features: 2)
    free.parameters = [5, 2, 0.5]
    var punished = free
    punished.penalty = 0.1
    let labels: NDArray<Int> = [1, 0, 1]
    expectClose(
      punished.loss(x, labels) - free.loss(x, labels), 0.2125, "λ/2 (2² + 0.5²), without the 5")
    expectClose(
      punished.gradient(x, labels) - free.gradient(x, labels), [0, 0.2, 0.05], "λ(0, 2, 0.5)")
  }

  @Test("the threshold decides who is class 1") func thresholdTrades() {
    let probabilities: NDArray<Double> = [
      0.8175744761936437, 0.2689414213699951, 0.0758581800212435,
    ]
    expectClose(model.probabilities(x), probabilities, "σ of the logits 1.5, −1, −2.5")
    expectEqual(model.predictions(x), [1, 0, 0], "γ = 0.5")
    expectEqual(model.predictions(x, threshold: 0.2), [1, 1, 0], "γ = 0.2 finds more")
    expectEqual(model.predictions(x, threshold: 0.9), [0, 0, 0], "γ = 0.9 finds fewer")
    let certain = LogisticRegression(features: 2)
    expectEqual(certain.predictions(x), [1, 1, 1], "a probability equal to γ is enough")
  }

  @Test("learns four objects by heart") func logisticOverfits() {
    let x: NDArray<Double> = [[0, 0], [0, 1], [1, 0], [1, 1]]
    let labels: NDArray<Int> = [0, 0, 0, 1]
    let descent = GradientDescent(rate: 5, steps: 2000).minimise(
      LogisticRegression(features: 2).objective(x, labels), from: NDArray.zeros([3]))
    var model = LogisticRegression(features: 2)
    model.parameters = descent.point
    expectEqual(model.predictions(x), labels, "AND, learnt instead of built")
    #expect((descent.values.last ?? 1) < 0.01, "loss after 2000 steps: \(descent.values.last ?? 1)")
  }
}
