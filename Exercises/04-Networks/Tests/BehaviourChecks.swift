import CourseKit
import GradedTests
import NDArray
import Networks
import Testing

@Suite(.graded) struct BehaviourChecks {
  @Test("one hidden layer follows x² exactly at its knots, and within h²/4 between them")
  func approximationByOneHiddenLayer() {
    let square = { (x: Double) in x * x }
    let x = NDArray.linspace(-1, 1, count: 401).reshaped([401, 1])
    for neurons in [4, 10] {
      let network = approximate(square, on: -1...1, neurons: neurons)
      let h = 2 / Double(neurons)
      let knots = (NDArray.linspace(-1, 1, count: neurons + 1)).reshaped([neurons + 1, 1])
      expectClose(
        network.forward(knots), knots * knots, tolerance: 1e-12, "the values at the knots")
      let worst = abs(network.forward(x) - x * x).max()
      #expect(worst <= h * h / 4 + 1e-12, "the error between knots is at most h²/8·max|f''| = h²/4")
    }

    // Neither symmetric nor beginning at 0, and of another number of neurons than the range is long.
    let cubic = { (x: Double) in 2 - x + x * x * x }
    let network = approximate(cubic, on: -1...3, neurons: 5)
    let knots = (0...5).map { -1 + 0.8 * Double($0) }
    let values = knots.map(cubic)
    func outputs(_ x: [Double]) -> NDArray<Double> {
      network.forward(NDArray(x, shape: [x.count, 1])).flattened()
    }
    expectClose(outputs(knots), NDArray(values), "2 − x + x³ at its knots")
    let between = zip(knots, knots.dropFirst()).map { ($0 + 3 * $1) / 4 }
    let lines = zip(values, values.dropFirst()).map { ($0 + 3 * $1) / 4 }
    expectClose(outputs(between), NDArray(lines), "a straight line between two knots")
    expectClose(
      outputs([-2, -9]), NDArray([values[0], values[0]]), "no neuron is awake before the first knot"
    )
    expectClose(
      approximate(cubic, on: 0...2, neurons: 1).forward([[1]]), [[5]],
      "one neuron: the line from (0, 2) to (2, 8)")
  }

  @Test("a network can learn eight random objects by heart")
  func overfitsATinySet() {
    var generator = Generator(seed: 12)
    let (x, labels) = (generator.standardNormal([8, 5]), NDArray([0, 1, 2, 0, 1, 2, 0, 1]))
    let network = Sequential<Double>([
      randomLinear(5, 16, &generator), Activate(.hyperbolicTangent),
      randomLinear(16, 3, &generator),
    ])
    let loss = SoftmaxCrossEntropy<Double>()
    var value = Double.infinity
    for _ in 0..<300 {
      value = loss.forward(network.forward(x), labels)
      network.clearGradients()
      _ = network.backward(loss.backward())
      descend(network.parameters, rate: 0.5)
    }
    #expect(value < 0.02, "after 300 steps the loss is \(value); it should be almost 0")
    #expect(predict(network, x) == labels, "every object gets its own class")
  }

  @Test("learns three spirals, which no straight line separates", .graded(seconds: 30))
  func learnsSpirals() {
    var generator = Generator(seed: 0)
    let (points, labels) = spirals(arms: 3, count: 100, noise: 0.2, seed: 0)
    let network = Sequential<Double>([
      Linear(2, 32, .he, using: &generator), Activate(.relu),
      Linear(32, 32, .he, using: &generator), Activate(.relu),
      Linear(32, 3, .he, using: &generator),
    ])
    for _ in 0..<150 {
      _ = trainEpoch(network, points, labels, batchSize: 30, rate: 0.3, using: &generator)
    }
    let accuracy = (predict(network, points) .== labels).mean()
    #expect(accuracy >= 0.95, "\(accuracy) of the points are right after 150 epochs")
  }
}
