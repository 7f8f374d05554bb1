import Convolution
import CourseKit
import GradedTests
import NDArray
import Networks
import Regularisation
import Testing
import TransferLearning

/// An array as the reference files store it.
struct Stored: Decodable {
  let shape: [Int]
  let values: [Double]

  var array: NDArray<Double> { NDArray(values, shape: shape) }
}

/// The layout of blocks.json.
struct BlockReferences: Decodable {
  struct Pass: Decodable {
    let y, dY, dX: Stored
    let gradients, buffers: [Stored]
  }
  struct Case: Decodable {
    let inputs, outputs, stride, kernel, expansion: Int?
    let shortcut: String?
    let x: Stored
    let parameters, buffers: [Stored]
    let use, training: Pass
  }
  let basic, separable, inverted: [Case]

  static func load() throws -> BlockReferences { try reference("blocks.json") }
}

/// The layout of networks.json.
struct NetworkReferences: Decodable {
  let counts: [String: Int]
  let resNet: BlockReferences.Case
}

/// The layout of tuning.json.
struct TuningReferences: Decodable {
  struct State: Decodable {
    let body, buffers: [Stored]
    let weight, bias: Stored
  }
  let x: Stored
  let labels: [Int]
  let mean, deviation, losses: [Double]
  let start, afterHead, end: State
}

/// Puts stored arrays into the parameters and buffers of a module, in their order.
///
/// - Returns: whether their number and shapes fit; a failure is recorded where they do not.
func fill(
  _ module: any Module<Double>, _ parameters: [Stored], _ buffers: [Stored], _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation
) -> Bool {
  let (ours, running) = (module.namedParameters, module.namedBuffers)
  let shapes = ours.map(\.parameter.value.shape) + running.map(\.buffer.value.shape)
  let expected = (parameters + buffers).map(\.shape)
  guard shapes == expected else {
    Issue.record(
      "\(what): parameters and statistics of the shapes \(shapes), expected \(expected)",
      sourceLocation: sourceLocation)
    return false
  }
  for ((_, parameter), stored) in zip(ours, parameters) { parameter.value = stored.array }
  for ((_, buffer), stored) in zip(running, buffers) { buffer.value = stored.array }
  return true
}

/// Compares a layer with PyTorch's, in use and in training: the output, all gradients, and the running statistics
/// afterwards.
func expectLike(
  _ stored: BlockReferences.Case, _ layer: any Layer<Double>, _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard
    fill(layer, stored.parameters, stored.buffers, what, sourceLocation: sourceLocation)
  else { return }
  for (name, pass, isTraining) in [
    ("in use", stored.use, false), ("in training", stored.training, true),
  ] {
    layer.setTraining(isTraining)
    let y = layer.forward(stored.x.array)
    expectClose(y, pass.y.array, "\(what), \(name): Y", sourceLocation: sourceLocation)
    guard y.shape == pass.dY.shape else { return }
    layer.clearGradients()
    let dX = layer.backward(pass.dY.array)
    expectClose(dX, pass.dX.array, "\(what), \(name): dX", sourceLocation: sourceLocation)
    for ((parameter, named), expected) in zip(layer.namedParameters, pass.gradients).map({
      (($0.0.name, $0.0.parameter), $0.1)
    }) {
      expectClose(
        named.gradient, expected.array, "\(what), \(name): the gradient of \(parameter)",
        sourceLocation: sourceLocation)
    }
    for ((buffer, named), expected) in zip(layer.namedBuffers, pass.buffers).map({
      (($0.0.name, $0.0.buffer), $0.1)
    }) {
      expectClose(
        named.value, expected.array, "\(what), \(name): \(buffer) afterwards",
        sourceLocation: sourceLocation)
    }
  }
}

