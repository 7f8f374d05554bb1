import CourseKit
import NDArray
import Optimisers
import SequenceToSequence

/// Real names of places, English → Russian, letter by letter.
func places() throws {
  section("Names of places, English → Russian")
  let names = try Datasets.placeNames()
  var generator = Generator(seed: 6)
  let order = generator.permutation(names.count).elements
  let pairs = order.map {
    Pair(letters: names.source[$0].lowercased(), names.target[$0].lowercased())
  }
  let corpus = Corpus(train: Array(pairs[800...]), test: Array(pairs[..<400]))
  let watched = Array(pairs[400..<800])
  print(
    "\(corpus.train.count) pairs to learn from, 400 to watch, 400 to judge by; \(corpus.source.count - 4) letters and \(corpus.target.count - 4)"
  )
  print("\("".padding(28)) errors per letter  exact")
  func judge(_ name: String, _ answers: [[String]], _ pairs: [Pair]? = nil) {
    let wanted = (pairs ?? corpus.test).map(\.target)
    let rate = characterErrorRate(wanted, answers)
    print("\(name.padding(28)) \(rate.text(3))              \(exactShare(wanted, answers).text(3))")
  }
  let nearest = corpus.test.map { nearestTranslation(of: $0.source, in: corpus.train) }
  judge("the nearest known name", nearest)
  let table = SubstitutionTable(corpus.train)
  let substituted = corpus.test.map { table($0.source) }
  judge("a table of letters", substituted)

  let model = model(for: corpus, embedding: 24, width: 96, .additive(48), order: .bothWays)
  learn(
    "places", model, corpus, steps: 1000, rate: 0.006, decay: .decoupled(0.5), every: 250
  ) { step in
    judge("  watched, \(step) steps", written(model, corpus, watched, limit: 30), watched)
  }
  let greedy = written(model, corpus, corpus.test, limit: 30)
  judge("attention, greedy", greedy)
  for alpha in [0.0, 1] {
    let found = corpus.test.map { pair in
      corpus.target.decode(
        model.search(corpus.source.encode(pair.source), width: 5, limit: 30, alpha: alpha)[0].tokens
      )
    }
    judge("attention, beam 5, α = \(alpha.text(0))", found)
  }
  for k in 0..<12 {
    let pair = corpus.test[k]
    print(
      "  \(pair.source.text.padding(18)) \(pair.target.text.padding(18)) \(greedy[k].text.padding(18)) \(substituted[k].text)"
    )
  }
  let maps = ["leesburg", "rocky mount"].map { name in
    map(model, corpus, name.map { String($0) }, limit: 30, title: name).map
  }
  try save(Figure(panels: maps, columns: 2, panelSize: (560, 440)), "places")
}
