import CourseKit
import NDArray
import SequenceToSequence

/// The plain pair and the pair with attention on dates in three spellings.
func dates() throws {
  section("Dates into ISO form: 2000 pairs, 500 held out")
  var generator = Generator(seed: 1)
  let pairs = datePairs(2500, using: &generator)
  let corpus = Corpus(train: Array(pairs[..<2000]), test: Array(pairs[2000...]))
  print("\("model".padding(22)) weights  told   alone")
  for (name, width, kind) in [
    ("plain, 80 wide", 80, nil), ("dot, 64 wide", 64, ScoreKind.dot),
  ] {
    let model = model(for: corpus, embedding: 16, width: width, kind)
    learn(name, model, corpus, steps: 600, rate: 0.006)
    let answers = written(model, corpus, corpus.test, limit: 14)
    let told = rightWhenTold(model, corpus, corpus.test)
    print(
      "\(name.padding(22)) \(model.counts.trainable)    \(told.text(3))  \(exactShare(corpus.test.map(\.target), answers).text(3))"
    )
    if kind == nil { continue }
    for k in 0..<3 { print("  \(corpus.test[k].source.text) → \(answers[k].text)") }
    let maps = ["march 5, 2024", "5.3.2024"].map { text in
      map(model, corpus, text.map { String($0) }, limit: 14, title: text).map
    }
    try save(Figure(panels: maps, columns: 2, panelSize: (560, 400)), "dates")
  }
}
