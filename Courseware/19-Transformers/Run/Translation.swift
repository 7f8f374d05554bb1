import CourseKit
import NDArray
import Optimisers
import Transformers

/// Dates into ISO form, and digits turned round: an encoder and a decoder of one block each.
func translation() throws {
  section("Translation: encoder and decoder, width 64, 4 heads, one block each")
  var generator = Generator(seed: 1)
  let dates = TranslationTask.dates(10_500, using: &generator)
  let model = train("dates", dates, steps: 600, rate: 0.003)
  show(model, dates, examples: 3)

  let row = dates.source.shape[0] - 499
  let source = dates.source[row..<(row + 1)]
  let written = model.translate(source, start: 1, end: 2, length: 11)
  let target = concatenated([NDArray<Int>([[1]]), written[.all, ..<(-1)]], axis: 1)
  _ = model.forward(source, target)
  let letters = source[0].elements.filter { $0 > 2 }.map { String(dates.letters[$0 - 3]) }
  let answers = written[0].elements.filter { $0 > 2 }.map { String(dates.letters[$0 - 3]) }
  let weights = model.decoder.blocks[0].crossAttention.weights!.asType(Double.self)
  let maps = (0..<4).map { head in
    var map = HeatMap(
      weights[0, head, 0..<answers.count, 0..<letters.count], title: "head \(head + 1)", x: "read",
      y: "written", rowNames: answers, columnNames: letters.map { $0 == " " ? "␣" : $0 })
    map.format = nil
    return map
  }
  try save(Figure(panels: maps, columns: 2, panelSize: (560, 380)), "dates")

  let digits = TranslationTask.reversals(4500, length: 12, using: &generator)
  let turned = train("12 digits reversed", digits, steps: 400, rate: 0.003)
  show(turned, digits, examples: 1)
}

private func train(
  _ name: String, _ task: TranslationTask, steps: Int, rate: Double
) -> Translator<Float> {
  var generator = Generator(seed: 2)
  let count = task.source.shape[0] - 500
  let model = Translator<Float>(
    source: task.vocabulary, target: task.vocabulary, length: 40, width: 64, heads: 4, hidden: 128,
    blocks: 1, using: &generator)
  let optimiser = Optimiser(Adam(), model.parameters, rate: rate)
  let schedule = WarmUp(over: 50, then: CosineDecay(from: rate, over: steps - 50))
  let loss = SequenceLoss<Float>(ignoring: TranslationTask.padding)
  let progress = ProgressMeter(name, total: steps)
  var losses: [Double] = []
  while losses.count < steps {
    for rows in batches(of: 50, count: count, using: &generator) where losses.count < steps {
      optimiser.rate = schedule.rate(at: losses.count)
      let (source, target) = (task.source[rows], task.target[rows])
      let value = trainStep(optimiser) {
        let z = model.forward(source, target[.all, ..<(-1)])
        let value = loss.forward(z, target[.all, 1...])
        model.backward(loss.backward())
        return value
      }
      losses.append(Double(value))
      progress.advance("loss \(Double(value).text(3))")
    }
  }
  print(
    "\(name): \(model.counts.trainable) weights, \(count) pairs, \(steps) steps of 50; loss \(losses[0].text(3)) at first, \(losses[steps - 1].text(4)) at last"
  )
  return model
}

private func show(_ model: Translator<Float>, _ task: TranslationTask, examples: Int) {
  let rows = (task.source.shape[0] - 500)..<task.source.shape[0]
  let (source, target) = (task.source[rows], task.target[rows][.all, 1...])
  let written = model.translate(
    source, start: TranslationTask.start, end: TranslationTask.end, length: target.shape[1])
  let right = (written .== target).all(axis: 1).asType(Double.self).mean()
  for row in 0..<examples {
    print("  \(task.text(source[row].elements)) → \(task.text(written[row].elements))")
  }
  print("  exactly right of 500 that it has not seen: \(right.text(3))")
}
