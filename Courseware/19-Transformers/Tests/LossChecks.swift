import CourseKit
import Foundation
import GradedTests
import NDArray
import Testing
import Transformers

@Suite(.graded) struct LossChecks {
  @Test("an embedding takes rows, and a repeated word gathers twice") func embeddingGradients() {
    var generator = Generator(seed: 20)
    let words = Embedding<Double>(5, 2, using: &generator)
    let tokens: NDArray<Int> = [[3, 1, 3], [0, 3, 1]]
    let x = words.forward(tokens)
    expectShape(x, [2, 3, 2], "(texts, length, width)")
    expectClose(x[1, 0], words.table.value[0], "the row of token 0")
    let dY = generator.standardNormal([2, 3, 2])
    words.backward(dY)
    let d = words.table.gradient
    expectClose(
      d[3], dY[0, 0] + dY[0, 2] + dY[1, 1], "token 3 stands three times and adds three times")
    expectClose(d[0], dY[1, 0], "token 0 stands once")
    expectClose(d[2], [0, 0], "token 2 does not occur")
    words.backward(dY)
    expectClose(words.table.gradient, 2 * d, "a second pass adds")
    _ = words.forward([[2]])
    words.table.clearGradient()
    words.backward(dY[0..<1, 0..<1])
    expectClose(
      words.table.gradient[2], dY[0, 0], "after another forward, backward belongs to its tokens")
  }

  @Test("tied logits: one table, two gradients") func tiedLogits() {
    final class Pair: Module {
      typealias Element = Double
      let words: Embedding<Double>
      let logits: TiedLogits<Double>
      init(_ words: Embedding<Double>) {
        (self.words, logits) = (words, TiedLogits(tiedTo: words))
      }
    }
    var generator = Generator(seed: 21)
    let pair = Pair(Embedding(5, 3, deviation: 1, using: &generator))
    #expect(pair.parameters.count == 1, "the table is one parameter with two owners")
    let tokens: NDArray<Int> = [[4, 0], [4, 2], [1, 4]]
    let z = pair.logits.forward(pair.words.forward(tokens))
    expectShape(z, [3, 2, 5], "(texts, length, vocabulary)")
    let own = pair.words.table.value
    expectClose(z[2, 0], own.dot(own[1]), "the logits of one word: products with every row of E")
    checkParameters(of: pair) {
      pair.logits.forward(pair.words.forward(tokens))
    } backward: {
      pair.words.backward(pair.logits.backward($0))
    }
    let last = generator.standardNormal([3, 2, 3])
    let dLast = generator.standardNormal([3, 2, 5])
    _ = pair.logits.forward(last)
    pair.clearGradients()
    _ = pair.logits.backward(dLast)
    expectClose(
      pair.words.table.gradient, dLast.reshaped([6, 5]).T.dot(last.reshaped([6, 3])),
      "dE = dZᵀX, X that of the last forward")
    let x = generator.standardNormal([2, 3, 3])
    expectGradient(at: x, named: "dX of the logits") {
      pair.logits.forward($0)
    } backward: {
      pair.logits.backward($0)
    }
  }

  @Test("the loss of the lecture's table") func lossOfTheLecture() {
    let table: NDArray<Double> = [
      [0.01, 0.02, 0.93, 0.01, 0.03, 0.01], [0.01, 0.8, 0.1, 0.05, 0.01, 0.03],
      [0.99, 0.001, 0.001, 0.001, 0.002, 0.001], [0.001, 0.002, 0.001, 0.02, 0.94, 0.01],
      [0.01, 0.01, 0.001, 0.001, 0.001, 0.98],
    ]
    let loss = SequenceLoss<Double>()
    let value = loss.forward(log(table)[.newAxis], [[2, 1, 0, 4, 5]])
    expectClose(
      value, 0.074087, tolerance: 1e-5,
      "softmax divides by the rows' sums, which are not 1 in the print")
    expectClose(exp(value), 1.076901, tolerance: 1e-5, "the perplexity")
    let some = loss.forward(log(table)[.newAxis], [[-1, 1, -1, 4, -1]])
    let two = -(log(0.8) + log(0.94 / 0.974)) / 2
    expectClose(some, two, tolerance: 1e-9, "the mean of the two words that count, not of five")
  }

  @Test("PyTorch's cross_entropy that ignores padding") func lossAgainstPyTorch() throws {
    for item in try ModelReferences.load().losses {
      let loss = SequenceLoss<Double>(ignoring: 0)
      let title = "logits \(item.logits.shape)"
      expectClose(
        loss.forward(item.logits.array, item.labels.integers), item.loss, "the loss, \(title)")
      expectClose(loss.backward(), item.dLogits.array, "dLogits, \(title)")
    }
  }

  @Test("±1000, nothing that counts, a second batch, Float") func lossEdges() {
    let loss = SequenceLoss<Double>()
    let far: NDArray<Double> = [[[1000, -1000, 0], [-1000, 1000, 0]]]
    expectClose(
      loss.forward(far, [[0, 0]]), 1000, "ln p of a logit 2000 below the largest is −2000")
    expectClose(
      loss.backward(), [[[0, 0, 0], [-0.5, 0.5, 0]]],
      "(p − y)/2, finite and 0 for the word that is right")
    expectClose(loss.forward(far, [[-1, -1]]), 0, "nothing counts: 0, and no division by 0")
    expectClose(loss.backward(), NDArray.zeros([1, 2, 3]), "and no gradient")
    var generator = Generator(seed: 22)
    let z = generator.standardNormal([2, 3, 4])
    let labels: NDArray<Int> = [[3, -1, 0], [1, 2, -1]]
    _ = loss.forward(far, [[1, 1]])
    _ = loss.forward(z, labels)
    let d = loss.backward()
    expectGradient(d, at: z, named: "dLogits", sizes: [4, 6, 2]) {
      SequenceLoss<Double>().forward($0, labels)
    }
    expectClose(loss.backward(), d, "a second backward says the same")
    let single = SequenceLoss<Float>().forward(z.asType(Float.self), labels)
    expectClose(Double(single), loss.forward(z, labels), tolerance: 1e-5, "in Float")
  }
}
