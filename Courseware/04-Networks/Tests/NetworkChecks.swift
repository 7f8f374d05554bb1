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
  }

  @Test("one step: w − η·dL/dw = 1 − 0.1·2 = 0.8")
  func descendStep() {
    let parameter = Parameter<Double>("w", [1, -1])
    parameter.gradient = [2, -3]
    descend([parameter], rate: 0.1)
    expectClose(parameter.value, [0.8, -0.7], "w after one step")
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
