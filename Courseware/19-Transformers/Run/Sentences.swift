import CourseKit
import Foundation
import NDArray
import Transformers

/// all-MiniLM-L6-v2 in the encoder of this unit, where its weights are at hand; a small random model of the same build always.
func sentences() throws {
  section("A published model in our encoder")
  let references = unit.appendingPathComponent("References")
  let small = try SentenceEncoder<Double>(
    weights: references.appendingPathComponent("tiny-bert.safetensors"),
    vocabulary: references.appendingPathComponent("tiny-bert.txt"), heads: 3)
  struct Row: Decodable {
    struct Stored: Decodable { let values: [Double] }
    let sentence: String
    let ids: [Int]
    let embedding: Stored
  }
  let rows = try JSONDecoder().decode(
    [Row].self, from: Data(contentsOf: references.appendingPathComponent("tiny-bert.json")))
  let expected = NDArray(rows.flatMap(\.embedding.values), shape: [rows.count, 24])
  let gap = abs(small.embed(rows.map(\.sentence)) - expected).max()
  print(
    "random model, 2 blocks of 24: \(rows.count) sentences, \(gap < 1e-9 ? "within 1e-9 of" : "NOT") PyTorch's vectors"
  )

  let folder =
    ProcessInfo.processInfo.environment["MINILM"].map { URL(fileURLWithPath: $0) }
    ?? unit.appendingPathComponent("MiniLM")
  let weights = folder.appendingPathComponent("model.safetensors")
  guard FileManager.default.fileExists(atPath: weights.path) else {
    print(
      "all-MiniLM-L6-v2: not run, there is no \(weights.lastPathComponent) in the folder that MINILM names"
    )
    return
  }
  let model = try SentenceEncoder<Float>(
    weights: weights, vocabulary: folder.appendingPathComponent("vocab.txt"), heads: 12)
  let table = try String(
    contentsOf: references.appendingPathComponent("minilm.tsv"), encoding: .utf8)
  let lines = table.split(separator: "\n").dropFirst().map { $0.split(separator: "\t") }
  let texts = lines.map { String($0[0]) }
  let ids = lines.map { $0[1].split(separator: " ").compactMap { Int($0) } }
  let vectors = NDArray(
    lines.flatMap { $0[2].split(separator: " ").compactMap { Double($0) } },
    shape: [lines.count, 384])
  let sameTokens = zip(texts, ids).filter { model.tokeniser.encode($0) == $1 }.count
  let ours = model.embed(texts).asType(Double.self)
  let worst = abs(ours - vectors).max()
  print("all-MiniLM-L6-v2: \(model.model.counts.trainable) weights, 6 blocks of 384")
  print("  \(sameTokens) of \(texts.count) sentences in the reference's pieces")
  print("  largest difference to the reference vectors: \(worst < 1e-5 ? "below" : "ABOVE") 1e-5")
  let similar = ours.dot(ours.T)
  print(
    "  similarities of the first three: "
      + NDArray([similar[0, 1] as Double, similar[0, 2], similar[1, 2]]).point(4))
  let pieces = model.tokeniser.encode(texts[7]).map { model.tokeniser.pieces[$0] }
  print("  \(texts[7]): \(pieces.joined(separator: " "))")
}
