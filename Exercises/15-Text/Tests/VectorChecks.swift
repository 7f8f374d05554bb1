import CourseKit
import GradedTests
import NDArray
import Testing
import Text

/// The layout of layers.json.
struct LayerReferences: Decodable {
  struct Case: Decodable {
    let input, output: String
    let h, dH, dV, dU: NDArray<Double>
    let loss: Double
  }
  let V, U: NDArray<Double>
  let ids, targets, negatives: NDArray<Int>
  let bags: [[Int]]
  let cases: [Case]
}

@Suite(.graded) struct VectorChecks {
  private let table: NDArray<Double> = [[1, 1], [0, 1], [-1, 0]]

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

  @Test("an embedding is one-hot times the table") func embeddingIsOneHot() {
    let V: NDArray<Double> = [[1, 2, 3], [4, 5, 6], [7, 8, 9], [0, -1, 2]]
    let embedding = WordEmbedding(table: V)
    let words: NDArray<Int> = [2, 0, 2, 3, 2]
    var oneHot = NDArray<Double>.zeros([5, 4])
    oneHot[.arange(5), words] = 1
    expectEqual(embedding.forward(words), oneHot.dot(V), "the rows 2, 0, 2, 3, 2")
    expectShape(embedding.forward([1]), [1, 3], "of one word")
  }

  @Test("a word that stands twice gets both gradients") func repeatedWordsAdd() {
    var generator = Generator(seed: 1)
    let embedding = WordEmbedding(table: generator.standardNormal([4, 3]))
    let (words, dH): (NDArray<Int>, NDArray<Double>) = (
      [2, 0, 2, 3, 2], generator.standardNormal([5, 3])
    )
    _ = embedding.forward([1])
    _ = embedding.forward(words)
    embedding.backward(dH)
    let dV = embedding.table.gradient
    expectClose(dV[2], dH[0] + dH[2] + dH[4], "word 2 stands three times")
    expectClose(dV[0], dH[1], "word 0 once")
    expectClose(dV[1], [0, 0, 0], "word 1 not in the last call")
    embedding.backward(dH)
    expectClose(embedding.table.gradient, 2 * dV, "a second backward pass adds, as in every unit")
    let single = WordEmbedding<Float>(table: [[1, 2], [3, 4]])
    _ = single.forward([1, 1])
    single.backward([[1, 0], [0.5, 2]])
    expectEqual(single.table.gradient, [[0, 0], [1.5, 2]], "in Float")
  }

  @Test("bags: the mean of a context, the sum of pieces") func bagsByHand() {
    let V: NDArray<Double> = [[6, 0], [1, 1], [2, -4], [0, 3]]
    let bags = [[0, 1, 0, 2], [3], [], [1, 2]]
    let mean = BagEmbedding(table: V, isMean: true)
    let sum = BagEmbedding(table: V, isMean: false)
    expectClose(
      sum.forward(bags), [[15, -3], [0, 3], [0, 0], [3, -3]],
      "sums; word 0 counts twice, an empty bag is zeros")
    expectClose(mean.forward(bags), [[3.75, -0.75], [0, 3], [0, 0], [1.5, -1.5]], "means")
    let dH: NDArray<Double> = [[4, 8], [1, 1], [9, 9], [2, 0]]
    sum.backward(dH)
    expectClose(
      sum.table.gradient, [[8, 16], [6, 8], [6, 8], [1, 1]],
      "dV of the sums: word 0 twice, words 1 and 2 in two bags")
    mean.backward(dH)
    expectClose(
      mean.table.gradient, [[2, 4], [2, 2], [2, 2], [1, 1]],
      "dV of the means: divided by 4, 1, – and 2")
    let sentence = BagEmbedding<Float>(table: NDArray<Float>.zeros([5, 1]), isMean: true)
    _ = sentence.forward([[0, 1, 2, 3, 0, 4]])
    sentence.backward([[6]])
    expectClose(
      sentence.table.gradient.asType(Double.self), [[2], [1], [1], [1], [1]], tolerance: 1e-6,
      "A dog barked at a cat: a has 2/6 of the mean's gradient")
  }

