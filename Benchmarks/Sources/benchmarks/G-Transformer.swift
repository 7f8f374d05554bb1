import CourseKit
import NDArray
import Transformers

/// Section G: a step of training a block of unit 19 (width 128, 4 heads, pre-norm) on 32 texts of 64 words, and the embedding of
/// 32 sentences by its BERT in the build of all-MiniLM-L6-v2, whose weights are random here, as time does not depend on them.
let transformer = [
  Group(name: "G/transformer/f32") { blockRows(Float.self) },
  Group(name: "G/transformer/f64") { blockRows(Double.self) },
  Group(name: "G/minilm/f32", rows: embeddingRows),
]

/// Forward, the mean square of the output less a target, backward to the parameters and the inputs.
private func blockRows<E: NDFloat>(_ type: E.Type) -> [Row] {
  var generator = Generator(seed: 7)
  let x = generator.normal(32, 64, 128, as: E.self)
  let target = generator.normal(32, 64, 128, as: E.self)
  func block() -> EncoderBlock<E> {
    var generator = Generator(seed: 3)
    let block = EncoderBlock<E>(128, heads: 4, hidden: 512, .pre, using: &generator)
    var again = Generator(seed: 3)
    draw(block, using: &again)
    return block
  }
  return stepRows("transformer", block) { block in
    let loss = meanSquare(block.forward(x), target)
    _ = block.backward(loss.gradient)
    return loss.value
  } + [blockProducts(E.self)]
}

/// Every map's weights as the peers draw them; biases 0, norms 1 and 0.
private func draw<E: NDFloat>(_ block: EncoderBlock<E>, using generator: inout Generator) {
  let attention = block.attention
  for map in [
    attention.query, attention.key, attention.value, attention.output, block.feedForward.inner,
    block.feedForward.outer,
  ] {
    let shape = map.weight.value.shape
    let weight = generator.standardNormal(shape) / Double(shape[0]).squareRoot()
    map.weight.value = weight.asType(E.self)
  }
}

/// The 24 matrix products that no step can do without: six maps forward and twice back, and six products of each head.
private func blockProducts<E: NDFloat>(_ type: E.Type) -> Row {
  func ones(_ shape: Int...) -> NDArray<E> { NDArray<E>.ones(shape) }
  let (words, wide) = (ones(2048, 128), ones(2048, 512))
  let (square, inner, outer) = (ones(128, 128), ones(128, 512), ones(512, 128))
  let (head, weights) = (ones(32, 4, 64, 32), ones(32, 4, 64, 64))
  let (across, back) = (head.swappedAxes(-1, -2), weights.swappedAxes(-1, -2))
  return Row("G:transformer_products/\(E.tag)") {
    for _ in 0..<4 { _ = (words.dot(square), words.T.dot(words), words.dot(square.T)) }
    _ = (words.dot(inner), words.T.dot(wide), wide.dot(inner.T))
    _ = (wide.dot(outer), wide.T.dot(words), words.dot(outer.T))
    _ = (head.matmul(across), weights.matmul(head))
    _ = (head.matmul(across), weights.matmul(head), back.matmul(head), back.matmul(head))
  } check: {
    1
  }
}

/// Tokens of 5 to 32 words, filled up to 32, through six blocks to a vector of length 1 for each text.
private func embeddingRows() -> [Row] {
  var generator = Generator(seed: 3)
  let model = BERT<Float>(
    vocabulary: 30522, context: 512, width: 384, heads: 12, hidden: 1536, blocks: 6,
    using: &generator)
  var again = Generator(seed: 3)
  model.words.table.value = again.normal(30522, 384, as: Float.self)
  model.positions.table.value = again.normal(512, 384, as: Float.self)
  model.segments.table.value = again.normal(2, 384, as: Float.self)
  for block in model.encoder.blocks { draw(block, using: &again) }

  var drawing = Generator(seed: 7)
  let tokens = drawing.integers(1..<30522, [32, 32])
  var lengths = drawing.integers(5..<33, [32])
  lengths[0] = 32
  let isWord = NDArray.arange(32)[.newAxis] .< lengths[.all, .newAxis]
  let mask = isWord[.all, .newAxis, .newAxis]
  return [
    Row("G:minilm_embed/f32") {
      unitLength(meanState(model.forward(tokens, mask: mask), mask: mask))
    },
    embeddingProducts(),
  ]
}

/// The eight products of each block.
private func embeddingProducts() -> Row {
  func ones(_ shape: Int...) -> NDArray<Float> { NDArray<Float>.ones(shape) }
  let (x, wide, square) = (ones(1024, 384), ones(1024, 1536), ones(384, 384))
  let (inner, outer) = (ones(384, 1536), ones(1536, 384))
  let (head, weights) = (ones(32, 12, 32, 32), ones(32, 12, 32, 32))
  let across = head.swappedAxes(-1, -2)
  return Row("G:minilm_products/f32") {
    for _ in 0..<6 {
      for _ in 0..<4 { _ = x.dot(square) }
      _ = (head.matmul(across), weights.matmul(head), x.dot(inner), wide.dot(outer))
    }
  } check: {
    1
  }
}
