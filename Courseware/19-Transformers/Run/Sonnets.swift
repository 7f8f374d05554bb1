import CourseKit
import Foundation
import NDArray
import Optimisers
import Transformers

/// A GPT of letters, and the alphabet it was trained on.
struct LetterGPT {
  let model: GPT<Float>
  let letters: [Character]

  func numbers(_ text: String) -> [Int] { text.compactMap { letters.firstIndex(of: $0) } }
  func text(_ tokens: [Int]) -> String { String(tokens.map { letters[$0] }) }
}

/// Two blocks of width 64 learn the sonnets letter by letter; the last tenth is held out.
func sonnets() throws -> LetterGPT {
  section("GPT on the sonnets: width 64, 4 heads, 2 blocks, 48 letters")
  let text = try Datasets.sonnetsText()
  let letters = Array(Set(text)).sorted()
  let numbers = Dictionary(uniqueKeysWithValues: letters.enumerated().map { ($1, $0) })
  let tokens = NDArray(text.map { numbers[$0] ?? 0 })
  let cut = tokens.count * 9 / 10
  let (train, held) = (tokens[..<cut], tokens[cut...])
  var generator = Generator(seed: 3)
  let gpt = LetterGPT(
    model: GPT(
      vocabulary: letters.count, context: 48, width: 64, heads: 4, blocks: 2, using: &generator),
    letters: letters)
  let model = gpt.model
  print("\(text.count) letters of \(letters.count) kinds; \(model.counts.trainable) weights")

  let loss = SequenceLoss<Float>()
  func heldOut(_ count: Int) -> Double {
    let starts = NDArray.arange(count) * ((held.count - 49) / count)
    var total = 0.0
    for part in stride(from: 0, to: count, by: 64) {
      let some = starts[part..<Swift.min(part + 64, count)]
      let (inputs, targets) = windows(of: held, at: some, length: 48)
      total += Double(loss.forward(model.forward(inputs), targets)) * Double(some.count)
    }
    return total / Double(count)
  }
  print(
    "untrained: \(heldOut(192).text(3)) nats a letter; ln \(letters.count) = \(log(Double(letters.count)).text(3))"
  )

  let (steps, rate) = (1500, 0.004)
  let optimiser = Optimiser(Adam(), model.parameters, rate: rate)
  let schedule = WarmUp(over: 50, then: CosineDecay(from: rate, to: rate / 20, over: steps - 50))
  let progress = ProgressMeter("sonnets", total: steps)
  var curve = (train: [Double](), held: [Double](), steps: [Double]())
  var recent: [Double] = []
  for step in 0..<steps {
    optimiser.rate = schedule.rate(at: step)
    let starts = generator.integers(0..<(train.count - 48), [32])
    let (inputs, targets) = windows(of: train, at: starts, length: 48)
    let value = trainStep(optimiser) {
      let value = loss.forward(model.forward(inputs), targets)
      model.backward(loss.backward())
      return value
    }
    recent.append(Double(value))
    progress.advance("\(Double(value).text(3)) nats")
    if (step + 1) % 150 == 0 {
      curve.steps.append(Double(step + 1))
      curve.train.append(recent.reduce(0, +) / Double(recent.count))
      curve.held.append(heldOut(192))
      recent = []
    }
  }
  print("step     " + curve.steps.map { $0.text(0).padding(7) }.joined())
  print("training " + curve.train.map { $0.text(3).padding(7) }.joined())
  print("held out " + curve.held.map { $0.text(3).padding(7) }.joined())
  let end = heldOut(199)
  print(
    "held out at last, 199 windows: \(end.text(3)) nats, \((end / log(2)).text(3)) bits a letter")
  var plot = Plot("GPT on the sonnets", x: "step", y: "nats a letter")
  plot.line(NDArray(curve.train), x: NDArray(curve.steps), label: "training", marked: true)
  plot.line(NDArray(curve.held), x: NDArray(curve.steps), label: "held out", marked: true)
  try save(Figure(plot, panelSize: (640, 400)), "sonnets")

  for (name, sampler) in [
    ("T = 0", Sampler(temperature: 0)),
    ("T = 0.7, top-p 0.9", Sampler(temperature: 0.7, topP: 0.9)),
    ("T = 1.5", Sampler(temperature: 1.5)),
    (
      "the lecture's: T = 0.1, top-p 0.9, presence 0.3, frequency 0.5",
      Sampler(temperature: 0.1, topP: 0.9, presence: 0.3, frequency: 0.5)
    ),
  ] {
    var generator = Generator(seed: 4)
    let written = model.generate(
      after: gpt.numbers("Shall I "), count: 150, sampler, using: &generator)
    print("\n\(name):\nShall I " + gpt.text(written))
  }
  return gpt
}

/// The same tokens with a cache and without, and how much sooner; the times differ from run to run.
func cacheSpeed(_ gpt: LetterGPT) {
  section("A cache of keys and values")
  var generator = Generator(seed: 5)
  let long = GPT<Float>(
    vocabulary: 62, context: 256, width: 64, heads: 4, blocks: 2, using: &generator)
  for (name, model, count) in [
    ("trained, 48 places", gpt.model, 200), ("untrained, 256 places", long, 255),
  ] {
    var written: [[Int]] = []
    var times: [Double] = []
    for isCached in [true, false] {
      var generator = Generator(seed: 6)
      let time = ContinuousClock().measure {
        written.append(
          model.generate(after: [1], count: count, Sampler(), isCached: isCached, using: &generator)
        )
      }
      times.append(time / .seconds(1))
    }
    let same = written[0] == written[1] ? "the same tokens" : "OTHER tokens"
    print("\(name): \(count) tokens, \(same) with the cache and without")
    print(
      "  time per token \((times[0] / Double(count) * 1e3).text(2)) ms with, \((times[1] / Double(count) * 1e3).text(2)) ms without: \((times[1] / times[0]).text(1)) times (differs from run to run)"
    )
  }
}
