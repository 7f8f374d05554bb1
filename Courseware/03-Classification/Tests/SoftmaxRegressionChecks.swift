import Classification
import GradedTests
import NDArray
import Testing

@Suite(.graded) struct SoftmaxRegressionChecks {
  @Test("logits, answers, and what every shape must be") func softmaxRegressionShapes() {
    var model = SoftmaxRegression(features: 2, classes: 3)
    model.parameters = [[1, 0, -1], [1, 2, 0], [0, 1, 3]]
    let x: NDArray<Double> = [[1, 0], [0, 1], [1, 1], [-1, 0]]
    let logits: NDArray<Double> = [[2, 2, -1], [1, 1, 2], [2, 3, 2], [0, -2, -1]]
    expectEqual(model.logits(x), logits, "logits XW + b, b in row 0")
    expectEqual(model.predictions(x), [0, 2, 1, 0], "the largest logit, the first of equals")
    let (parameters, input) = model.backward(NDArray.ones([4, 3]), x)
    expectShape(parameters, [3, 3], "gradient by the parameters")
    expectShape(input, [4, 2], "gradient by the input")
  }

  @Test("gradients by every parameter and by the input") func softmaxRegressionGradients() {
    var generator = Generator(seed: 8)
    for (features, classes) in [(4, 3), (3, 3)] {
      let x = generator.standardNormal([5, features])
      var model = SoftmaxRegression(features: features, classes: classes)
      model.parameters = generator.standardNormal([features + 1, classes])
      let start = model
      let what = "of \(features) features and \(classes) classes"
      expectGradient(at: start.parameters, named: "by the parameters \(what)") {
        model.parameters = $0
        return model.logits(x)
      } backward: {
        start.backward($0, x).parameters
      }
      expectGradient(at: x, named: "by the input \(what)") {
        start.logits($0)
      } backward: {
        start.backward($0, x).input
      }
    }
  }

  @Test("the gradient of the loss, with its penalty") func softmaxRegressionLossGradient() {
    var generator = Generator(seed: 9)
    let x = generator.standardNormal([7, 2])
    let labels: NDArray<Int> = [1, 0, 2, 3, 1, 0, 2]
    var model = SoftmaxRegression(features: 2, classes: 4)
    model.parameters = generator.standardNormal([3, 4])
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

  @Test("agrees with PyTorch on random shapes") func softmaxRegressionAgainstPyTorch() throws {
    let cases: [ModelCase] = try reference("softmax.json")
    for expected in cases {
      let (features, classes) = (expected.features.shape[1], expected.logits.shape[1])
      var model = SoftmaxRegression(
        features: features, classes: classes, penalty: expected.penalty)
      model.parameters = expected.parameters
      let z = model.logits(expected.features)
      expectClose(z, expected.logits, "logits, \(expected.name)")
      let probabilities = try #require(expected.probabilities)
      expectClose(softmax(z), probabilities, "probabilities, \(expected.name)")
      expectClose(
        CrossEntropy.values(z, expected.labels), expected.losses, "losses, \(expected.name)")
      let upstream = expected.upstream[.all, .newAxis]
      let dLogits = upstream * CrossEntropy.gradient(z, expected.labels)
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

  @Test("learns five objects of three classes by heart") func softmaxRegressionOverfits() {
    let x: NDArray<Double> = [[0, 2], [1, 3], [3, 0], [4, 1], [-3, -3]]
    let labels: NDArray<Int> = [0, 0, 1, 1, 2]
    var model = SoftmaxRegression(features: 2, classes: 3)
    for _ in 0..<500 {
      model.parameters -= 0.5 * model.gradient(x, labels)
    }
    expectEqual(model.predictions(x), labels, "all five right")
    let loss = model.loss(x, labels)
    #expect(loss < 0.01, "loss after 500 steps: \(loss)")
  }
}
