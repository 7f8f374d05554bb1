import CourseKit
import GradedTests
import NDArray
import Networks
import Testing

/// How many objects there are in one forward pass and in the next: as many, fewer, more.
let batchSizes = [(4, 4), (7, 2), (2, 7)]

/// Expects a layer to belong to its last forward pass, whatever batch came before, and to answer each upstream gradient
/// as if it were the first.
///
/// - Parameter make: gives a new layer with the same parameters each time.
func checkStates(
  features: Int, sourceLocation: SourceLocation = #_sourceLocation,
  of make: () -> any Layer<Double>
) {
  var generator = Generator(seed: 20)
  for (first, last) in batchSizes {
    let layer = make()
    let early = generator.standardNormal([first, features])
    let late = generator.standardNormal([last, features])
    let upstream = generator.standardNormal(layer.forward(early).shape)
    var earlier = answers(of: layer, to: upstream)
    let y = layer.forward(late)
    expectClose(
      y, make().forward(late), "the output for \(last) objects after \(first) others",
      sourceLocation: sourceLocation)
    for turn in ["", ", for a second upstream gradient"] {
      let dY = generator.standardNormal(y.shape)
      let fresh = make()
      _ = fresh.forward(late)
      let expected = answers(of: fresh, to: dY)
      for (got, (expected, earlier)) in zip(answers(of: layer, to: dY), zip(expected, earlier)) {
        let isRight = expectReplaced(
          got.value, by: expected.value, after: earlier.value,
          "\(got.name) of \(last) objects after a batch of \(first)\(turn)",
          sourceLocation: sourceLocation)
        // With other sizes a stale cache would stop the program before it can be told.
        if !isRight { return }
      }
      earlier = expected
    }
  }
}

/// What a backward pass returns, and what it adds to gradients that are clear.
private func answers(
  of layer: any Layer<Double>, to dY: NDArray<Double>
) -> [(name: String, value: NDArray<Double>)] {
  layer.clearGradients()
  let dX = layer.backward(dY)
  return [("dX", dX)] + layer.parameters.map { ("d\($0.name)", $0.gradient) }
}

/// Expects a layer of `Float` to compute what its twin of `Double` computes, to Float's digits.
func checkFloat(
  _ single: any Layer<Float>, like double: any Layer<Double>, at x: NDArray<Double>,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var generator = Generator(seed: 21)
  let y = double.forward(x)
  let dY = generator.standardNormal(y.shape)
  expectFloat(single.forward(x.asType(Float.self)), y, "the output", sourceLocation: sourceLocation)
  single.clearGradients()
  double.clearGradients()
  let dX = double.backward(dY)
  expectFloat(single.backward(dY.asType(Float.self)), dX, "dX", sourceLocation: sourceLocation)
  for (got, expected) in zip(single.parameters, double.parameters) {
    expectFloat(
      got.gradient, expected.gradient, "d\(got.name)", sourceLocation: sourceLocation)
  }
}

func expectFloat(
  _ got: NDArray<Float>, _ expected: NDArray<Double>, _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectClose(
    got.asType(Double.self), expected, tolerance: 2e-5, "\(what), in Float",
    sourceLocation: sourceLocation)
}
