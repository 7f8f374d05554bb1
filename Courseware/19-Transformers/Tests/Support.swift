import CourseKit
import Foundation
import GradedTests
import NDArray
import Testing
import Transformers

/// An array as the reference files store it.
struct Stored: Decodable {
  let shape: [Int]
  let values: [Double]

  var array: NDArray<Double> { NDArray(values, shape: shape) }
  var integers: NDArray<Int> { NDArray(values.map { Int($0) }, shape: shape) }
  var mask: NDArray<Bool> { NDArray(values.map { $0 != 0 }, shape: shape) }
}

/// The layout of attention.json.
struct AttentionReferences: Decodable {
  struct Core: Decodable {
    let q, k, v, z, dZ, dQ, dK, dV: Stored
    let mask: Stored?
  }
  struct Heads: Decodable {
    let heads: Int
    let inputs, dInputs: [Stored]
    let y, weights, dY: Stored
    let mask: Stored?
    let parameters, gradients: [String: Stored]
  }
  let core: [Core]
  let heads: [Heads]

  static func load() throws -> AttentionReferences { try reference("attention.json") }
}

/// A module with its parameters, inputs and all gradients, as PyTorch has them.
struct ModuleCase: Decodable {
  let heads, hidden: Int?
  let isPre: Bool?
  let activation: String?
  let epsilon: Double?
  let inputs, dInputs: [Stored]
  let y, dY: Stored
  let mask: Stored?
  let parameters, gradients: [String: Stored]

  var order: NormPlace { isPre == true ? .pre : .post }
  var bend: Bend { activation == "gelu" ? .gelu : .relu }
  var width: Int { inputs[0].shape.last ?? 0 }
  var title: String {
    "\(inputs.map { "\($0.shape)" }.joined(separator: " and ")), \(heads ?? 1) heads, \(order)-norm, "
      + (mask == nil ? "no mask" : "masked")
  }
}

/// The layout of blocks.json.
struct BlockReferences: Decodable {
  struct GELUCase: Decodable {
    let inputs, dInputs: [Stored]
    let y, dY: Stored
  }
  let norms, encoders, decoders: [ModuleCase]
  let gelu: GELUCase

  static func load() throws -> BlockReferences { try reference("blocks.json") }
}

/// The layout of models.json.
struct ModelReferences: Decodable {
  struct Loss: Decodable {
    let logits, labels, dLogits: Stored
    let loss: Double
  }
  struct Sampling: Decodable {
    struct Case: Decodable {
      let temperature, presence, frequency: Double
      let topK: Int?
      let topP: Double?
      let probabilities: Stored
    }
    let logits, counts: Stored
    let cases: [Case]
  }
  let stacks: [ModuleCase]
  let losses: [Loss]
  let sampling: Sampling

  static func load() throws -> ModelReferences { try reference("models.json") }
}

/// One sentence of tiny-bert.json.
struct SentenceReference: Decodable {
  let sentence: String
  let ids: [Int]
  let embedding: Stored
}

/// A file of References.
func file(_ name: String) -> URL {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("References/\(name)")
}

/// Puts stored values into the parameters of a module, by name.
func fill(
  _ module: some Module<Double>, _ values: [String: Stored],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  for (name, parameter) in module.namedParameters {
    guard let value = values[name] else {
      Issue.record("the reference has no \(name)", sourceLocation: sourceLocation)
      continue
    }
    parameter.value = value.array
  }
}

/// Expects every parameter's gradient to be PyTorch's.
func expectGradients(
  of module: some Module<Double>, _ expected: [String: Stored], _ title: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  for (name, parameter) in module.namedParameters {
    guard let value = expected[name] else { continue }
    expectClose(
      parameter.gradient, value.array, "d\(name), \(title)", sourceLocation: sourceLocation)
  }
}

/// Compares the gradients of all parameters of a module with centred differences, for a random upstream gradient.
func checkParameters(
  of module: some Module<Double>, only names: [String]? = nil,
  sourceLocation: SourceLocation = #_sourceLocation, forward: () -> NDArray<Double>,
  backward: (NDArray<Double>) -> Void
) {
  for (name, parameter) in module.namedParameters where names?.contains(name) ?? true {
    let value = parameter.value
    expectGradient(at: value, named: "d\(name)", sourceLocation: sourceLocation) {
      parameter.value = $0
      return forward()
    } backward: { dY in
      module.clearGradients()
      backward(dY)
      return parameter.gradient
    }
    parameter.value = value
  }
}

/// Makes every parameter random, so that no bias is 0 and no gain is 1.
func shake(_ module: some Module<Double>, seed: Int, scale: Double = 0.4) {
  var generator = Generator(seed: seed)
  for (name, parameter) in module.namedParameters {
    let about = name.hasSuffix("gamma") ? 1.0 : 0
    parameter.value = about + scale * generator.standardNormal(parameter.value.shape)
  }
}

/// Expects a module to belong to its last forward pass, whatever came before, and to answer each upstream gradient as if it were the first.
func checkStates(
  width: Int, sourceLocation: SourceLocation = #_sourceLocation,
  of make: () -> (
    module: any Module<Double>, forward: (NDArray<Double>) -> NDArray<Double>,
    backward: (NDArray<Double>) -> NDArray<Double>
  )
) {
  var generator = Generator(seed: 20)
  for (first, last) in [([2, 3], [2, 3]), ([3, 4], [1, 2]), ([1, 1], [3, 5])] {
    let (used, fresh) = (make(), make())
    let early = generator.standardNormal(first + [width])
    let late = generator.standardNormal(last + [width])
    _ = used.backward(generator.standardNormal(used.forward(early).shape))
    let y = used.forward(late)
    expectClose(
      y, fresh.forward(late), "the output for \(last) after an input of \(first)",
      sourceLocation: sourceLocation)
    for turn in ["", ", for a second upstream gradient"] {
      let dY = generator.standardNormal(y.shape)
      used.module.clearGradients()
      fresh.module.clearGradients()
      _ = fresh.forward(late)
      expectClose(
        used.backward(dY), fresh.backward(dY), "dX of \(last) after an input of \(first)\(turn)",
        sourceLocation: sourceLocation)
      for (a, b) in zip(used.module.namedParameters, fresh.module.namedParameters) {
        expectClose(
          a.parameter.gradient, b.parameter.gradient,
          "d\(a.name) of \(last) after an input of \(first)\(turn)", sourceLocation: sourceLocation)
      }
    }
  }
}
