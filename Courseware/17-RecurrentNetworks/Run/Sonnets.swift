import CourseKit
import Foundation
import NDArray
import Networks
import Optimisers
import RecurrentNetworks

/// Every character model on the sonnets, the last tenth held out.
func sonnets() throws {
  section("The sonnets: nats per character, held out")
  let text = try Datasets.sonnetsText()
  let alphabet = Alphabet(of: text)
  let tokens = alphabet.encode(text)!
  let cut = tokens.count * 9 / 10
  let (train, test) = (tokens[0..<cut], tokens[cut...])
  print(
    "\(tokens.count) characters, \(alphabet.count) kinds, \(test.count) held out; guessing: \(log(Double(alphabet.count)).text(3))"
  )
  print("\("model".padding(34)) \("parameters".padding(11)) nats   bits")
  func show(_ name: String, _ parameters: Int, _ nats: Double) {
    let count = parameters == 0 ? "–" : "\(parameters)"
    print("\(name.padding(34)) \(count.padding(11)) \(nats.text(3))  \((nats / log(2)).text(3))")
  }
  for (back, name) in [
    (0, "shares of the characters"), (1, "bigram"), (2, "2 back"), (3, "3 back"), (4, "4 back"),
  ] {
    show("counts + 0.1, \(name)", 0, NGram(train, kinds: alphabet.count, back: back).nats(test))
  }

  let window = trainWindowModel(train, kinds: alphabet.count)
  let (contexts, targets) = windows(test, back: window.back)
  let windowLoss = SoftmaxCrossEntropy<Float>().forward(window.forward(contexts), targets)
  show("MLP, 8 back, 128 wide", window.counts.trainable, Double(windowLoss))

  var best: CharacterModel<Float>?
  for (name, rule, width, epochs) in [
    ("RNN, 128 wide", TanhCell() as any CellRule, 128, 10), ("GRU, 96 wide", GRUCell(), 96, 10),
    ("LSTM, 96 wide", LSTMCell(), 96, 26),
  ] {
    var generator = Generator(seed: 1)
    let model = CharacterModel<Float>(
      rule, kinds: alphabet.count, embedding: 24, width: width, using: &generator)
    learn(model, columns(train, count: 32), epochs: epochs, name)
    show(name, model.counts.trainable, nats(model, test))
    best = model
  }
  guard let lstm = best else { return }
  write(lstm, alphabet)
  try colour(lstm, alphabet, test)
}

private func trainWindowModel(_ tokens: NDArray<Int>, kinds: Int) -> WindowModel<Float> {
  var generator = Generator(seed: 1)
  let model = WindowModel<Float>(
    kinds: kinds, back: 8, embedding: 24, width: 128, using: &generator)
  let (contexts, targets) = windows(tokens, back: 8)
  let optimiser = Optimiser(Adam(), model.parameters, rate: 0.002)
  let loss = SoftmaxCrossEntropy<Float>()
  let epochs = 5
  let progress = ProgressMeter("MLP", total: epochs)
  for epoch in 0..<epochs {
    optimiser.rate = CosineDecay(from: 0.002, over: epochs).rate(at: epoch)
    var last: Float = 0
    for rows in batches(of: 128, count: targets.count, using: &generator) {
      optimiser.step {
        for p in optimiser.parameters { p.clearGradient() }
        last = loss.forward(model.forward(contexts[rows]), targets[rows])
        model.backward(loss.backward())
      }
    }
    progress.advance("loss \(last.text(3))")
  }
  return model
}

private func learn(
  _ model: CharacterModel<Float>, _ text: NDArray<Int>, epochs: Int, _ name: String
) {
  let optimiser = Optimiser(Adam(), model.parameters, rate: 0.004)
  let schedule = CosineDecay(from: 0.006, to: 0.0003, over: epochs)
  let progress = ProgressMeter(name, total: epochs)
  for epoch in 0..<epochs {
    optimiser.rate = schedule.rate(at: epoch)
    let loss = trainEpoch(model, text, window: 48, optimiser: optimiser, clip: 1)
    progress.advance("loss \(loss.text(3))")
  }
}

/// What the model writes at three temperatures.
private func write(_ model: CharacterModel<Float>, _ alphabet: Alphabet) {
  let prompt = alphabet.encode("\n\nShall I ")!
  for temperature in [0.3, 0.8, 1.2] {
    var generator = Generator(seed: 3)
    let drawn = sample(
      model, after: prompt, count: 200, temperature: temperature, using: &generator)
    print("\nwritten at temperature \(temperature.text(1)):")
    for line in "Shall I \(alphabet.decode(drawn))".split(separator: "\n") { print("  \(line)") }
  }
}

/// Finds the number of h that follows the place in the word best, and colours a text by it.
private func colour(_ model: CharacterModel<Float>, _ alphabet: Alphabet, _ tokens: NDArray<Int>)
  throws
{
  let count = 3000
  let part = tokens[0..<count]
  let h = model.recurrent.forward(model.embedding.forward(part.reshaped([count, 1]))).outputs
    .reshaped([count, -1]).asType(Double.self)
  let text = Array(alphabet.decode(part))
  var (places, place): ([Double], Double) = ([], 0)
  for character in text {
    place = character.isLetter ? place + 1 : 0
    places.append(place)
  }
  let y = NDArray(places) - NDArray(places).mean()
  let centred = h - h.mean(axis: 0)
  let covariance = (centred * y.reshaped([-1, 1])).mean(axis: 0)
  let correlation = covariance / (centred.std(axis: 0) * y.std())
  let cell = abs(correlation).argMax()
  let value: Double = correlation[cell]
  print("\ncell \(cell) follows the place in the word best: correlation \(value.text(3))")
  var rows: [[Cell]] = [[]]
  let column = h[.all, cell]
  let sign = value < 0 ? -1.0 : 1.0
  for (k, character) in text.enumerated() {
    if rows.count > 12 { break }
    if character == "\n" {
      if !rows[rows.count - 1].isEmpty { rows.append([]) }
      continue
    }
    let number: Double = column[k]
    rows[rows.count - 1].append(
      Cell(character == "'" ? "’" : String(character), fill: .grey(0.5 - 0.5 * sign * number)))
  }
  var grid = CellGrid(
    "h of cell \(cell), from white at the beginning of a word to black at its end")
  grid.add(CellTable(rows.filter { !$0.isEmpty }))
  try save(Figure(grid, panelSize: (1100, 320)), "cell")
}
