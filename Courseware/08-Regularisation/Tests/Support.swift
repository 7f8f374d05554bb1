import CourseKit
import GradedTests
import NDArray
import Networks
import Regularisation
import Testing

/// Layers with normal weights and biases; nothing of them is the student's.
func randomLinear(_ inputs: Int, _ outputs: Int, _ generator: inout Generator) -> Linear<Double> {
  Linear(
    weight: generator.standardNormal([inputs, outputs]) / Double(inputs).squareRoot(),
    bias: 0.1 * generator.standardNormal([outputs]))
}

/// A mask of numbers as true and false.
func mask(_ numbers: NDArray<Double>) -> NDArray<Bool> { numbers .!= 0 }

/// Compares the gradients of every parameter and of the input with centred differences, for a random upstream gradient.
func checkGradients<Model: Module<Double>>(
  of layer: Model, at x: NDArray<Double>, sourceLocation: SourceLocation = #_sourceLocation,
  forward: (NDArray<Double>) -> NDArray<Double>, backward: (NDArray<Double>) -> NDArray<Double>
) {
  for parameter in layer.parameters {
    let value = parameter.value
    expectGradient(at: value, named: "d\(parameter.name)", sourceLocation: sourceLocation) {
      parameter.value = $0
      return forward(x)
    } backward: { dY in
      layer.clearGradients()
      _ = backward(dY)
      return parameter.gradient
    }
    parameter.value = value
  }
  expectGradient(
    at: x, named: "dX", sourceLocation: sourceLocation, forward: forward, backward: backward)
}

/// Expects a layer to belong to its last forward pass, whatever batch came before and whatever mode was set since, and each
/// backward pass to answer as if it were the first.
///
/// - Parameters:
///   - make: gives a new layer with the same parameters each time.
///   - pass: a forward pass in which nothing is random, for a number of objects.
func checkStates<Model: Layer<Double>>(
  shape: [Int], sourceLocation: SourceLocation = #_sourceLocation, of make: () -> Model,
  pass: (Model, NDArray<Double>) -> NDArray<Double>
) {
  var generator = Generator(seed: 20)
  for (first, last) in [(4, 4), (7, 2), (2, 7)] {
    let layer = make()
    let early = generator.standardNormal([first] + shape)
    let late = generator.standardNormal([last] + shape)
    let upstream = generator.standardNormal(pass(layer, early).shape)
    var earlier = answers(of: layer, to: upstream)
    let y = pass(layer, late)
    expectClose(
      y, pass(make(), late), "the output for \(last) objects after \(first) others",
      sourceLocation: sourceLocation)
    for (turn, isTraining) in [
      ("", true), (", for a second upstream gradient", true),
      (", with the layer in use since: backward belongs to the forward pass before it", false),
    ] {
      layer.setTraining(isTraining)
      let dY = generator.standardNormal(y.shape)
      let fresh = make()
      _ = pass(fresh, late)
      let expected = answers(of: fresh, to: dY)
      for (got, (expected, earlier)) in zip(answers(of: layer, to: dY), zip(expected, earlier)) {
        let isRight = expectReplaced(
          got.value, by: expected.value, after: earlier.value,
          "\(got.name) of \(last) objects after a batch of \(first)\(turn)",
          sourceLocation: sourceLocation)
        if !isRight { return }
      }
      earlier = expected
    }
  }
}

private func answers(
  of layer: any Layer<Double>, to dY: NDArray<Double>
) -> [(name: String, value: NDArray<Double>)] {
  layer.clearGradients()
  let dX = layer.backward(dY)
  return [("dX", dX)] + layer.parameters.map { ("d\($0.name)", $0.gradient) }
}

/// Expects Float to give what Double gives, to Float's digits.
func expectFloat(
  _ got: NDArray<Float>, _ expected: NDArray<Double>, _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectClose(
    got.asType(Double.self), expected, tolerance: 2e-5, "\(what), in Float",
    sourceLocation: sourceLocation)
}
