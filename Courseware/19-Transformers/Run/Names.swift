import CourseKit
import Foundation
import NDArray
import Optimisers
import Transformers

/// First names as rows of letters: a mark before and after each, and 0 to fill up.
private struct Names {
  static let mark = 1
  let letters: [Character]
  let tokens: NDArray<Int>

  init(_ names: [String]) {
    letters = Array(Set(names.joined())).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: letters.enumerated().map { ($1, $0 + 2) })
    let length = (names.map(\.count).max() ?? 0) + 2
    let rows = names.flatMap { name -> [Int] in
      let row = [Self.mark] + name.map { numbers[$0] ?? 0 } + [Self.mark]
      return row + [Int](repeating: 0, count: length - row.count)
    }
    tokens = NDArray(rows, shape: [names.count, length])
  }

  var vocabulary: Int { letters.count + 2 }

  /// The letters up to the mark.
  func text(_ tokens: [Int]) -> String {
    String(tokens.prefix { $0 > Self.mark }.map { letters[$0 - 2] })
  }
}

/// The same GPT on another text: it learns how first names are spelled, and makes new ones.
func names() throws {
  section("GPT on first names: width 32, 4 heads, 2 blocks")
  var generator = Generator(seed: 10)
  let all = Array(Set(try Datasets.firstNames().texts)).sorted()
  let shuffled = generator.permutation(all.count).elements.map { all[$0] }
  let names = Names(shuffled)
  let cut = all.count - 500
  let (train, held) = (names.tokens[..<cut], names.tokens[cut...])
  let model = GPT<Float>(
    vocabulary: names.vocabulary, context: train.shape[1], width: 32, heads: 4, blocks: 2,
    using: &generator)
  print(
    "\(cut) names to learn from, 500 held out; \(names.vocabulary) tokens, \(model.counts.trainable) weights"
  )

  let loss = SequenceLoss<Float>(ignoring: 0)
  func nats(_ rows: NDArray<Int>) -> Double {
    Double(loss.forward(model.forward(rows[.all, ..<(-1)]), rows[.all, 1...]))
  }
  print(
    "untrained: \(nats(held).text(3)) nats a letter; ln \(names.vocabulary) = \(log(Double(names.vocabulary)).text(3))"
  )
  let steps = 600
  let optimiser = Optimiser(Adam(), model.parameters, rate: 0.006)
  let schedule = WarmUp(over: 30, then: CosineDecay(from: 0.006, to: 0.0003, over: steps - 30))
  let progress = ProgressMeter("names", total: steps)
  var step = 0
  while step < steps {
    for rows in batches(of: 50, count: cut, using: &generator) where step < steps {
      optimiser.rate = schedule.rate(at: step)
      let batch = train[rows]
      let value = trainStep(optimiser) {
        let value = loss.forward(model.forward(batch[.all, ..<(-1)]), batch[.all, 1...])
        model.backward(loss.backward())
        return value
      }
      step += 1
      progress.advance("\(Double(value).text(3)) nats")
    }
  }
  print(
    "after \(steps) steps of 50: \(nats(train[..<2000]).text(3)) on names it knows, \(nats(held).text(3)) held out"
  )
  print("counts of the last two letters: \(trigram(train, held, names.vocabulary).text(3))")

  let sampler = Sampler(temperature: 0.8)
  var written: [String] = []
  for _ in 0..<300 {
    let tokens = model.generate(
      after: [Names.mark], count: train.shape[1] - 1, sampler, using: &generator)
    written.append(names.text(tokens))
  }
  let (known, hidden) = (Set(shuffled[..<cut]), Set(shuffled[cut...]))
  print(
    "300 names at T = 0.8: \(written.filter(known.contains).count) that it knows, \(written.filter(hidden.contains).count) of those held out, the others new"
  )
  print("  " + written.filter { !known.contains($0) }.prefix(12).joined(separator: ", "))
}

/// Nats a letter of a table of counts: how often each letter followed on the two before it, each counted 0.1 times more.
private func trigram(_ train: NDArray<Int>, _ held: NDArray<Int>, _ kinds: Int) -> Double {
  /// The three letters of each place: the two before, of which the first may be missing, and its own.
  func triples(_ rows: NDArray<Int>) -> NDArray<Int> {
    let early = concatenated([NDArray<Int>.full([rows.shape[0], 1], Names.mark), rows], axis: 1)
    let all = stacked([early[.all, ..<(-2)], rows[.all, ..<(-1)], rows[.all, 1...]], axis: 2)
    let flat = all.reshaped([-1, 3])
    return flat[(flat[.all, 2] .> 0).flatNonzero()]
  }
  func numbers(_ triples: NDArray<Int>) -> NDArray<Int> {
    (triples[.all, 0] * kinds + triples[.all, 1]) * kinds + triples[.all, 2]
  }
  var counts = NDArray.full([kinds * kinds * kinds], 0.1)
  counts.add(1, at: numbers(triples(train)))
  let table = counts.reshaped([kinds * kinds, kinds])
  let shares = (table / table.sum(axis: 1, keepDims: true)).flattened()
  return -log(shares[numbers(triples(held))]).mean()
}
