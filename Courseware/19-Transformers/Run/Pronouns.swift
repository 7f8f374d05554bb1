import CourseKit
import Foundation
import NDArray
import Networks
import Optimisers
import Transformers

/// The lecture's sentence in a few thousand forms: *the animal did not cross the street because it was too tired*.
private struct Sentences {
  static let special = ["[PAD]", "[MASK]", "[CLS]"]
  static let animals = ["animal", "dog", "cat", "horse", "fox", "cow"]
  static let streets = ["street", "road", "river", "bridge", "field", "lake"]
  static let tired = ["tired", "hungry", "afraid", "sick", "old"]
  static let wide = ["wide", "deep", "long", "busy", "icy"]
  static let others = [
    "the", "did", "not", "cross", "see", "leave", "like", "because", "it", "was", "too",
  ]
  static let words = special + animals + streets + tired + wide + others

  /// (texts, 13) tokens; what *it* is, as a token.
  let tokens: NDArray<Int>
  let meant: [Int]
  /// Whether the animal stands before the street.
  let isFirst: [Int]
  /// Whether both nouns are of the first halves of their lists, or both of the second: 1, 2; else 0.
  let half: [Int]
  /// Where *it* stands.
  static let place = 9

  init(_ count: Int, using generator: inout Generator) {
    func pick(_ list: [String]) -> String { list[generator.integers(0..<list.count)] }
    func number(_ word: String) -> Int { Self.words.firstIndex(of: word)! }
    var (rows, meant, isFirst, half): ([Int], [Int], [Int], [Int]) = ([], [], [], [])
    for _ in 0..<count {
      let (animal, street) = (pick(Self.animals), pick(Self.streets))
      let tells = generator.integers(0..<2) == 1
      let end = pick(tells ? Self.tired : Self.wide)
      let verb = pick(["cross", "see", "leave", "like"])
      let turned = generator.integers(0..<2) == 1
      let (first, second) = turned ? (street, animal) : (animal, street)
      let text = [
        "[CLS]", "the", first, "did", "not", verb, "the", second, "because", "it", "was", "too",
        end,
      ]
      rows += text.map(number)
      meant.append(number(tells ? animal : street))
      isFirst.append(turned ? 0 : 1)
      let later = [
        Self.animals.firstIndex(of: animal)! >= 3, Self.streets.firstIndex(of: street)! >= 3,
      ]
      half.append(later == [false, false] ? 1 : later == [true, true] ? 2 : 0)
    }
    tokens = NDArray(rows, shape: [count, 13])
    (self.meant, self.isFirst, self.half) = (meant, isFirst, half)
  }
}

