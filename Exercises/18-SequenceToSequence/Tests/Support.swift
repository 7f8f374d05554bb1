import CourseKit
import GradedTests
import NDArray
import RecurrentNetworks
import SequenceToSequence
import Testing

/// One look at a memory; made by References/make_references.py.
struct AttentionCase: Decodable {
  let kind: String
  let parameters, gradients: [String: NDArray<Double>]
  let query, states, weights, context, dContext, dQuery, dStates: NDArray<Double>
  let mask: NDArray<Bool>

  static func load() throws -> [AttentionCase] { try reference("attention.json") }

  /// The score with the stored parameters.
  var score: any AttentionScore<Double> {
    switch kind {
    case "general": GeneralScore(parameters["W"]!)
    case "additive": AdditiveScore(W: parameters["W"]!, U: parameters["U"]!, v: parameters["v"]!)
    default: DotScore(isScaled: kind == "scaledDot")
    }
  }

  var title: String {
    "\(kind), states \(states.shape)" + (mask.all() ? "" : ", masked")
  }
}

/// The whole pair on a batch; made by References/make_references.py.
struct ModelCase: Decodable {
  let kind: String?
  let order: String
  let sizes: [Int]
  let source, target: [[Int]]
  let isFree: Bool
  let parameters, gradients: [String: NDArray<Double>]
  let logits: NDArray<Double>
  let loss: Double

  static func load() throws -> [ModelCase] { try reference("models.json") }

  var title: String {
    "\(kind ?? "plain"), \(order), \(source.count) texts of \(source.map(\.count))"
      + (isFree ? ", running freely" : "")
  }

  var batch: Batch { Batch(source: source, target: target) }

  func model() -> EncoderDecoder<Double> { pair(sizes, kind, order, parameters) }

  /// Expects logits, loss and every gradient to be PyTorch's.
  func expect(gradients isBackward: Bool, sourceLocation: SourceLocation = #_sourceLocation) {
    let (model, batch, loss) = (model(), batch, MaskedCrossEntropy<Double>())
    var generator = Generator(seed: 0)
    let z = model.forward(batch, share: isFree ? 1 : 0, using: &generator)
    expectClose(z, logits, "the logits, \(title)", sourceLocation: sourceLocation)
    let value = loss.forward(z, batch.targets)
    expectClose(
      value, self.loss, tolerance: 1e-10, "the loss, \(title)", sourceLocation: sourceLocation)
    if !isBackward { return }
    model.backward(loss.backward())
    for (name, parameter) in model.namedParameters {
      expectClose(
        parameter.gradient, gradients[name] ?? [], "d\(name), \(title)",
        sourceLocation: sourceLocation)
    }
  }
}

/// Three steps of torch.optim.Adam; made by References/make_references.py.
struct TrainingCase: Decodable {
  struct Texts: Decodable { let source, target: [[Int]] }
  let sizes: [Int]
  let batches: [Texts]
  let start, end: [String: NDArray<Double>]
  let losses: [Double]
}

struct BLEUCase: Decodable {
  let candidates: [[String]]
  let references: [[[String]]]
  let longest: Int
  let bleu: Double
}

/// A model of these sizes (kinds of the source and of the target, embedding, width) with the given parameters.
func pair(
  _ sizes: [Int], _ kind: String?, _ order: String, _ parameters: [String: NDArray<Double>]
) -> EncoderDecoder<Double> {
  let kinds: [String: ScoreKind] = [
    "dot": .dot, "scaledDot": .scaledDot, "general": .general, "additive": .additive(3),
  ]
  let orders: [String: ReadingOrder] = [
    "forwards": .forwards, "backwards": .backwards, "bothWays": .bothWays,
  ]
  var generator = Generator(seed: 1)
  let model = EncoderDecoder<Double>(
    kinds: (sizes[0], sizes[1]), embedding: sizes[2], width: sizes[3],
    attention: kind.flatMap { kinds[$0] }, order: orders[order]!, using: &generator)
  for (name, parameter) in model.namedParameters {
    if let value = parameters[name] {
      parameter.value = value
    } else {
      Issue.record("the reference has no \(name)")
    }
  }
  return model
}

/// A small model of normal numbers, nothing of which is the student's: 6 source kinds, 7 target kinds, embedding 3, width 4.
func smallModel(
  _ kind: ScoreKind? = .additive(3), _ order: ReadingOrder = .forwards, seed: Int = 5,
  scale: Double = 0.6
) -> EncoderDecoder<Double> {
  var generator = Generator(seed: seed)
  let model = EncoderDecoder<Double>(
    kinds: (6, 7), embedding: 3, width: 4, attention: kind, order: order, using: &generator)
  for parameter in model.parameters {
    parameter.value = scale * generator.standardNormal(parameter.value.shape)
  }
  return model
}

/// The lesson's three states as a memory of one text, its decoder, and a mask.
let pencilStates: NDArray<Double> = [[[1, 0]], [[0, 1]], [[1, 1]]]
let pencilQuery: NDArray<Double> = [[1, 2]]

func pencilLook(
  _ score: any AttentionScore<Double>, mask: NDArray<Bool> = [[true, true, true]]
) -> (Attention<Double>, Attention<Double>.Look, Memory<Double>) {
  let attention = Attention(score)
  let memory = attention.memory(pencilStates, mask: mask)
  return (attention, attention.look(pencilQuery, memory), memory)
}

/// Compares the gradients of parameters with centred differences, for a random upstream gradient.
func checkParameters(
  of module: some Module<Double>, _ title: String,
  sourceLocation: SourceLocation = #_sourceLocation, forward: () -> NDArray<Double>,
  backward: (NDArray<Double>) -> Void
) {
  for (name, parameter) in module.namedParameters {
    let value = parameter.value
    expectGradient(at: value, named: "d\(name), \(title)", sourceLocation: sourceLocation) {
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

func letters(_ text: String) -> [String] { text.map { String($0) } }
func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
