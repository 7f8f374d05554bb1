import CourseKit
import NDArray
import SequenceToSequence

/// The lecture's sentence within a small grammar, and a map of where its translation comes from.
func italian() throws {
  section("Italian into English: 1500 sentences, 300 held out")
  var generator = Generator(seed: 5)
  let pairs = ItalianEnglish.sentences(1800, using: &generator)
  let corpus = Corpus(train: Array(pairs[..<1500]), test: Array(pairs[1500...]))
  print("\(corpus.source.count - 4) Italian words, \(corpus.target.count - 4) English ones")
  let model = model(for: corpus, embedding: 16, width: 48, .additive(24), order: .bothWays)
  let losses = learn("Italian", model, corpus, steps: 400, rate: 0.01)
  print(
    "\(model.counts.trainable) weights; loss \(losses[0].text(3)) at first, \(losses[losses.count - 1].text(4)) at last"
  )
  let wanted = corpus.test.map(\.target)
  func judge(_ name: String, _ answers: [[String]]) {
    let references = wanted.map { [$0] }
    print(
      "\(name.padding(22)) BLEU-4 \(bleu(answers, references).text(3)), BLEU-1 \(bleu(answers, references, longest: 1).text(3)), exact \(exactShare(wanted, answers).text(3))"
    )
  }
  judge("word for word", corpus.test.map { ItalianEnglish.wordForWord($0.source) })
  judge("with attention", written(model, corpus, corpus.test, limit: 14))

  let (answer, weights, picture) = map(
    model, corpus, ItalianEnglish.coloured.source, limit: 14, title: "where each word looked")
  let lecture = map(model, corpus, ItalianEnglish.lecture.source, limit: 14, title: "")
  print("\(ItalianEnglish.lecture.source.sentence) → \(lecture.written.sentence)")
  print("\(ItalianEnglish.coloured.source.sentence) → \(answer.sentence)")
  for (place, word) in answer.enumerated() {
    let best = weights[place].argMax()
    let share: Double = weights[place, best]
    print("  \(word.padding(8)) \(share.text(2)) \(ItalianEnglish.coloured.source[best])")
  }
  let found = adjectivesFound(model, corpus)
  print("adjectives written while looking most at their own word: \(found.right) of \(found.count)")
  try save(Figure(panels: [picture], columns: 1, panelSize: (760, 520)), "italian")
}

/// How many adjectives of the held-out sentences were written while most of the weight lay on the Italian adjective, which stands elsewhere.
private func adjectivesFound(
  _ model: EncoderDecoder<Float>, _ corpus: Corpus
) -> (right: Int, count: Int) {
  var (right, count) = (0, 0)
  for (pair, translation) in zip(
    corpus.test, model.translate(corpus.batch(corpus.test).source, limit: 14))
  {
    let read = pair.source.indices.filter { ItalianEnglish.isAdjective(pair.source[$0]) }
    let answer = corpus.target.decode(translation.tokens)
    let written = answer.indices.filter { ItalianEnglish.isAdjective(answer[$0]) }
    for (from, to) in zip(read, written) {
      count += 1
      if translation.weights![to].argMax() == from { right += 1 }
    }
  }
  return (right, count)
}