/// A BERT of two blocks: masked words first, its frozen vectors classified, then taught what *it* means.
func pronouns() throws {
  section("BERT: masked words, then what \"it\" means; width 32, 4 heads, 2 blocks")
  var generator = Generator(seed: 7)
  let (train, test) = (Sentences(3000, using: &generator), Sentences(2000, using: &generator))
  let vocabulary = Sentences.words.count
  let model = BERT<Float>(
    vocabulary: vocabulary, context: 13, width: 32, heads: 4, hidden: 64, blocks: 2,
    using: &generator)
  let logits = TiedLogits(tiedTo: model.words)
  let loss = SequenceLoss<Float>()
  let optimiser = Optimiser(Adam(), model.parameters, rate: 0.002)
  print("\(vocabulary) words, \(model.counts.trainable) weights, 3000 sentences such as")
  print(
    "  " + train.tokens[0].elements.dropFirst().map { Sentences.words[$0] }.joined(separator: " "))

  func learn(_ name: String, steps: Int, _ batch: (NDArray<Int>) -> (NDArray<Int>, NDArray<Int>)) {
    let progress = ProgressMeter(name, total: steps)
    let schedule = WarmUp(over: 40, then: CosineDecay(from: 0.003, to: 0.0003, over: steps - 40))
    var values: [Double] = []
    while values.count < steps {
      for rows in batches(of: 50, count: 3000, using: &generator) where values.count < steps {
        optimiser.rate = schedule.rate(at: values.count)
        let (inputs, labels) = batch(rows)
        let value = trainStep(optimiser) {
          let value = loss.forward(logits.forward(model.forward(inputs)), labels)
          model.backward(logits.backward(loss.backward()))
          return value
        }
        values.append(Double(value))
        progress.advance("loss \(Double(value).text(3))")
      }
    }
    let (first, last) = (values.prefix(20), values.suffix(20))
    print(
      "\(name): \(steps) steps of 50, loss \((first.reduce(0, +) / 20).text(3)) → \((last.reduce(0, +) / 20).text(3)) (means of 20; ln \(vocabulary) = \(log(Double(vocabulary)).text(3)))"
    )
  }
  // A logistic regression on frozen vectors, their columns standardised. Its labels know half of the nouns, its test
  // the other half.
  func vectors(_ tokens: NDArray<Int>) -> [(String, NDArray<Double>)] {
    let states = model.forward(tokens)
    let all = NDArray<Bool>.full([tokens.shape[0], 1, 1, 13], true)
    let mean = meanState(states, mask: all)
    return [
      ("mean of the states", mean.asType(Double.self)),
      ("state at [CLS]", states[.all, 0].asType(Double.self)),
      ("state at \"it\"", states[.all, Sentences.place].asType(Double.self)),
    ]
  }
  func part(_ from: Sentences, _ half: Int) -> (tokens: NDArray<Int>, labels: NDArray<Int>) {
    let rows = NDArray(from.half.indices.filter { from.half[$0] == half })
    return (from.tokens[rows], NDArray(from.isFirst)[rows])
  }
  let (some, others) = (part(train, 1), part(test, 2))
  func classify(_ encoder: String) {
    var generator = Generator(seed: 9)
    print(
      "66 weights on vectors of the \(encoder) encoder: does the animal stand before the street?")
    print(
      "  \(some.labels.count) labelled sentences of six nouns, tested on \(others.labels.count) of the other six"
    )
    for ((name, x), (_, xTest)) in zip(vectors(some.tokens), vectors(others.tokens)) {
      let (mean, deviation) = (x.mean(axis: 0), x.std(axis: 0))
      let small = Sequential<Double>([Linear<Double>(32, 2, .zeros, using: &generator)])
      let adam = Optimiser(Adam(), small.parameters, rate: 0.02)
      for _ in 0..<30 {
        _ = trainEpoch(
          small, (x - mean) / deviation, some.labels, batchSize: 50, optimiser: adam,
          using: &generator)
      }
      func right(_ x: NDArray<Double>, _ labels: NDArray<Int>) -> String {
        (predict(small, (x - mean) / deviation) .== labels).asType(Double.self).mean().text(3)
      }
      print(
        "  \(name.padding(18)) known nouns \(right(x, some.labels)), other nouns \(right(xTest, others.labels))"
      )
    }
  }
  classify("untrained")

  let masking = WordMasking(mask: 1, firstWord: 3, vocabulary: vocabulary)
  var hiding = Generator(seed: 8)
  learn("masked words", steps: 500) { rows in
    masking.hide(train.tokens[rows], using: &hiding)
  }

  classify("frozen")

  learn("what \"it\" means", steps: 600) { rows in
    var labels = NDArray<Int>.full([rows.count, 13], -1)
    labels[.all, Sentences.place] = NDArray(train.meant)[rows]
    return (train.tokens[rows], labels)
  }
  let answers = logits.forward(model.forward(test.tokens))[.all, Sentences.place].argMax(axis: 1)
  let right = (answers .== NDArray(test.meant)).asType(Double.self).mean()
  print("  names what \"it\" stands for in \(right.text(3)) of \(test.meant.count) new sentences")
  try drawIt(model, logits)
}

/// Whom *it* looks at, by block and head, for two endings of one sentence.
private func drawIt(_ model: BERT<Float>, _ logits: TiedLogits<Float>) throws {
  var panels: [any Panel] = []
  for end in ["tired", "wide"] {
    let text = "[CLS] the animal did not cross the street because it was too \(end)"
      .split(separator: " ").map(String.init)
    let tokens = NDArray(text.map { Sentences.words.firstIndex(of: $0)! }, shape: [1, 13])
    let z = logits.forward(model.forward(tokens))
    print("  … because it was too \(end): it = \(Sentences.words[z[0, Sentences.place].argMax()])")
    var rows: [NDArray<Double>] = []
    for block in model.encoder.blocks {
      rows.append(block.attention.weights![0, .all, Sentences.place].asType(Double.self))
    }
    let weights = concatenated(rows, axis: 0)
    for (block, part) in rows.enumerated() {
      let best = part.argMax(axis: 1).elements.map { text[$0] }
      print("    block \(block + 1), what each head looks at most: \(best.joined(separator: ", "))")
    }
    var map = HeatMap(
      weights, title: "whom \"it\" looks at: … too \(end)", x: "", y: "block.head",
      rowNames: (0..<8).map { "\($0 / 4 + 1).\($0 % 4 + 1)" }, columnNames: text)
    map.format = "%.1f"
    panels.append(map)
  }
  try save(Figure(panels: panels, columns: 1, panelSize: (900, 380)), "it")
}
