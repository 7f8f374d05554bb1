import CourseKit
import GradedTests
import NDArray
import Networks
import Testing

/// An array as the reference files store it.
struct Stored: Decodable {
  let shape: [Int]
  let values: [Double]

  var array: NDArray<Double> { NDArray(values, shape: shape) }
  var labels: NDArray<Int> { NDArray(values.map { Int($0) }) }
}

/// The layout of layers.json.
struct LayerReferences: Decodable {
  struct LinearCase: Decodable {
    let x, weight, bias, dY, y, dX, dWeight, dBias: Stored
  }
  struct ActivationCase: Decodable {
    let name: String
    let x, dY, y, dX: Stored
  }
  struct ParametricCase: Decodable {
    let x, slope, dY, y, dX, dSlope: Stored
  }
  struct CrossEntropyCase: Decodable {
    let logits, labels, probabilities, dLogits: Stored
    let loss: Double
  }
  struct SquaredErrorCase: Decodable {
    let y, target, dY: Stored
    let loss: Double
  }
  struct RandomisedCase: Decodable {
    let x, dY, y, dX: Stored
  }
  let linear: [LinearCase]
  let activations: [ActivationCase]
  let parametric: ParametricCase
  let randomised: RandomisedCase
  let crossEntropy: [CrossEntropyCase]
  let squaredError: [SquaredErrorCase]
}

/// The layout of network.json.
struct NetworkReferences: Decodable {
  struct Case: Decodable {
    let sizes: [Int]
    let activation: String
    let x, labels, dX: Stored
    let parameters, gradients, trained: [Stored]
    let loss: Double
    let losses: [Double]
  }
  let networks: [Case]
  let gradientFlow: [String: [Double]]
}

/// The names that the reference files use.
let activations: [String: Activation] = [
  "identity": .identity, "step": .step, "sigmoid": .sigmoid,
  "sigmoid-steep": .sigmoid(slope: 2.5), "tanh": .hyperbolicTangent, "arctan": .arctan,
  "softsign": .softsign,
  "isru": .isru(alpha: 0.7), "softplus": .softplus, "relu": .relu,
  "leakyReLU": .leakyReLU(slope: 0.01), "elu": .elu(alpha: 1.3), "mish": .mish,
]

/// The lecture's network: 3 inputs, hidden neurons H1 H2 H3, outputs O1 O2, no biases.
func lectureLayers() -> (hidden: Linear<Double>, output: Linear<Double>) {
  let hidden: NDArray<Double> = [[1, -2, 2], [2, 1, -4], [1, -1, 0]]
  let output: NDArray<Double> = [[-3, 1, -3], [0, 1, 2]]
  return (
    Linear(weight: hidden.T, bias: NDArray<Double>.zeros([3])),
    Linear(weight: output.T, bias: NDArray<Double>.zeros([2]))
  )
}

/// A layer with normal weights and biases; nothing of it is the student's.
func randomLinear(_ inputs: Int, _ outputs: Int, _ generator: inout Generator) -> Linear<Double> {
  Linear(
    weight: generator.standardNormal([inputs, outputs]) / Double(inputs).squareRoot(),
    bias: 0.1 * generator.standardNormal([outputs]))
}

/// Compares the gradients that a layer stores and returns with centred differences, for a random
/// upstream gradient: every parameter, then the input.
func checkGradients(
  of layer: any Layer<Double>, at x: NDArray<Double>,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  for parameter in layer.parameters {
    let value = parameter.value
    expectGradient(at: value, named: "d\(parameter.name)", sourceLocation: sourceLocation) {
      parameter.value = $0
      return layer.forward(x)
    } backward: { dY in
      layer.clearGradients()
      _ = layer.backward(dY)
      return parameter.gradient
    }
    parameter.value = value
  }
  expectGradient(at: x, named: "dX", sourceLocation: sourceLocation) {
    layer.forward($0)
  } backward: { dY in
    layer.backward(dY)
  }
}