  @Test("gradients of the bags by differences") func bagGradients() {
    var generator = Generator(seed: 2)
    for isMean in [true, false] {
      let bags = [[0, 3, 0], [4], [1, 2, 4, 4, 3]]
      let V: NDArray<Double> = generator.standardNormal([5, 2])
      let upstream: NDArray<Double> = generator.standardNormal([3, 2])
      let bag = BagEmbedding(table: V, isMean: isMean)
      _ = bag.forward([[1], [2]])
      _ = bag.forward(bags)
      bag.backward(upstream)
      expectGradient(bag.table.gradient, at: V, named: "dV, \(isMean ? "mean" : "sum")", sizes: [3])
      {
        (BagEmbedding(table: $0, isMean: isMean).forward(bags) * upstream).sum()
      }
    }
  }

  @Test("full softmax by hand") func softmaxByHand() {
    let output = FullSoftmax(table: table)
    expectClose(
      output.forward([[1, 0.5]], [1]), 1.371539, tolerance: 1e-6, "−ln p of the second word")
    expectClose(
      output.cache?.p ?? [], [[0.689672, 0.253716, 0.0566117]], tolerance: 1e-6,
      "p of the scores 1.5, 0.5, −1")
    expectClose(output.backward(), [[0.633060, -0.0566117]], tolerance: 1e-6, "dv")
    expectClose(
      output.table.gradient,
      [[0.689672, 0.344836], [-0.746284, -0.373142], [0.0566117, 0.0283058]], tolerance: 1e-6,
      "dU = (p − y) v")
    let bag = BagEmbedding<Double>(table: [[1, 0], [0, 1], [5, 5]], isMean: true)
    expectClose(
      output.forward(bag.forward([[0, 1]]), [0]), 0.604131, tolerance: 1e-6,
      "CBOW with (1, 0) and (0, 1), target the first word")
    bag.backward(output.backward())
    expectClose(
      bag.table.gradient, [[-0.287701, -0.0609758], [-0.287701, -0.0609758], [0, 0]],
      tolerance: 1e-6, "each word of the context has half of dh")
  }

  @Test("gradients of the softmax by differences, and its edges") func softmaxGradients() {
    var generator = Generator(seed: 3)
    let (U, h): (NDArray<Double>, NDArray<Double>) = (
      generator.standardNormal([5, 2]), generator.standardNormal([3, 2])
    )
    let output = FullSoftmax(table: U)
    _ = output.forward(generator.standardNormal([4, 2]), [0, 1, 2, 3])
    _ = output.forward(h, [4, 1, 4])
    let dH = output.backward()
    expectGradient(dH, at: h, named: "dh", sizes: [3, 5]) {
      FullSoftmax(table: U).forward($0, [4, 1, 4])
    }
    expectGradient(output.table.gradient, at: U, named: "dU", sizes: [3, 5]) {
      FullSoftmax(table: $0).forward(h, [4, 1, 4])
    }
    let steep = FullSoftmax<Double>(table: [[1000], [-1000]])
    expectClose(steep.forward([[1], [-1]], [0, 0]), 1000, "scores of ±1000: losses 0 and 2000")
    expectClose(steep.backward(), [[0], [-1000]], "and their gradients")
    expectClose(
      Double(FullSoftmax<Float>(table: [[1, 1], [0, 1], [-1, 0]]).forward([[1, 0.5]], [1])),
      1.371539, tolerance: 1e-5, "in Float")
  }

  @Test("negative sampling by hand") func negativeByHand() {
    let output = NegativeSampling(table: table)
    expectClose(
      output.forward([[1, 0.5]], [1], negatives: [[2]]), 0.787339, tolerance: 1e-6,
      "−ln σ(0.5) − ln σ(1)")
    expectClose(output.backward(), [[-0.268941, -0.377541]], tolerance: 1e-6, "dv")
    expectClose(
      output.table.gradient, [[0, 0], [-0.377541, -0.188770], [0.268941, 0.134471]],
      tolerance: 1e-6, "dU: only the words that were asked for")
  }

