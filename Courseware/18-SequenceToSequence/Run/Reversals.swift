import CourseKit
import NDArray
import SequenceToSequence

/// Digits turned round: what one state can hold, and what attention finds again.
func reversals() throws {
  section("Digits from the last to the first: 6000 texts of 4 to 12, 200 held out of each length")
  var generator = Generator(seed: 4)
  let train = reversalPairs(6000, lengths: 4...12, using: &generator)
  let tests = (4...14).map { reversalPairs(200, lengths: $0...$0, using: &generator) }
  let corpus = Corpus(train: train, test: Array(tests[0...8].joined()))
  var curves = Plot("right of 200 texts of 12 digits", x: "step", y: "share")
  var lengths = Plot("by length, at the end", x: "digits", y: "share")
  curves.yRange = 0...1.02
  lengths.yRange = 0...1.02
  print(
    "\("model".padding(22)) weights  told   \((4...14).map { $0 < 10 ? "   \($0)" : "  \($0)" }.joined(separator: " "))"
  )
  for (name, width, kind) in [
    ("plain, 80 wide", 80, nil), ("dot, 64 wide", 64, ScoreKind.dot),
    ("additive, 64 wide", 64, ScoreKind.additive(32)),
  ] {
    let model = model(for: corpus, embedding: 12, width: width, kind)
    func right(_ pairs: [Pair]) -> Double {
      exactShare(pairs.map(\.target), written(model, corpus, pairs, limit: 16))
    }
    var (steps, shares): ([Double], [Double]) = ([], [])
    learn(name, model, corpus, steps: 800, rate: 0.006, every: 80) { step in
      steps.append(Double(step))
      shares.append(right(tests[8]))
    }
    let label = String(name.prefix { $0 != "," })
    let told = rightWhenTold(model, corpus, tests[8])
    let byLength = tests.map(right)
    print(
      "\(name.padding(22)) \(model.counts.trainable)    \(told.text(3))  \(byLength.map { $0.text(2) }.joined(separator: " "))"
    )
    curves.line(NDArray(shares), x: NDArray(steps), label: label, marked: true)
    lengths.line(
      NDArray(byLength), x: NDArray.arange(4, 15).asType(Double.self), label: label, marked: true)
  }
  try save(Figure(panels: [curves, lengths], columns: 2, panelSize: (520, 380)), "reversals")
}
