import CourseKit
import GradedTests
import NDArray
import RecurrentNetworks
import Testing

/// A run of torch.nn.RNN, LSTM or GRU; made by References/make_references.py.
struct TorchCase: Decodable {
  let kind: String
  let layers: Int
  let isBidirectional: Bool
  let lengths: NDArray<Int>?
  let names: [String]
  let parameters, gradients: [NDArray<Double>]
  let x, dX, y, dY: NDArray<Double>
  let start, dStart: [NDArray<Double>]?
  let last, dLast: [NDArray<Double>]

  static func load() throws -> [TorchCase] { try reference("torch.json") }

  var rule: any CellRule {
    switch kind {
    case "LSTM": LSTMCell()
    case "GRU": GRUCell()
    default: TanhCell()
    }
  }

  /// A network with the stored parameters.
  func network() -> Recurrent<Double> {
    let directions = isBidirectional ? 2 : 1
    let list = stride(from: 0, to: parameters.count, by: 4).map { k in
      let suffix = String(names[k].dropFirst("weight_ih".count))
      return RecurrentLayer<Double>(
        rule, weight: (parameters[k], parameters[k + 1]),
        bias: (parameters[k + 2], parameters[k + 3]), isReversed: suffix.hasSuffix("reverse"),
        suffix: suffix)
    }
    return Recurrent(list, directions: directions)
  }

  var title: String {
    let way = isBidirectional ? "both ways" : "one way"
    let lengths = lengths.map { ", lengths \($0.elements)" } ?? ""
    return "\(kind), \(layers) layers, \(way)\(lengths)"
  }

  /// Expects outputs, states and every gradient to be PyTorch's.
  func expect(sourceLocation: SourceLocation = #_sourceLocation) {
    let network = network()
    let (outputs, state) = network.forward(x, from: start, lengths: lengths)
    func close(_ got: NDArray<Double>, _ expected: NDArray<Double>, _ what: String) {
      expectClose(got, expected, "\(what) of \(title)", sourceLocation: sourceLocation)
    }
    close(outputs, y, "the outputs")
    for (k, name) in ["h", "c"].prefix(last.count).enumerated() {
      close(state[k], last[k], "the last \(name)")
    }
    let (dInput, dBefore) = network.backward(dY, last: dLast)
    close(dInput, dX, "dX")
    if let dStart {
      for (k, name) in ["h", "c"].prefix(last.count).enumerated() {
        close(dBefore[k], dStart[k], "the gradient by the \(name) at the start")
      }
    }
    for (k, parameter) in network.parameters.enumerated() {
      close(parameter.gradient, gradients[k], "d\(names[k])")
    }
  }
}

/// A run of a cell of the lecture's through four steps; made by References/make_references.py.
struct CellCase: Decodable {
  let parameters, gradients: [String: NDArray<Double>]
  let x, dX, y, dY: NDArray<Double>
  let start, dStart, last, dLast: [NDArray<Double>]

  struct File: Decodable {
    let cells: [String: CellCase]
    let truncated: [TruncatedCase]
  }

  static func load(_ name: String) throws -> CellCase {
    let file: File = try reference("cells.json")
    return try #require(file.cells[name])
  }

  subscript(name: String) -> NDArray<Double> { parameters[name]! }

  /// Expects outputs, states and every gradient of `cell` to be PyTorch's.
  func expect(
    _ cell: any StepCell<Double>, _ title: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let network = Unrolled(cell)
    let (outputs, state) = network.forward(x, from: start)
    func close(_ got: NDArray<Double>, _ expected: NDArray<Double>, _ what: String) {
      expectClose(got, expected, "\(what) of \(title)", sourceLocation: sourceLocation)
    }
    close(outputs, y, "the outputs")
    for k in last.indices { close(state[k], last[k], "array \(k) of the last state") }
    let (dInput, dBefore) = network.backward(dY, last: dLast)
    close(dInput, dX, "dX")
    for k in last.indices {
      close(dBefore[k], dStart[k], "the gradient by array \(k) of the state at the start")
    }
    for parameter in network.parameters {
      close(parameter.gradient, gradients[parameter.name] ?? [], "d\(parameter.name)")
    }
  }
}

/// Elman's network with truncated back-propagation.
struct TruncatedCase: Decodable {
  let window: Int
  let parameters, gradients: [String: NDArray<Double>]
  let x, dX, start, dY: NDArray<Double>
}

/// What torch.nn and torch.optim made of a small character model in two epochs.
struct TrainingCase: Decodable {
  let text, columns: NDArray<Int>
  let start, end: [NDArray<Double>]
  let losses: NDArray<Double>
}

/// The lesson's cell with w = 0.5, u = 0.8, b = 0.1 and its two steps x = 1, −1.
func pencilElman() -> Elman<Double> { Elman(W: [[0.5]], U: [[0.8]], b: [0.1]) }
let pencilInputs: [NDArray<Double>] = [[[1]], [[-1]]]

func expectNumber(
  _ got: NDArray<Double>, _ expected: Double, _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard got.count == 1 else {
    Issue.record(
      "\(what): expected one number, got shape \(got.shape)", sourceLocation: sourceLocation)
    return
  }
  expectClose(
    got.reshaped([]), NDArray(expected), tolerance: 1e-6, what, sourceLocation: sourceLocation)
}

/// A layer of normal numbers; nothing of it is the student's.
func randomLayer(
  _ rule: any CellRule, _ inputs: Int, _ width: Int, isReversed: Bool = false, seed: Int = 1
) -> RecurrentLayer<Double> {
  var generator = Generator(seed: seed)
  let rows = rule.gates * width
  let weight = (
    0.6 * generator.standardNormal([rows, inputs]), 0.6 * generator.standardNormal([rows, width])
  )
  let bias = (0.5 * generator.standardNormal([rows]), 0.5 * generator.standardNormal([rows]))
  return RecurrentLayer(rule, weight: weight, bias: bias, isReversed: isReversed)
}

/// Each cell of the lecture with normal numbers, 2 inputs, 3 wide.
func lectureCells(seed: Int = 3) -> [(name: String, cell: any StepCell<Double>)] {
  var g = Generator(seed: seed)
  func normal(_ shape: [Int]) -> NDArray<Double> { 0.7 * g.standardNormal(shape) }
  return [
    ("Elman", Elman(W: normal([3, 2]), U: normal([3, 3]), b: normal([3]))),
    (
      "Jordan",
      Jordan(
        W: normal([4, 2]), U: normal([4, 3]), b: normal([4]), V: normal([3, 4]), c: normal([3]))
    ),
    (
      "ExponentialTrace",
      ExponentialTrace(W: normal([3, 2]), U: normal([3, 3]), b: normal([3]), alpha: 0.6)
    ),
    ("LecturePeephole", LecturePeephole(W: normal([12, 2]), U: normal([9, 3]), b: normal([12]))),
    (
      "Peephole",
      Peephole(W: normal([12, 2]), U: normal([12, 3]), P: normal([3, 3]), b: normal([12]))
    ),
    ("PrintedGRU", PrintedGRU(.new, W: normal([9, 2]), U: normal([9, 3]), b: normal([9]))),
  ]
}