  @Test("gradients of negative sampling by differences, and its edges") func negativeGradients() {
    var generator = Generator(seed: 4)
    let (U, h): (NDArray<Double>, NDArray<Double>) = (
      generator.standardNormal([6, 2]), generator.standardNormal([3, 2])
    )
    let (targets, noise): (NDArray<Int>, NDArray<Int>) = (
      [4, 1, 4], [[0, 0, 5, 1], [2, 4, 4, 4], [1, 3, 3, 0]]
    )
    let output = NegativeSampling(table: U)
    _ = output.forward(generator.standardNormal([2, 2]), [0, 1], negatives: [[2], [3]])
    _ = output.forward(h, targets, negatives: noise)
    let dH = output.backward()
    expectGradient(dH, at: h, named: "dh", sizes: [3, 4, 5]) {
      NegativeSampling(table: U).forward($0, targets, negatives: noise)
    }
    expectGradient(
      output.table.gradient, at: U, named: "dU, negatives drawn twice among them", sizes: [3, 4, 5]
    ) {
      NegativeSampling(table: $0).forward(h, targets, negatives: noise)
    }
    let steep = NegativeSampling<Double>(table: [[1000], [-1000]])
    expectClose(
      steep.forward([[1], [-1]], [0, 0], negatives: [[1], [1]]), 2000 / 2,
      "logits of ±1000: losses 0 and 1000 + 1000")
    expectClose(steep.backward(), [[0], [-1000]], "and their gradients")
    let single = NegativeSampling<Float>(table: [[1, 1], [0, 1], [-1, 0]])
    expectClose(
      Double(single.forward([[1, 0.5]], [1], negatives: [[2]])), 0.787339, tolerance: 1e-5,
      "in Float")
  }

  @Test("every input with every output like PyTorch") func outputsAgainstPyTorch() throws {
    let stored: LayerReferences = try reference("layers.json")
    for expected in stored.cases {
      let what = "\(expected.input) and \(expected.output)"
      let embedding = WordEmbedding(table: stored.V)
      let bag = BagEmbedding(table: stored.V, isMean: expected.input == "mean")
      let h =
        expected.input == "embedding" ? embedding.forward(stored.ids) : bag.forward(stored.bags)
      expectClose(h, expected.h, "h of \(what)")
      let (full, sampled) = (FullSoftmax(table: stored.U), NegativeSampling(table: stored.U))
      let isFull = expected.output == "softmax"
      let loss =
        isFull
        ? full.forward(h, stored.targets)
        : sampled.forward(h, stored.targets, negatives: stored.negatives)
      expectClose(loss, expected.loss, "loss of \(what)")
      let dH = isFull ? full.backward() : sampled.backward()
      expectClose(dH, expected.dH, "dh of \(what)")
      expectClose(
        isFull ? full.table.gradient : sampled.table.gradient, expected.dU, "dU of \(what)")
      if expected.input == "embedding" { embedding.backward(dH) } else { bag.backward(dH) }
      expectClose(
        expected.input == "embedding" ? embedding.table.gradient : bag.table.gradient, expected.dV,
        "dV of \(what)")
    }
  }

  @Test("each pass belongs to its last call, and gradients add") func passesReplaceTheCache() {
    let (full, sampled) = (FullSoftmax(table: table), NegativeSampling(table: table))
    let (h, long): (NDArray<Double>, NDArray<Double>) = ([[1, 0.5]], [[0, 1], [2, -1], [1, 1]])
    _ = full.forward(h, [1])
    let fullEarlier = full.backward()
    let fullTable = full.table.gradient
    _ = full.forward(long, [0, 2, 1])
    _ = full.forward(h, [1])
    expectReplaced(
      full.backward(), by: fullEarlier, after: NDArray.zeros([3, 2]), "dh of the softmax")
    expectClose(full.table.gradient, 2 * fullTable, "dU after two backward passes: backward adds")
    _ = sampled.forward(h, [1], negatives: [[2]])
    let earlier = sampled.backward()
    let sampledTable = sampled.table.gradient
    _ = sampled.forward(long, [0, 2, 1], negatives: [[1, 1], [0, 1], [2, 0]])
    _ = sampled.forward(h, [1], negatives: [[2]])
    expectReplaced(
      sampled.backward(), by: earlier, after: NDArray.zeros([3, 2]), "dh of negative sampling")
    expectClose(sampled.table.gradient, 2 * sampledTable, "dU after two backward passes")
  }

