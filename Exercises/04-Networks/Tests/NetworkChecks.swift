import CourseKit
import GradedTests
import NDArray
import Networks
import Testing

@Suite(.graded) struct NetworkChecks {
  @Test("10⁴ → 300 → 300 → K: 3·10⁶, 9·10⁴ and 300K weights")
  func parameterCounts() {
    func layer(_ inputs: Int, _ outputs: Int) -> Linear<Double> {
      Linear(weight: NDArray.zeros([inputs, outputs]), bias: NDArray.zeros([outputs]))
    }
    let classes = 10
    let layers = [layer(10000, 300), layer(300, 300), layer(300, classes)]
    let weights = layers.map { Sequential([$0]).parameterCount - $0.bias.value.count }
    #expect(weights == [3_000_000, 90000, 300 * classes], "weights of each layer, without biases")
    let network = Sequential<Double>([layers[0], Activate(.relu), layers[1], layers[2]])
    #expect(network.parameterCount == 3_093_610, "weights and biases of the whole network")
    let nested = Sequential<Double>([Sequential([layer(2, 3), ParametricReLU()]), layer(3, 1)])
    #expect(
      nested.parameterCount == 14,
      "9 + 1 + 4: a slope that is learned and a network in the network count as well")
  }

  @Test("the lecture's whole network in one forward pass")
  func sequentialForward() {
    let (hidden, output) = lectureLayers()
    let network = Sequential<Double>([hidden, Activate(.sigmoid), output, Activate(.sigmoid)])
    let out = network.forward([[0.5, 0.9, -0.3]])
    expectClose(out, [[0.35, 0.85]], tolerance: 0.005, "the outputs O1 and O2")
  }

  @Test("gradient check of every parameter and of the input of a network")
  func sequentialGradients() {
    var generator = Generator(seed: 9)
    let network = Sequential<Double>([
      randomLinear(3, 4, &generator), Activate(.hyperbolicTangent),
      randomLinear(4, 4, &generator), Activate(.sigmoid), randomLinear(4, 2, &generator),
    ])
    checkGradients(of: network, at: generator.standardNormal([5, 3]))
    checkStates(features: 3) { network.copy() }
    let nested = Sequential<Double>([network, randomLinear(2, 5, &generator)])
    checkGradients(of: nested, at: generator.standardNormal([2, 3]))
    let (double, single) = (randomLinear(3, 2, &generator), Activate<Float>(.sigmoid))
    checkFloat(
      Sequential<Float>([
        Linear(
          weight: double.weight.value.asType(Float.self), bias: double.bias.value.asType(Float.self)
        ),
        single,
      ]), like: Sequential<Double>([double, Activate(.sigmoid)]),
      at: generator.standardNormal([4, 3]))
    let empty = Sequential<Double>([])
    expectClose(empty.forward([[1, 2]]), [[1, 2]], "no layers: what goes in comes out")
    expectClose(empty.backward([[3, 4]]), [[3, 4]], "no layers: what comes back goes through")
  }

  @Test("the gradient of one hidden weight, by both ways to the error: −0.00167")
  func hiddenWeightGradient() {
    let (hidden, output) = lectureLayers()
    let network = Sequential<Double>([hidden, Activate(.sigmoid), output, Activate(.sigmoid)])
    let answer = network.forward([[0.5, 0.9, -0.3]])
    let dX = network.backward(answer - NDArray([[0.9, 0.5]]))
    let gradient: Double = hidden.weight.gradient[0, 1]
    expectClose(gradient, -0.00167318, tolerance: 1e-8, "∂E/∂w from x1 to H2")
    let last: Double = output.weight.gradient[0, 0]
    expectClose(last, -0.01631172, tolerance: 1e-8, "∂E/∂w from H1 to O1")
    expectClose(dX, [[0.14750059, -0.20010792, 0.09852196]], tolerance: 1e-8, "dX")
  }

  @Test("one step: w − η·dL/dw = 1 − 0.1·2 = 0.8")
  func descendStep() {
    let parameter = Parameter<Double>("w", [1, -1])
    parameter.gradient = [2, -3]
    descend([parameter], rate: 0.1)
    expectClose(parameter.value, [0.8, -0.7], "w after one step")
    expectClose(parameter.gradient, [2, -3], "its gradient, which a step does not change")

    let parameters = [
      Parameter<Double>("W1", [[1, 2, 3], [4, 5, 6]]), Parameter<Double>("b1", [7, 8, 9]),
      Parameter<Double>("W2", [[1], [-1], [2]]), Parameter<Double>("b2", [0]),
    ]
    for (index, parameter) in parameters.enumerated() {
      parameter.gradient = parameter.value * Double(index + 1) - 1
    }
    let before = parameters.map(\.value)
    descend(parameters, rate: 0.25)
    for (parameter, before) in zip(parameters, before) {
      let expected = before - 0.25 * parameter.gradient
      expectStep(of: parameter.name, from: before, to: parameter.value, expected: expected)
    }

    let single = Parameter<Float>("w", [1, -1])
    single.gradient = [2, -3]
    descend([single], rate: 0.5)
    expectFloat(single.value, [0, 0.5], "w after one step of η = ½")
  }

  @Test("loss, every gradient and ten steps agree with PyTorch")
  func networkAgainstPyTorch() throws {
    let references: NetworkReferences = try reference("network.json")
    for stored in references.networks {
      let network = try self.network(stored)
      let loss = SoftmaxCrossEntropy<Double>()
      let (x, labels) = (stored.x.array, stored.labels.labels)
      for (step, expected) in stored.losses.enumerated() {
        let value = loss.forward(network.forward(x), labels)
        expectClose(value, expected, "\(stored.sizes): loss after \(step) steps")
        network.clearGradients()
        let dX = network.backward(loss.backward())
        if step == 0 {
          expectClose(dX, stored.dX.array, "\(stored.sizes): dX")
          for (parameter, expected) in zip(network.parameters, stored.gradients) {
            expectClose(parameter.gradient, expected.array, "\(stored.sizes): d\(parameter.name)")
          }
        }
        descend(network.parameters, rate: 0.1)
      }
      for (parameter, expected) in zip(network.parameters, stored.trained) {
        expectClose(parameter.value, expected.array, "\(stored.sizes): \(parameter.name) after 10")
      }
    }
  }

  private func network(_ stored: NetworkReferences.Case) throws -> Sequential<Double> {
    let activation = try #require(activations[stored.activation])
    var layers: [any Layer<Double>] = []
    for i in stride(from: 0, to: stored.parameters.count, by: 2) {
      if i > 0 { layers.append(Activate(activation)) }
      let (weight, bias) = (stored.parameters[i].array, stored.parameters[i + 1].array)
      layers.append(Linear(weight: weight, bias: bias))
    }
    return Sequential(layers)
  }
}

extension Sequential<Double> {
  /// The same network with caches and gradients of its own.
  fileprivate func copy() -> Sequential {
    Sequential(
      layers.map { layer -> any Layer<Double> in
        if let layer = layer as? Activate<Double> { return Activate<Double>(layer.activation) }
        guard let layer = layer as? Linear<Double> else { return layer }
        return Linear(weight: layer.weight.value, bias: layer.bias.value)
      })
  }
}
