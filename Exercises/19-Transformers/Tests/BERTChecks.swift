import CourseKit
import Foundation
import GradedTests
import NDArray
import Testing
import Transformers

@Suite(.graded) struct BERTChecks {
  @Test("which words are hidden, and how") func wordMasking() {
    var generator = Generator(seed: 38)
    let masking = WordMasking(mask: 4, firstWord: 5, vocabulary: 30)
    let numbers = (0..<40_000).map { (i: Int) -> Int in i % 4 == 0 ? i / 4 % 5 : 5 + i % 25 }
    let tokens = NDArray(numbers, shape: [400, 100])
    let (inputs, labels) = masking.hide(tokens, using: &generator)
    let (t, x, y) = (tokens.elements, inputs.elements, labels.elements)
    let words = t.indices.filter { t[$0] >= 5 }
    let guessed = t.indices.filter { y[$0] != -1 }
    #expect(guessed.allSatisfy { t[$0] >= 5 }, "tokens below firstWord are never hidden")
    #expect(guessed.allSatisfy { y[$0] == t[$0] }, "the label is the word that stood there")
    #expect(
      t.indices.allSatisfy { y[$0] != -1 || x[$0] == t[$0] }, "what is not to be guessed stays")
    func share(_ part: Int, _ whole: Int) -> Double { Double(part) / Double(max(whole, 1)) }
    expectClose(
      share(guessed.count, words.count), 0.15, tolerance: 0.01,
      "15 % of the words are to be guessed")
    let masked = guessed.filter { x[$0] == 4 }.count
    expectClose(share(masked, guessed.count), 0.8, tolerance: 0.02, "80 % of those become the mask")
    let kept = guessed.filter { x[$0] == t[$0] }.count
    expectClose(
      share(kept, guessed.count), 0.104, tolerance: 0.02,
      "10 % stay, and a few are drawn anew as themselves")
    var same = Generator(seed: 38)
    _ = same.random(tokens.shape)
    let fate = same.random(tokens.shape).elements
    #expect(
      guessed.allSatisfy { fate[$0] < 0.9 || x[$0] == t[$0] },
      "a fate of 0.9 or more: the word stays")
    let all = WordMasking(mask: 4, firstWord: 5, vocabulary: 30, share: 1)
    let (_, every) = all.hide([[5, 3, 29]], using: &generator)
    expectEqual(every, [[5, -1, 29]], "a share of 1 takes all words; 5 itself is a word")
  }

  @Test("the mean of a text's states, without padding") func meanStates() {
    let states: NDArray<Double> = [[[1, 2], [3, 6], [100, 100]], [[4, 0], [0, 1], [2, 5]]]
    let mask = paddingMask([[7, 7, 0], [7, 7, 7]], padding: 0)
    expectClose(meanState(states, mask: mask), [[2, 4], [2, 2]], "the first text has two words")
    expectClose(
      unitLength([[3, 4], [0, -2]]), [[0.6, 0.8], [0, -1]], "each row of length 1")
    expectClose(
      meanState(states.asType(Float.self), mask: mask).asType(Double.self), [[2, 4], [2, 2]],
      "in Float")
  }

  @Test("GPT's input forms") func inputForms() {
    let forms = InputForms(start: 90, delimiter: 91, extract: 92)
    #expect(forms.classification([1, 2]) == [90, 1, 2, 92], "start, text, extract")
    #expect(
      forms.entailment([1, 2], [3]) == [90, 1, 2, 91, 3, 92], "premise, delimiter, hypothesis")
    #expect(
      forms.similarity([1, 2], [3]) == [[90, 1, 2, 91, 3, 92], [90, 3, 91, 1, 2, 92]], "both orders"
    )
    #expect(
      forms.choice([1], [[2], [3, 4]]) == [[90, 1, 91, 2, 92], [90, 1, 91, 3, 4, 92]],
      "the context with each answer")
  }

  @Test("BERT sees both sides; segments; gradients") func bertGradients() {
    var generator = Generator(seed: 39)
    let model = BERT<Double>(
      vocabulary: 6, context: 5, width: 4, heads: 2, hidden: 5, blocks: 1, using: &generator)
    shake(model, seed: 40)
    let tokens: NDArray<Int> = [[1, 4, 2], [3, 5, 0]]
    let segments: NDArray<Int> = [[0, 0, 1], [0, 1, 1]]
    let mask = paddingMask(tokens, padding: 0)
    let h = model.forward(tokens, segments: segments, mask: mask)
    expectShape(h, [2, 3, 4], "a state for each word")
    let other = model.forward([[1, 4, 3], [3, 5, 0]], segments: segments, mask: mask)
    #expect(abs(other[0, 0] - h[0, 0]).max() > 1e-4, "the first word's state knows the last word")
    expectClose(
      model.forward(tokens), model.forward(tokens, segments: tokens * 0),
      "segments are 0 unless given")
    #expect(
      abs(model.forward(tokens, mask: mask) - h).max() > 1e-4,
      "words of the second segment have another vector added: their states differ")
    checkParameters(of: model) {
      model.forward(tokens, segments: segments, mask: mask)
    } backward: {
      model.backward($0)
    }
  }

  private let words = WordPiece([
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "un", "##believ", "##ably", "##able", "##a",
    "##bly", "cafe", "!",
    "u", "##n", "not",
  ])

  @Test("words: case, accents, punctuation") func wordsOfText() {
    #expect(
      words.words(" Café,\tdon't stop—NOW! ") == [
        "cafe", ",", "don", "'", "t", "stop", "—", "now", "!",
      ], "lower case, no accents, each mark a word of its own")
    #expect(
      words.words("3.14 € $5+a_b") == ["3", ".", "14", "€", "$", "5", "+", "a", "_", "b"],
      "$ + _ are marks, € is none of its own but stands alone here")
    #expect(
      words.words("a\u{0}b\u{200D}c\u{A0}d") == ["abc", "d"],
      "control characters vanish, a hard space separates")
    #expect(words.words("猫と x") == ["猫", "と", "x"], "a Chinese character is a word")
    #expect(words.words("") == [], "nothing")
  }

  @Test("pieces: the longest first") func piecesOfWords() {
    #expect(
      words.split("unbelievably") == ["un", "##believ", "##ably"],
      "un, not u ##n; ##ably, not ##a ##bly")
    #expect(words.split("unbelievable") == ["un", "##believ", "##able"], "another ending")
    #expect(words.split("not") == ["not"], "a whole word")
    #expect(
      words.split("unknown") == ["[UNK]"], "one rest that does not fit makes the whole word unknown"
    )
    #expect(words.split("believ") == ["[UNK]"], "a piece with ## does not begin a word")
    #expect(words.split(String(repeating: "u", count: 101)) == ["[UNK]"], "more than 100 letters")
    #expect(words.encode("Unbelievably not!") == [2, 5, 6, 7, 15, 12, 3], "[CLS] … [SEP]")
    #expect(words.encode("zzz") == [2, 1, 3], "[UNK] between them")
  }

  @Test("token numbers as Hugging Face's tokenizers give them") func tokensAgainstReference() throws
  {
    let tokeniser = try WordPiece(contentsOf: file("tiny-bert.txt"))
    let rows: [SentenceReference] = try reference("tiny-bert.json")
    for row in rows {
      let ids = tokeniser.encode(row.sentence)
      #expect(ids == row.ids, "the pieces of \"\(row.sentence)\"")
    }
  }

  @Test("published weights: names, transposes, refusals") func weightsAreLoaded() throws {
    #expect(
      publishedName("encoder.blocks.1.attention.output.W")
        == "encoder.layer.1.attention.output.dense.weight", "a name of theirs")
    let weights = try SafeTensors(file("tiny-bert.safetensors"))
    var generator = Generator(seed: 41)
    func model(width: Int = 24, hidden: Int = 40, blocks: Int = 2) -> BERT<Double> {
      BERT(
        vocabulary: 63, context: 32, width: width, heads: 3, hidden: hidden, blocks: blocks,
        using: &generator)
    }
    let vocabulary = try WordPiece(contentsOf: file("tiny-bert.txt")).pieces.count
    #expect(vocabulary == 63, "the pieces of the small model")
    let fits = model()
    try fits.loadWeights(weights)
    let theirs: NDArray<Double> = try weights.array("encoder.layer.1.intermediate.dense.weight")
    expectClose(
      fits.encoder.blocks[1].feedForward.inner.weight.value, theirs.T,
      "theirs is (out, in), ours (in, out)")
    let table: NDArray<Double> = try weights.array("embeddings.word_embeddings.weight")
    expectClose(fits.words.table.value, table, "a table is not turned")
    for (wrong, what) in [(model(hidden: 41), "hidden"), (model(blocks: 3), "blocks")] {
      let before = wrong.words.table.value
      do {
        try wrong.loadWeights(weights)
        Issue.record("a model with other \(what) must be refused")
      } catch let error as WeightError {
        let isRight =
          what == "hidden"
          ? error
            == .shape(
              "encoder.layer.0.intermediate.dense.weight", needed: [41, 24], found: [40, 24])
          : error == .missing("encoder.layer.2.attention.self.query.weight")
        #expect(isRight, "the error names the array: \(error)")
      }
      expectClose(wrong.words.table.value, before, "a refused file changes nothing")
    }
  }

  @Test("embeddings of a small BERT as PyTorch computes them") func embeddingsAgainstPyTorch()
    throws
  {
    let encoder = try SentenceEncoder<Double>(
      weights: file("tiny-bert.safetensors"), vocabulary: file("tiny-bert.txt"), heads: 3)
    let rows: [SentenceReference] = try reference("tiny-bert.json")
    for row in rows {
      let e = encoder.embed([row.sentence])
      expectShape(e, [1, 24], "a row for each text")
      expectClose(e[0], row.embedding.array, tolerance: 1e-9, "the vector of \"\(row.sentence)\"")
    }
    let all = encoder.embed(rows.map(\.sentence))
    expectClose(
      all, stacked(rows.map(\.embedding.array)), tolerance: 1e-9,
      "together in one batch: padding must not change a vector")
    let long = Array(repeating: "cat", count: 50).joined(separator: " ")
    expectShape(encoder.embed([long]), [1, 24], "a text longer than the context is cut")
  }
}
