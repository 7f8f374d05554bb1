import CourseKit
import GradedTests
import NDArray
import Testing
import Text

@Suite(.graded) struct TrainingChecks {
  @Test("10 pairs for a window of 1, 18 for one of 2") func skipGramPairsOfTheLecture() {
    let sentence = Vocabulary(["a", "dog", "barked", "at", "cat"]).positions(
      of: tokens("A dog barked at a cat."))
    let one = skipGramPairs(sentence, window: 1)
    expectList(one.centres, [0, 1, 1, 2, 2, 3, 3, 0, 0, 4], "the words, window 1")
    expectList(
      one.contexts, [1, 0, 2, 1, 3, 2, 0, 3, 4, 0], "their neighbours, from left to right")
    #expect(skipGramPairs(sentence, window: 2).centres.count == 18, "pairs for a window of 2")
    #expect(
      skipGramPairs(sentence, window: 9).centres.count == 30,
      "each with each other, by position: 6 · 5")
    #expect(skipGramPairs([7], window: 2).centres.isEmpty, "one word has no neighbour")
    #expect(skipGramPairs([], window: 2).centres.isEmpty, "no words")
  }

  @Test("contexts for CBOW") func contextWindowsByHand() {
    let windows = contextWindows([5, 6, 7, 8], window: 2)
    expectList(windows.map(\.target), [5, 6, 7, 8], "every word is a target once")
    expectList(
      windows.map(\.context), [[6, 7], [5, 7, 8], [5, 6, 8], [6, 7]], "contexts, without the target"
    )
    expectList(
      contextWindows([4, 4], window: 1).map(\.context), [[4], [4]],
      "the same word at another place is context")
    #expect(contextWindows([4], window: 3).isEmpty, "a word alone is left out")
  }

  @Test("frequent words are thinned") func thinningByHand() {
    let counts: NDArray<Double> = [900, 90, 9, 1, 0]
    expectClose(
      keepProbabilities(counts, threshold: 0.01), [0.105409, 0.333333, 1, 1, 1], tolerance: 1e-6,
      "√(t/f) for f = 0.9 and 0.09; 0.009, 0.001 and 0 are below t")
    expectClose(keepProbabilities([3, 1], threshold: 0.75), [1, 1], "f = t exactly is kept")
  }

  @Test("noise by count^¾") func noiseByHand() {
    expectClose(
      noiseProbabilities([16, 81, 1]), NDArray([8.0 / 36, 27.0 / 36, 1.0 / 36]),
      "16, 81 and 1: 8, 27 and 1 of 36")
    expectClose(noiseProbabilities([0, 16]), [0, 1], "what does not occur is never drawn")
  }

  @Test("negatives by their chances, never the target") func negativesAreNotTargets() {
    var generator = Generator(seed: 5)
    let chances: NDArray<Double> = [0.5, 0, 0.3, 0.2]
    let targets = NDArray<Int>.full([2000], 0)
    let drawn = negatives(for: targets, count: 3, chances, using: &generator)
    expectShape(drawn, [2000, 3], "negatives of 2000 targets")
    let share = { (word: Int) in (drawn .== word).asType(Double.self).mean() }
    expectClose(share(0), 0, "the target, though the likeliest")
    expectClose(share(1), 0, "a word of chance 0")
    expectClose(share(2), 0.6, tolerance: 0.03, "0.3 of what is left, 0.5")
    expectClose(share(3), 0.4, tolerance: 0.03, "0.2 of 0.5: the last word is drawn, too")
    let mixed = negatives(for: [2, 3, 0], count: 40, 4 * chances, using: &generator)
    #expect(
      !(mixed[0] .== 2).any() && !(mixed[1] .== 3).any() && !(mixed[2] .== 0).any(),
      "each row without its own target")
    #expect((mixed[0] .== 0).any() && (mixed[1] .== 2).any(), "and with the others")
  }

  @Test("a single step is the batch of one") func stepIsABatchOfOne() {
    var generator = Generator(seed: 6)
    for (inputs, scale) in [([3], Float(1)), ([0, 4, 0], Float(1) / 3), ([1, 2, 5], Float(1))] {
      let model = Word2Vec(inputs: 6, words: 5, width: 8, using: &generator)
      let noise = [2, 0, 2]
      // Two steps leave output rows, and an error, that are not 0.
      _ = model.step(inputs: [4, 1, 0], scale: 1, target: 2, negatives: [4, 0], rate: 3)
      _ = model.step(inputs: [2, 1, 0], scale: 1, target: 1, negatives: [2, 0], rate: 3)
      let (V, U) = (model.input.array, model.output.array)
      let bag = BagEmbedding(table: V, isMean: scale != 1)
      let output = NegativeSampling(table: U)
      let loss = output.forward(
        bag.forward([inputs]), [1], negatives: NDArray(noise, shape: [1, 3]))
      // Negatives that come twice are two steps for the program, one sum for the batch: compared with the rate small.
      bag.backward(output.backward())
      let got = model.step(inputs: inputs, scale: scale, target: 1, negatives: noise, rate: 1e-3)
      expectClose(Double(got), Double(loss), tolerance: 1e-5, "the loss for inputs \(inputs)")
      let dV = ((V - model.input.array) / 1e-3).asType(Double.self)
      let dU = ((U - model.output.array) / 1e-3).asType(Double.self)
      expectClose(
        dV, bag.table.gradient.asType(Double.self), tolerance: 2e-3,
        "how the input rows moved, over −η, for inputs \(inputs)")
      expectClose(
        dU, output.table.gradient.asType(Double.self), tolerance: 2e-3,
        "how the output rows moved, over −η")
    }
    let model = Word2Vec(inputs: 2, words: 3, width: 8, using: &generator)
    let before = model.input.array
    _ = model.step(inputs: [0], target: 1, negatives: [2], rate: 1)
    expectEqual(
      model.input.array, before, "output rows of 0: the input moves by the old u, so not at all")
    #expect(model.output.array[1] != NDArray<Float>.zeros([8]), "while the output moves")
    let steep = Word2Vec(inputs: 1, words: 3, width: 8, using: &generator)
    _ = steep.step(inputs: [0], target: 1, negatives: [2], rate: 1e3)
    let score = Double(steep.input.dot(0, steep.output, 1))
    let loss = steep.step(inputs: [0], scale: -1e4, target: 1, negatives: [2], rate: 0)
    expectClose(
      Double(loss) / (2e4 * score), 1, tolerance: 1e-5,
      "scores in the thousands: the loss is as large and does not overflow")
  }

  @Test("a made grammar is learned", .graded(seconds: 20)) func grammarIsLearned() throws {
    var generator = Generator(seed: 8)
    let grammar = MadeGrammar.english
    let sentences = grammar.sentences(tokens: 3000, using: &generator)
    let vocabulary = Vocabulary(counting: sentences.joined())
    let model = Word2Vec(
      inputs: vocabulary.count, words: vocabulary.count, width: 8, using: &generator)
    var settings = Word2Vec.Settings()
    (settings.window, settings.epochs, settings.rate, settings.negatives) = (4, 12, 0.15, 4)
    let losses = model.train(
      sentences.map { vocabulary.positions(of: $0) },
      counts: vocabulary.counts(of: Array(sentences.joined())), settings)
    #expect(losses[0] > losses[11], "the loss falls")
    let vectors = WordVectors(vocabulary, model.input.array.asType(Double.self))
    let classOf = grammar.classOf
    var (hits, all) = (0, 0)
    for (word, name) in classOf
    where ["one", "many", "place", "moves one", "likes many"].contains(name) {
      for near in try vectors.neighbours(of: word, count: 3) {
        all += 1
        if classOf[near.word] == name { hits += 1 }
      }
    }
    #expect(
      Double(hits) / Double(all) >= 0.9,
      "of the three nearest of each word, \(hits) of \(all) are of its class")
  }
}
