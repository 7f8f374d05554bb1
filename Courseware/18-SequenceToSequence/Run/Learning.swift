import CourseKit
import NDArray
import Optimisers
import SequenceToSequence

/// A model for a corpus, its numbers drawn from the seed 2.
func model(
  for corpus: Corpus, embedding: Int, width: Int, _ attention: ScoreKind?,
  order: ReadingOrder = .forwards
) -> EncoderDecoder<Float> {
  var generator = Generator(seed: 2)
  return EncoderDecoder(
    kinds: (corpus.source.count, corpus.target.count), embedding: embedding, width: width,
    attention: attention, order: order, using: &generator)
}

/// Trains with teacher forcing, Adam and a cosine; calls `watch` after every `interval` steps. Returns the loss of each step.
@discardableResult
func learn(
  _ name: String, _ model: EncoderDecoder<Float>, _ corpus: Corpus, steps: Int, rate: Double,
  batch size: Int = 50, decay: Decay = .none, every interval: Int = .max,
  watch: (Int) -> Void = { _ in }
) -> [Double] {
  var generator = Generator(seed: 3)
  let optimiser = Optimiser(Adam(), model.parameters, rate: rate, decay: decay)
  let schedule = WarmUp(over: 20, then: CosineDecay(from: rate, to: rate / 50, over: steps - 20))
  let progress = ProgressMeter(name, total: steps)
  var losses: [Double] = []
  while losses.count < steps {
    for rows in batches(of: size, count: corpus.train.count, using: &generator)
    where losses.count < steps {
      optimiser.rate = schedule.rate(at: losses.count)
      let batch = corpus.batch(rows.elements.map { corpus.train[$0] })
      losses.append(Double(trainStep(model, batch, optimiser, using: &generator)))
      progress.advance("loss \(losses[losses.count - 1].text(3))")
      if losses.count % interval == 0 { watch(losses.count) }
    }
  }
  return losses
}

/// What a model writes on its own for these pairs.
func written(
  _ model: EncoderDecoder<Float>, _ corpus: Corpus, _ pairs: [Pair], limit: Int
) -> [[String]] {
  stride(from: 0, to: pairs.count, by: 100).flatMap { first in
    let part = pairs[first..<min(first + 100, pairs.count)]
    return model.translate(corpus.batch(part).source, limit: limit)
      .map { corpus.target.decode($0.tokens) }
  }
}

/// The share of symbols that are right where everything before was right, because it was told (teacher forcing).
func rightWhenTold(_ model: EncoderDecoder<Float>, _ corpus: Corpus, _ pairs: [Pair]) -> Double {
  let batch = corpus.batch(pairs)
  let isRight = model.forward(batch).argMax(axis: 2) .== batch.targets
  let counts = batch.targets .!= Vocabulary.padding
  return Double((isRight .& counts).asType(Int.self).sum()) / Double(counts.asType(Int.self).sum())
}

/// Where a model looked while it wrote one text, as a picture; also what it wrote.
func map(
  _ model: EncoderDecoder<Float>, _ corpus: Corpus, _ source: [String], limit: Int, title: String
) -> (written: [String], weights: NDArray<Double>, map: HeatMap) {
  let numbers = Padded([corpus.source.encode(source)])
  let translation = model.translate(numbers, limit: limit)[0]
  let answer = corpus.target.decode(translation.tokens)
  let weights = translation.weights!.asType(Double.self)
  let isOver = weights.shape[0] > answer.count
  var map = HeatMap(
    weights, title: title, x: "read", y: "written",
    rowNames: answer.map(shown) + (isOver ? ["end"] : []),
    columnNames: source.map(shown))
  map.format = nil
  return (answer, weights, map)
}

private func shown(_ symbol: String) -> String {
  symbol == " " ? "␣" : symbol == "'" || symbol == "e'" ? symbol.replacing("'", with: "’") : symbol
}
