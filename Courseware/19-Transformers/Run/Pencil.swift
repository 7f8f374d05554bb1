import CourseKit
import Foundation
import NDArray
import Transformers

/// The numbers that the lesson works by hand.
func pencil() {
  section("Three words attend, d = 2")
  let q: NDArray<Double> = [[1, 0], [0, 1], [1, 1]]
  let v: NDArray<Double> = [[1, 2], [0, 1], [4, 0]]
  let core = ScaledDotProduct<Double>()
  let z = core.forward(q, q, v)
  print("A        \(core.weights!.rows())")
  print("Z        \(z.rows())")
  let d = core.backward([[1, 0], [0, 1], [1, -1]])
  print("dQ       \(d.q.rows())")
  print("dK       \(d.k.rows())")
  print("dV       \(d.v.rows())")
  let masked = core.forward(q, q, v, mask: causalMask(3))
  print("causal A \(core.weights!.rows())")
  print("causal Z \(masked.rows())")
  let all = (q.dot(q.T) / 2.0.squareRoot()).softmax(axis: 1)
  let after = which(causalMask(3), all, 0)
  print("rows of A when the mask comes after softmax sum to \(after.sum(axis: 1).point(3))")

  section("Layer normalisation of (1, 2, 6), γ = (1, 2, 1), β = (0, 0, 1)")
  let norm = LayerNorm<Double>(3)
  norm.gamma.value = [1, 2, 1]
  norm.beta.value = [0, 0, 1]
  print("y  \(norm.forward([[1, 2, 6]])[0].point(6))")
  print("dx \(norm.backward([[1, 0, 2]])[0].point(6))  for dY = (1, 0, 2)")
  let sum: NDArray<Double> = [[2, 2, 5]]
  print("(1, 2, 6) + (1, 0, −1), normalised: \(LayerNorm<Double>(3).forward(sum)[0].point(6))")

  section("The lecture's table of outputs")
  let table: NDArray<Double> = [
    [0.01, 0.02, 0.93, 0.01, 0.03, 0.01], [0.01, 0.8, 0.1, 0.05, 0.01, 0.03],
    [0.99, 0.001, 0.001, 0.001, 0.002, 0.001], [0.001, 0.002, 0.001, 0.02, 0.94, 0.01],
    [0.01, 0.01, 0.001, 0.001, 0.001, 0.98],
  ]
  let words = ["a", "am", "I", "thanks", "student", "<eos>"]
  let best = table.argMax(axis: 1).elements
  print("rows sum to \(table.sum(axis: 1).point(3))")
  print("argmax: \(best.map { words[$0] }.joined(separator: " "))")
  let printed = -log(table[NDArray.arange(5), NDArray(best)]).mean()
  let value = SequenceLoss<Double>().forward(log(table)[.newAxis], NDArray(best, shape: [1, 5]))
  print(
    "mean −ln p \(printed.text(6)) as printed, \(value.text(6)) with rows that sum to 1; perplexity \(exp(value).text(6))"
  )
  var generator = Generator(seed: 0)
  let block = EncoderBlock<Double>(32, heads: 4, hidden: 128, .post, using: &generator)
  print(
    "a block of width 32: \(block.attention.counts.trainable) + \(block.feedForward.counts.trainable) + 128 = \(block.counts.trainable) weights"
  )
}

/// Temperature, top-p and penalties on four logits.
func sampling() {
  section("Four logits (2, 1, 0, −1)")
  let z: NDArray<Double> = [2, 1, 0, -1]
  let none = NDArray<Int>.zeros([4])
  for (name, sampler) in [
    ("T = 0.5", Sampler(temperature: 0.5)), ("T = 1", Sampler()),
    ("T = 2", Sampler(temperature: 2)),
    ("top-k 2", Sampler(topK: 2)), ("top-p 0.9", Sampler(topP: 0.9)),
  ] {
    print("\(name.padding(10)) \(sampler.probabilities(z, counts: none).point(6))")
  }
  let after = penalised(z, counts: [2, 0, 1, 0], presence: 0.3, frequency: 0.5)
  print("after the tokens 0, 0, 2, presence 0.3 and frequency 0.5: \(after.point(1))")
}

/// The clock hands: a table of them, and how products of two places fall with their distance.
func positions() throws {
  section("Positions")
  let four = sinusoids(3, 4)
  for place in 0..<3 { print("place \(place): \(four[place].point(6))") }
  let products = four.dot(four.T)
  print("products of place 0 with places 0, 1, 2: \(products[0].point(6))")
  let table = sinusoids(48, 64)
  let map = HeatMap(
    table, title: "sinusoids(48, 64)", x: "column", y: "place",
    rowNames: (0..<48).map { $0 % 8 == 0 ? "\($0)" : "" },
    columnNames: (0..<64).map { $0 % 8 == 0 ? "\($0)" : "" })
  var plot = Plot("The product of two places", x: "distance", y: "p · p′")
  for place in [0, 10, 30] {
    plot.line(
      table.dot(table[place]), x: NDArray<Double>.arange(48.0) - Double(place),
      label: "from \(place)")
  }
  try save(Figure(panels: [map, plot], columns: 2, panelSize: (620, 440)), "positions")
}

extension NDArray<Double> {
  /// The rows of a matrix, one behind the other.
  func rows() -> String {
    (0..<shape[0]).map { self[$0].point(6) }.joined(separator: " ")
  }
}
