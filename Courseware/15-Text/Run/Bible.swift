import CourseKit
import Foundation
import NDArray
import Text

/// Pairs that stand to one another as the others of the family do.
private let families: [(name: String, pairs: [(String, String)])] = [
  (
    "man : woman",
    parse(
      "man woman|king queen|father mother|son daughter|brother sister|husband wife|he she|his her|sons daughters|fathers mothers|brothers sisters"
    )
  ),
  (
    "one : many",
    parse(
      "son sons|daughter daughters|king kings|city cities|priest priests|prophet prophets|house houses|gate gates|servant servants|vessel vessels|tree trees|hand hands|foot feet|man men|woman women|nation nations"
    )
  ),
  (
    "now : then",
    parse(
      "go went|come came|say said|see saw|take took|give gave|speak spoke|eat ate|hear heard|know knew|bring brought|make made|die died|send sent|build built"
    )
  ),
  (
    "number : rank",
    parse(
      "one first|two second|three third|four fourth|five fifth|six sixth|seven seventh|eight eighth|ten tenth"
    )
  ),
]

private func parse(_ text: String) -> [(String, String)] {
  text.split(separator: "|").map { pair in
    let words = pair.split(separator: " ").map(String.init)
    return (words[0], words[1])
  }
}

/// Word vectors of a real text of 768,598 words.
func bible() throws {
  section("Word vectors of a Bible text")
  let verses = try Datasets.bible().map(tokens)
  let vocabulary = Vocabulary(counting: verses.joined(), atLeast: 5)
  let counts = vocabulary.counts(of: Array(verses.joined()))
  print("\(verses.count) verses, \(verses.map(\.count).reduce(0, +)) words, ", terminator: "")
  print("\(Set(verses.joined()).count) different, \(vocabulary.count) of them at least 5 times")
  try zipf(counts)
  var generator = Generator(seed: 1)
  let model = Word2Vec(
    inputs: vocabulary.count, words: vocabulary.count, width: 64, using: &generator)
  var settings = Word2Vec.Settings()
  (settings.window, settings.epochs, settings.threshold) = (3, 15, 1e-3)
  let progress = ProgressMeter("bible", total: settings.epochs)
  let losses = model.train(verses.map { vocabulary.positions(of: $0) }, counts: counts, settings) {
    progress.advance("loss \($0.text(4))")
  }
  print(
    "skip-gram, 64 numbers a word, \(settings.epochs) epochs: loss \(losses[0].text(4)) → \(losses[losses.count - 1].text(4))"
  )
  let vectors = WordVectors(vocabulary, model.input.array.asType(Double.self))
  for word in ["king", "sheep", "seven", "jerusalem", "bread", "moses"] {
    let near = try vectors.neighbours(of: word, count: 6)
    print(
      "\(word.padding(10)) "
        + near.map { "\($0.word) \($0.cosine.text(2))" }.joined(separator: ", "))
  }
  do {
    _ = try vectors.neighbours(of: "computer", count: 3)
  } catch {
    print("computer   \(error)")
  }
  try draw(vectors)
  try analogies(vectors)
  try subwordVectors(verses, vocabulary, counts)
}

/// Some words in the plane of the two directions in which they differ most.
private func draw(_ vectors: WordVectors) throws {
  let groups = [
    "king queen prince ruler servant slave", "father mother son daughter brother sister wife",
    "sheep ox lamb goat lion bear camel", "bread wine oil meal honey milk water",
    "one two three four five six seven ten", "head hand foot eye ear mouth tongue heart",
    "jerusalem samaria egypt babylon assyria israel", "went came said spoke saw heard gave took",
  ].map { $0.split(separator: " ").map(String.init) }
  let words = groups.joined().map { $0 }
  let map = WordMap(
    title: "Words of a Bible text, skip-gram", words: words,
    places: try plane(stacked(words.map { try vectors.vector($0) })),
    groups: groups.indices.flatMap { group in groups[group].map { _ in group } })
  try save(Figure(panels: [map], columns: 1, panelSize: (860, 660)), "bible")
}