/// Compares the gradients that a layer stores and returns with centred differences, for a random
/// upstream gradient: every parameter, then the input.
func checkGradients(
  of layer: any Layer<Double>, at x: NDArray<Double>,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  for (name, parameter) in layer.namedParameters {
    let value = parameter.value
    expectGradient(at: value, named: "d\(name)", sourceLocation: sourceLocation) {
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

/// Expects a layer to belong to its last forward pass, whatever came before, and to answer each upstream gradient
/// as if it were the first.
///
/// - Parameter make: gives a new layer with the same parameters each time.
func checkStates(
  _ shapes: [[Int]], sourceLocation: SourceLocation = #_sourceLocation,
  of make: () -> any Layer<Double>
) {
  var generator = Generator(seed: 90)
  let layer = make()
  for shape in shapes {
    let x = generator.standardNormal(shape)
    _ = layer.forward(generator.standardNormal(shape))
    let y = layer.forward(x)
    for turn in ["first", "second"] {
      let dY = generator.standardNormal(y.shape)
      let fresh = make()
      _ = fresh.forward(x)
      layer.clearGradients()
      expectClose(
        layer.backward(dY), fresh.backward(dY),
        "dX of \(shape) after other batches, \(turn) upstream gradient: it belongs to the last forward",
        sourceLocation: sourceLocation)
      for (got, expected) in zip(layer.parameters, fresh.parameters) {
        expectClose(
          got.gradient, expected.gradient,
          "d\(got.name) of \(shape) after other batches, \(turn) upstream gradient",
          sourceLocation: sourceLocation)
      }
    }
  }
}

/// A layer that multiplies by a number, and tells what is done with it.
final class Spy: Layer {
  typealias Element = Double
  let weight: Parameter<Double>
  let statistics = Buffer<Double>("seen", [0])
  private var input = NDArray<Double>.zeros([0])
  private(set) var backwards = 0
  private(set) var isTraining: Bool?

  init(_ weight: Double) { self.weight = Parameter("w", NDArray([weight])) }

  func setTraining(_ isTraining: Bool) { self.isTraining = isTraining }

  func forward(_ x: NDArray<Double>) -> NDArray<Double> {
    input = x
    return x * weight.value
  }

  func backward(_ dY: NDArray<Double>) -> NDArray<Double> {
    backwards += 1
    weight.accumulate(NDArray([(dY * input).sum() as Double]))
    return dY * weight.value
  }
}

/// A layer without parameters that tells whether it is trained, as dropout must know.
final class Bystander: Layer {
  typealias Element = Double
  private(set) var isTraining: Bool?
  private(set) var backwards = 0
  func setTraining(_ isTraining: Bool) { self.isTraining = isTraining }
  func forward(_ x: NDArray<Double>) -> NDArray<Double> { x }
  func backward(_ dY: NDArray<Double>) -> NDArray<Double> {
    backwards += 1
    return dY
  }
}

/// Three spies, a bystander behind each, then the mean of each map; on it a head of three classes.
func spiedClassifier() -> (model: Classifier<Double>, spies: [Spy], bystanders: [Bystander]) {
  let spies = [Spy(0.5), Spy(2), Spy(-1.5)]
  let bystanders = [Bystander(), Bystander(), Bystander()]
  let layers = zip(spies, bystanders).flatMap { [$0.0, $0.1] as [any Layer<Double>] }
  var generator = Generator(seed: 91)
  let model = Classifier<Double>(
    body: Sequential(layers + [GlobalAveragePool2d<Double>()]), features: 2, classes: 3,
    statistics: ([0, 0], [1, 1]), using: &generator)
  return (model, spies, bystanders)
}

/// A body with batch normalisation, of nothing that is the student's: Conv 2 → 3, BN, ReLU, Conv 3 → 4, BN, ReLU,
/// mean of each map.
func smallBody<Element: NDFloat>(seed: Int) -> Sequential<Element> {
  var generator = Generator(seed: seed)
  return Sequential([
    Conv2d(2, 3, kernel: 3, padding: .zeros(1), bias: false, using: &generator),
    BatchNorm2d(3), Activate(.relu),
    Conv2d(3, 4, kernel: 3, padding: .zeros(1), bias: false, using: &generator),
    BatchNorm2d(4), Activate(.relu), GlobalAveragePool2d(),
  ])
}

/// A classifier of three classes on ``smallBody(seed:)``.
func smallClassifier<Element: NDFloat>(seed: Int, classes: Int = 3) -> Classifier<Element> {
  var generator = Generator(seed: seed + 1)
  return Classifier(
    body: smallBody(seed: seed), features: 4, classes: classes,
    statistics: ([0.25, -0.5], [2, 0.5]), using: &generator)
}

/// What a model holds at one moment, by name.
func contents(_ model: some Module<Double>) -> [String: NDArray<Double>] {
  var all: [String: NDArray<Double>] = [:]
  for (name, parameter) in model.namedParameters { all[name] = parameter.value }
  for (name, buffer) in model.namedBuffers { all[name] = buffer.value }
  return all
}

/// The names of what is different now, sorted.
func changes(_ before: [String: NDArray<Double>], _ after: [String: NDArray<Double>]) -> [String] {
  after.keys.filter { before[$0] != after[$0] }.sorted()
}
