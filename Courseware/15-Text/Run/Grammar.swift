import CourseKit
import NDArray
import Text

/// A language whose answers are known.
struct GrammarVectors {
  let grammar: MadeGrammar
  let vectors: WordVectors
  let losses: [Double]

  init(_ grammar: MadeGrammar, _ kind: Word2Vec.Kind, seed: Int) {
    self.grammar = grammar
    var generator = Generator(seed: seed)
    let sentences = grammar.sentences(tokens: 20_000, using: &generator)
    let vocabulary = Vocabulary(counting: sentences.joined())
    let counts = vocabulary.counts(of: Array(sentences.joined()))
    let model = Word2Vec(
      inputs: vocabulary.count, words: vocabulary.count, width: 16, using: &generator)
    var settings = Word2Vec.Settings()
    (settings.kind, settings.window, settings.epochs, settings.rate) = (kind, 4, 30, 0.05)
    losses = model.train(
      sentences.map { vocabulary.positions(of: $0) }, counts: counts, settings)
    vectors = WordVectors(vocabulary, model.input.array.asType(Double.self))
  }

  /// Of the three nearest words of each word, the share that is of its class, for classes of four words and more.
  func sharesOfClass() throws -> [String: Double] {
    let classOf = grammar.classOf
    var shares: [String: [Double]] = [:]
    let sizes = Dictionary(classOf.values.map { ($0, 1) }, uniquingKeysWith: +)
    for (word, name) in classOf where sizes[name]! >= 4 {
      let near = try vectors.neighbours(of: word, count: 3)
      shares[name, default: []].append(
        Double(near.filter { classOf[$0.word] == name }.count) / 3)
    }
    return shares.mapValues { $0.reduce(0, +) / Double($0.count) }
  }

  /// one : many = one' : many', and one : liked = one' : liked', over all ordered pairs of kinds.
  func analogies() throws -> (many: Int, liked: Int, of: Int) {
    var (many, liked, all) = (0, 0, 0)
    for (i, a) in grammar.kinds.enumerated() {
      for (j, b) in grammar.kinds.enumerated() where i != j {
        all += 1
        if try vectors.analogy(a[0], a[1], b[0]) == b[1] { many += 1 }
        if try vectors.analogy(a[0], a[2], b[0]) == b[2] { liked += 1 }
      }
    }
    return (many, liked, all)
  }
}

/// Word vectors where it is known what they should find.
func madeGrammar() throws {
  section("A made grammar: 20,000 words, vectors of 16 numbers")
  var generator = Generator(seed: 1)
  let examples = MadeGrammar.english.sentences(tokens: 12, using: &generator)
  for sentence in examples { print("  " + sentence.joined(separator: " ")) }
  for kind in [Word2Vec.Kind.skipGram, .cbow] {
    let made = GrammarVectors(.english, kind, seed: 1)
    let shares = try made.sharesOfClass()
    let mean = shares.values.reduce(0, +) / Double(shares.count)
    let (many, liked, all) = try made.analogies()
    print("\(kind): loss \(made.losses[0].text(4)) → \(made.losses[made.losses.count - 1].text(4))")
    print("  neighbours of the same class \(mean.text(4)); the lowest: ", terminator: "")
    print(
      shares.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(3)
        .map { "\($0.key) \($0.value.text(2))" }.joined(separator: ", "))
    print("  one : many \(many) of \(all), one : liked \(liked) of \(all)")
    if kind == .skipGram {
      for word in ["cat", "horses", "sleeps", "river"] {
        let near = try made.vectors.neighbours(of: word, count: 4)
        print(
          "  \(word.padding(8)) "
            + near.map { "\($0.word) \($0.cosine.text(2))" }.joined(separator: ", "))
      }
      let classOf = MadeGrammar.english.classOf
      let names = Set(classOf.values).sorted()
      let words = made.vectors.vocabulary.words
      let map = WordMap(
        title: "A made grammar, skip-gram", words: words, places: try plane(made.vectors.vectors),
        groups: words.map { names.firstIndex(of: classOf[$0]!)! })
      try save(Figure(panels: [map], columns: 1, panelSize: (820, 620)), "grammar")
    }
  }
}

/// The same language twice, in words of two tongues: a turn takes one space to the other.
func twoLanguages() throws {
  section("Two languages, one plan")
  let (english, russian) = (
    GrammarVectors(.english, .skipGram, seed: 1), GrammarVectors(.russian, .skipGram, seed: 2)
  )
  let dictionary = MadeGrammar.english.dictionary(to: .russian)
  let rows = { (words: [String], vectors: WordVectors) in
    stacked(try words.map { try vectors.vector($0) })
  }
  var generator = Generator(seed: 3)
  let order = generator.permutation(dictionary.count).elements
  let (known, asked) = (
    order.prefix(30).map { dictionary[$0] }, order.dropFirst(30).map { dictionary[$0] }
  )
  let turn = try procrustes(
    try rows(known.map(\.0), english.vectors), try rows(known.map(\.1), russian.vectors))
  let turnless = NDArray<Double>.eye(16)
  for (name, q) in [("turned", turn), ("as they are", turnless)] {
    var (right, ofClass) = (0, 0)
    for (word, wanted) in asked {
      let direction = try english.vectors.vector(word).dot(q)
      let got = russian.vectors.nearest(to: direction, count: 1)[0].word
      if got == wanted { right += 1 }
      if MadeGrammar.russian.classOf[got] == MadeGrammar.russian.classOf[wanted] { ofClass += 1 }
    }
    print("\(name.padding(12)) \(right) of \(asked.count) right, \(ofClass) of the right class")
  }
  for word in ["dog", "honey", "sleeps"] {
    let near = russian.vectors.nearest(to: try english.vectors.vector(word).dot(turn), count: 3)
    print(
      "\(word.padding(8)) " + near.map { "\($0.word) \($0.cosine.text(2))" }.joined(separator: ", ")
    )
  }
}
