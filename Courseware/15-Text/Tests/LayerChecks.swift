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

@Suite(.graded) struct LayerChecks {
  private let table: NDArray<Double> = [[1, 1], [0, 1], [-1, 0]]

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
    embedding.table.isFrozen = true
    embedding.backward(dH)
    expectClose(embedding.table.gradient, 2 * dV, "a frozen table takes no gradient")
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
    mean.backward(dH)
    mean.table.isFrozen = true
    mean.backward(dH)
    expectClose(
      mean.table.gradient, [[4, 8], [4, 4], [4, 4], [2, 2]],
      "a second backward pass adds, a third with a frozen table does not")
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
    full.table.isFrozen = true
    sampled.table.isFrozen = true
    expectClose(full.backward(), fullEarlier, "dh of the softmax with a frozen table")
    expectClose(sampled.backward(), earlier, "dh of negative sampling with a frozen table")
    expectClose(full.table.gradient, 2 * fullTable, "a frozen softmax table takes no gradient")
    expectClose(sampled.table.gradient, 2 * sampledTable, "nor does that of negative sampling")
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
}
