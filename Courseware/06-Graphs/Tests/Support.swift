import CourseKit
import GradedTests
import Graphs
import NDArray
import Networks
import Testing

typealias Array64 = NDArray<Double>
typealias ArrayGraph = StaticGraph<ArrayOperation<Double>>

/// The layout of graphs.json, which References/make_references.py makes with torch.autograd.
struct GraphReferences: Decodable {
  struct Numbers: Decodable {
    let name: String
    let leaves, gradients: [Double]
    let value: Double
  }
  struct Arrays: Decodable {
    let name: String?
    let leaves, gradients: [Array64]
    let value, upstream: Array64
  }
  struct Standardised: Decodable {
    let X: Array64
    let labels: NDArray<Int>
    let loss: Double
    let values, gradients: [String: Array64]
  }
  let numbers: [Numbers]
  let arrays: [Arrays]
  let standardised: Standardised
  let layered: Arrays

  static func load() throws -> GraphReferences { try reference("graphs.json") }
}

/// A tape for numbers.
func scalarTape() -> Tape<ScalarOperation> { Tape() }

/// A tape for arrays.
func arrayTape() -> Tape<ArrayOperation<Double>> { Tape() }

/// Holds the gradients that `operation` passes back against centred differences of its forward mode, for each input and a random upstream
/// gradient; nothing of the tape is used.
func checkOperation(
  _ operation: ArrayOperation<Double>, at inputs: [Array64], _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  for place in inputs.indices {
    var values = inputs
    expectGradient(
      at: inputs[place], named: "\(name), by input \(place)", seed: place,
      sourceLocation: sourceLocation
    ) {
      values[place] = $0
      return operation.forward(values)
    } backward: { dY in
      values[place] = inputs[place]
      let y = operation.forward(values)
      return operation.backward(dY, inputs: values, output: y)[place]
    }
  }
}

/// The same operation in Float and in Double.
func checkFloat(
  _ single: ArrayOperation<Float>, like double: ArrayOperation<Double>, at inputs: [Array64],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let narrow = inputs.map { $0.asType(Float.self) }
  let (y, y32) = (double.forward(inputs), single.forward(narrow))
  let dY = y + 0.5
  let expected = double.backward(dY, inputs: inputs, output: y)
  let got = single.backward(dY.asType(Float.self), inputs: narrow, output: y32)
  for (got, expected) in zip(got, expected) {
    expectClose(
      got.asType(Double.self), expected, tolerance: 2e-5, "\(double.symbol) in Float",
      sourceLocation: sourceLocation)
  }
}

/// The slope of a number's function by centred differences.
func slope(at x: Double, of function: (Double) -> Double) -> Double {
  let h = 1e-6 * max(1, abs(x))
  return (function(x + h) - function(x - h)) / (2 * h)
}
