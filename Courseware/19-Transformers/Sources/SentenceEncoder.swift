import CourseKit
import Foundation
import NDArray

/// What is wrong with weights for a ``BERT``.
public enum WeightError: Error, Equatable, CustomStringConvertible {
  case missing(String)
  case shape(String, needed: [Int], found: [Int])

  public var description: String {
    switch self {
    case .missing(let name): "the file holds no array \(name)"
    case .shape(let name, let needed, let found):
      "\(name): the shape \(needed) is needed, the file has \(found)"
    }
  }
}

/// The published name of one of our parameters of ``BERT``: `encoder.blocks.3.feedForward.inner.W` is
/// `encoder.layer.3.intermediate.dense.weight` in the files of Hugging Face.
public func publishedName(_ ours: String) -> String {
  let parts = ours.split(separator: ".").map(String.init)
  let tails = [
    "W": "weight", "b": "bias", "gamma": "weight", "beta": "bias", "E": "weight", "P": "weight",
  ]
  let tail = tails[parts[parts.count - 1]] ?? ""
  let names = [
    "words": "embeddings.word_embeddings", "positions": "embeddings.position_embeddings",
    "segments": "embeddings.token_type_embeddings", "norm": "embeddings.LayerNorm",
    "attention.query": "attention.self.query", "attention.key": "attention.self.key",
    "attention.value": "attention.self.value", "attention.output": "attention.output.dense",
    "attentionNorm": "attention.output.LayerNorm", "feedForward.inner": "intermediate.dense",
    "feedForward.outer": "output.dense", "feedForwardNorm": "output.LayerNorm",
  ]
  let isInBlock = parts[0] == "encoder"
  let name = parts[(isInBlock ? 3 : 0)..<(parts.count - 1)].joined(separator: ".")
  return (isInBlock ? "encoder.layer.\(parts[2])." : "") + (names[name] ?? name) + "." + tail
}

extension BERT {
  /// Fills all parameters from a file of published weights, or none if something does not fit.
  ///
  /// Theirs are (outputs, inputs): each `W` is the transpose of what the file holds. What the file has besides, such as a pooler, is left alone.
  public func loadWeights(_ file: SafeTensors) throws {
    let parameters = namedParameters
    // BEGIN SOLUTION
    var values: [NDArray<Element>] = []
    for (name, parameter) in parameters {
      let theirs = publishedName(name)
      guard let entry = file.entries[theirs] else { throw WeightError.missing(theirs) }
      let isMatrix = name.hasSuffix(".W")
      let needed = isMatrix ? Array(parameter.value.shape.reversed()) : parameter.value.shape
      guard entry.shape == needed else {
        throw WeightError.shape(theirs, needed: needed, found: entry.shape)
      }
      let value: NDArray<Element> = try file.array(theirs)
      values.append(isMatrix ? value.T.contiguous() : value)
    }
    for ((_, parameter), value) in zip(parameters, values) { parameter.value = value }
    // STUB: // For each (name, parameter): `publishedName(name)` is theirs, `file.entries[theirs]` what the file says of it (nil: throw
    // STUB: // WeightError.missing). Our `….W` is (inputs, outputs), theirs the transpose; tables and vectors are alike. Another shape: throw
    // STUB: // WeightError.shape. `try file.array(theirs)` reads it. Change no parameter before all are read.
    // STUB: _ = parameters
    // STUB: notImplemented()
    // END SOLUTION
  }
}

/// A text becomes a vector of length 1, by which texts are compared: tokeniser, encoder, mean of the states.
public final class SentenceEncoder<Element: NDFloat> {
  public let tokeniser: WordPiece
  public let model: BERT<Element>

  public init(_ tokeniser: WordPiece, _ model: BERT<Element>) {
    (self.tokeniser, self.model) = (tokeniser, model)
  }

  /// From a folder with `model.safetensors` and `vocab.txt`. All sizes but the number of heads are those of the arrays in the file.
  public convenience init(weights: URL, vocabulary: URL, heads: Int) throws {
    let file = try SafeTensors(weights)
    func shape(_ name: String) throws -> [Int] {
      guard let entry = file.entries[name] else { throw WeightError.missing(name) }
      guard entry.shape.count == 2 else {
        throw WeightError.shape(name, needed: [0, 0], found: entry.shape)
      }
      return entry.shape
    }
    let words = try shape("embeddings.word_embeddings.weight")
    let positions = try shape("embeddings.position_embeddings.weight")
    let inner = try shape("encoder.layer.0.intermediate.dense.weight")
    let blocks = file.names.filter { $0.hasSuffix(".intermediate.dense.weight") }.count
    var generator = Generator(seed: 0)
    let model = BERT<Element>(
      vocabulary: words[0], context: positions[0], width: words[1], heads: heads, hidden: inner[0],
      blocks: blocks, using: &generator)
    try model.loadWeights(file)
    self.init(try WordPiece(contentsOf: vocabulary), model)
  }

  /// (texts, width), each row of length 1. Texts of different lengths are filled up and masked: a text's vector does not depend on its neighbours.
  public func embed(_ texts: [String]) -> NDArray<Element> {
    let encoded = texts.map { Array(tokeniser.encode($0).prefix(model.positions.context)) }
    let length = encoded.map(\.count).max() ?? 0
    let padding = tokeniser.number("[PAD]")
    // BEGIN SOLUTION
    let filled = encoded.flatMap {
      $0 + [Int](repeating: padding, count: length - $0.count)
    }
    let tokens = NDArray(filled, shape: [texts.count, length])
    let mask = paddingMask(tokens, padding: padding)
    return unitLength(meanState(model.forward(tokens, mask: mask), mask: mask))
    // STUB: // Fill each up with `padding` to `length`, one array (texts, length), its padding mask, the model, `meanState`, `unitLength`.
    // STUB: _ = (length, padding)
    // STUB: notImplemented()
    // END SOLUTION
  }
}