  @Test("the minimum of next-word softmax are the pair counts") func countsAreTheMinimum() {
    // Rows of log counts as the table of an identity embedding: p is each word's share among the followers.
    let followers: NDArray<Double> = [[1, 3, 2], [4, 1, 1], [2, 2, 5]]
    var (first, next): ([Int], [Int]) = ([], [])
    for i in 0..<3 {
      for j in 0..<3 {
        for _ in 0..<Int(followers[i, j].scalar) { (first, next) = (first + [i], next + [j]) }
      }
    }
    let embedding = WordEmbedding<Double>(table: .eye(3))
    let output = FullSoftmax(table: log(followers).T)
    let shares = followers / followers.sum(axis: 1, keepDims: true)
    let entropy = -(followers * log(shares)).sum() / followers.sum()
    expectClose(
      output.forward(embedding.forward(NDArray(first)), NDArray(next)), entropy,
      "the loss is the entropy of the counts")
    _ = output.backward()
    expectClose(
      output.table.gradient, NDArray.zeros([3, 3]),
      "and the gradient is 0: a net of one layer can only count")
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
  }

  @Test("rows become directions; a word never seen is an error") func vectorsAreDirections() throws
  {
    let vectors = WordVectors(Vocabulary(["a", "b", "c"]), [[3, 4], [0, 0], [0, -2]])
    expectClose(
      vectors.vectors, [[0.6, 0.8], [0, 0], [0, -1]], "rows of length 1; a row of zeros stays one")
    expectClose(try vectors.vector("a"), [0.6, 0.8], "the vector of a")
    #expect(throws: UnknownWord("d")) { _ = try vectors.vector("d") }
    #expect(throws: UnknownWord("d")) { _ = try vectors.neighbours(of: "d", count: 1) }
    #expect(throws: UnknownWord("d")) { _ = try vectors.analogy("a", "b", "d") }
  }

  private let square = WordVectors(
    Vocabulary(["man", "woman", "king", "queen", "apple", "boy"]),
    [[1, 0, 0.1], [1, 1, 0.1], [10, 0, 9], [9, 10, 9], [-1, 0.2, 0.1], [10, -9, 9]])

  @Test("neighbours by the cosine") func neighboursByCosine() throws {
    let near = square.nearest(to: [0, 5, 0], count: 2)
    expectList(near.map(\.word), ["woman", "queen"], "nearest to the second axis")
    expectClose(
      near[0].cosine, 1 / (1 + 1 + 0.01).squareRoot(),
      "the cosine, whatever the length of what is asked")
    expectList(
      try square.neighbours(of: "king", count: 2).map(\.word), ["boy", "man"],
      "of king, without king: by direction, however far")
    expectList(
      square.nearest(to: [1, 0, 0], count: 9, excluding: ["man"]).map(\.word),
      ["king", "woman", "boy", "queen", "apple"], "no more than there are")
    expectClose(square.nearest(to: [0, 0, 0], count: 1)[0].cosine, 0, "to nothing")
  }

  @Test("man is to woman as king is to queen") func analogiesByHand() throws {
    #expect(
      try square.analogy("man", "woman", "king") == "queen", "king + woman − man, of the directions"
    )
    #expect(try square.analogy("woman", "man", "queen") == "king", "and back")
    #expect(
      try square.analogy("apple", "apple", "king") == "boy",
      "the three asked for are never the answer")
  }

  @Test("a turn from one language to the other") func procrustesTurn() throws {
    var generator = Generator(seed: 7)
    let (turn, _) = Linalg.qr(generator.standardNormal([4, 4]))
    let x: NDArray<Double> = generator.standardNormal([9, 4])
    let q = try procrustes(x, x.dot(turn))
    expectClose(q, turn, tolerance: 1e-9, "y = x turned: the turn itself")
    let noisy = try procrustes(x, x.dot(turn) + 0.3 * generator.standardNormal([9, 4]))
    expectClose(noisy.T.dot(noisy), .eye(4), tolerance: 1e-9, "QᵀQ = 1: lengths and angles stay")
    expectClose(
      try procrustes(x, -3 * x), -NDArray<Double>.eye(4), tolerance: 1e-9,
      "a turn only: no stretching")
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