private func analogies(_ vectors: WordVectors) throws {
  section("Analogies: a is to b as c is to …")
  var (right, all) = (0, 0)
  for (name, pairs) in families {
    let known = pairs.filter { vectors.vocabulary[$0.0] != nil && vectors.vocabulary[$0.1] != nil }
    var (hits, asked) = (0, 0)
    for (i, p) in known.enumerated() {
      for (j, q) in known.enumerated() where i != j {
        asked += 1
        if try vectors.analogy(p.0, p.1, q.0) == q.1 { hits += 1 }
      }
    }
    print("\(name.padding(14)) \(hits) of \(asked), \(known.count) of \(pairs.count) pairs known")
    (right, all) = (right + hits, all + asked)
  }
  print(
    "\("together".padding(14)) \(right) of \(all): \((Double(right) / Double(all)).text(4)), by chance \((1 / Double(vectors.vocabulary.count)).text(4))"
  )
  for (a, b, c) in [
    ("man", "woman", "king"), ("father", "mother", "son"), ("go", "went", "come"),
    ("two", "second", "three"),
  ] {
    print("\(a) : \(b) = \(c) : \(try vectors.analogy(a, b, c))")
  }
}

/// How often the words come, by rank.
private func zipf(_ counts: NDArray<Double>) throws {
  let ranks = NDArray.arange(1.0, Double(counts.count + 1))
  var plot = Plot("Zipf's law", x: "rank of the word", y: "occurrences")
  plot.line(counts, x: ranks, label: "the text")
  plot.line(counts[0].scalar / ranks, x: ranks, label: "the first / rank", dashed: true)
  plot.xScale = .logarithmic
  plot.yScale = .logarithmic
  let powers = noiseProbabilities(counts)
  var keep = Plot("Thinning and noise", x: "rank of the word", y: "share")
  keep.line(counts / counts.sum(), x: ranks, label: "of the text")
  keep.line(powers, x: ranks, label: "of the noise, count^¾")
  let thinned = counts * keepProbabilities(counts, threshold: 1e-3)
  keep.line(thinned / thinned.sum(), x: ranks, label: "of the thinned text", dashed: true)
  keep.xScale = .logarithmic
  keep.yScale = .logarithmic
  try save(Figure(plot, keep, panelSize: (520, 420)), "zipf")
}

/// fastText: a word is the sum of its pieces, so a word never seen has a vector, too.
private func subwordVectors(
  _ verses: [[String]], _ vocabulary: Vocabulary, _ counts: NDArray<Double>
) throws {
  section("Pieces of words: vectors for words never seen")
  let pieces = Vocabulary(vocabulary.words.flatMap { subwords($0, lengths: 3...5) })
  let rows = vocabulary.words.map { pieces.positions(of: subwords($0, lengths: 3...5)) }
  var generator = Generator(seed: 2)
  let model = Word2Vec(inputs: pieces.count, words: vocabulary.count, width: 48, using: &generator)
  var settings = Word2Vec.Settings()
  (settings.epochs, settings.threshold, settings.window) = (3, 1e-3, 3)
  let progress = ProgressMeter("pieces", total: settings.epochs)
  let sentences = verses.map { vocabulary.positions(of: $0) }
  let losses = model.train(sentences, counts: counts, settings, pieces: rows) {
    progress.advance("loss \($0.text(4))")
  }
  print("\(pieces.count) pieces of \(vocabulary.count) words, ", terminator: "")
  print(
    "\(settings.epochs) epochs: loss \(losses[0].text(4)) → \(losses[losses.count - 1].text(4))")

  let bag = BagEmbedding(table: model.input.array, isMean: false)
  let known = WordVectors(vocabulary, bag.forward(rows).asType(Double.self))
  func neighbours(_ word: String) -> [(word: String, cosine: Double)] {
    let vector = bag.forward([pieces.positions(of: subwords(word, lengths: 3...5))])
    return known.nearest(to: vector[0].asType(Double.self), count: 4)
  }
  for word in ["shepherdess", "kingship", "unfaithfully", "computer"] {
    let near = neighbours(word).map { "\($0.word) \($0.cosine.text(2))" }
    print("\(word.padding(13)) \(near.joined(separator: ", "))")
  }
  // Words that stand fewer than five times were left out of training: does the nearest known word share their stem?
  let stems = Dictionary(grouping: vocabulary.words, by: PorterStemmer.stem)
  let rare = Set(verses.joined()).filter {
    vocabulary[$0] == nil && stems[PorterStemmer.stem($0)] != nil
  }
  let hits = rare.filter { PorterStemmer.stem(neighbours($0)[0].word) == PorterStemmer.stem($0) }
  let share = Double(hits.count) / Double(rare.count)
  print(
    "words left out whose stem is known: \(rare.count); the nearest word has it: \(hits.count), \(share.text(4))"
  )
}
