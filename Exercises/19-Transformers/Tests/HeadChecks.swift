import CourseKit
import GradedTests
import NDArray
import Testing
import Transformers

@Suite(.graded) struct HeadChecks {
  @Test("heads are cut out of the columns") func headsAreCut() {
    let x = NDArray<Double>.arange(24).reshaped([1, 4, 6])
    let split = splitHeads(x, 2)
    expectShape(split, [1, 2, 4, 3], "(texts, heads, length, width / heads)")
    let second: NDArray<Double> = [[3, 4, 5], [9, 10, 11], [15, 16, 17], [21, 22, 23]]
    expectClose(
      split[0, 1], second, "head 1 takes columns 3…5 of every word; reshape alone would mix words")
    expectClose(mergeHeads(split), x, "merging undoes it")
    var generator = Generator(seed: 3)
    for (shape, heads) in [([3, 2, 8], 4), ([2, 5, 3], 1), ([1, 1, 6], 6), ([2, 3, 4], 2)] {
      let x = generator.standardNormal(shape)
      let y = splitHeads(x, heads)
      let title = "\(shape) in \(heads) heads"
      expectShape(y, [shape[0], heads, shape[1], shape[2] / heads], title)
      expectClose(mergeHeads(y), x, "split and merged, \(title)")
    }
  }

  @Test("PyTorch's MultiheadAttention: outputs and weights") func headsAgainstPyTorch() throws {
    try compare { _, attention, item, title in
      expectClose(attention.weights ?? NDArray.zeros([0]), item.weights.array, "A, \(title)")
    }
  }

  @Test("PyTorch's MultiheadAttention: every gradient") func headGradientsAgainstPyTorch() throws {
    try compare { _, attention, item, title in
      let d = attention.backward(item.dY.array)
      expectClose(d.queries, item.dInputs[0].array, "the gradient by the queries, \(title)")
      expectClose(d.keys, item.dInputs[1].array, "the gradient by the keys, \(title)")
      expectClose(d.values, item.dInputs[2].array, "the gradient by the values, \(title)")
      expectGradients(of: attention, item.gradients, title)
    }
  }

  private func compare(
    _ further: (NDArray<Double>, MultiHeadAttention<Double>, AttentionReferences.Heads, String) ->
      Void
  ) throws {
    for item in try AttentionReferences.load().heads {
      var generator = Generator(seed: 0)
      let width = item.y.shape[2]
      let attention = MultiHeadAttention<Double>(width, heads: item.heads, using: &generator)
      fill(attention, item.parameters)
      let title =
        "queries \(item.inputs[0].shape), keys \(item.inputs[1].shape), \(item.heads) heads, "
        + (item.mask == nil ? "no mask" : "masked")
      let y = attention.forward(
        queries: item.inputs[0].array, keys: item.inputs[1].array, values: item.inputs[2].array,
        mask: item.mask?.mask)
      expectClose(y, item.y.array, "Y, \(title)")
      further(y, attention, item, title)
    }
  }

  @Test("centred differences of every weight of the heads") func headGradients() {
    var generator = Generator(seed: 4)
    let attention = MultiHeadAttention<Double>(4, heads: 2, using: &generator)
    shake(attention, seed: 5)
    let x = generator.standardNormal([2, 3, 4])
    let mask = causalMask(3)
    checkParameters(of: attention) {
      attention.forward(x, mask: mask)
    } backward: {
      _ = attention.backward($0)
    }
    expectGradient(at: x, named: "dX of self-attention, the sum of three") {
      attention.forward($0, mask: mask)
    } backward: {
      let d = attention.backward($0)
      return d.queries + d.keys + d.values
    }
  }

  @Test("without positions the order of words makes no difference") func attentionHasNoOrder() {
    var generator = Generator(seed: 6)
    let attention = MultiHeadAttention<Double>(6, heads: 3, using: &generator)
    let x = generator.standardNormal([2, 5, 6])
    let order: NDArray<Int> = [3, 0, 4, 1, 2]
    expectClose(
      attention.forward(x[.all, order]), attention.forward(x)[.all, order],
      "shuffled words give the shuffled result")
  }

  @Test("two passes forward, two back through heads") func headStates() {
    checkStates(width: 4) {
      var generator = Generator(seed: 7)
      let attention = MultiHeadAttention<Double>(4, heads: 2, using: &generator)
      return (
        attention, { attention.forward($0) },
        {
          let d = attention.backward($0)
          return d.queries + d.keys + d.values
        }
      )
    }
  }

  @Test("word by word with a cache as all at once") func cacheEqualsWhole() {
    var generator = Generator(seed: 8)
    let attention = MultiHeadAttention<Double>(6, heads: 2, using: &generator)
    let x = generator.standardNormal([2, 7, 6])
    let whole = attention.forward(x, mask: causalMask(7))
    for pieces in [[7], [1, 1, 1, 1, 1, 1, 1], [3, 1, 2, 1]] {
      var cache = KeyValueCache<Double>()
      var start = 0
      for piece in pieces {
        let y = attention.next(x[.all, start..<(start + piece)], cache: &cache)
        expectClose(
          y, whole[.all, start..<(start + piece)],
          "words \(start)…\(start + piece - 1) in pieces of \(pieces): the cache changes nothing")
        start += piece
      }
      #expect(cache.count == 7, "the cache counts the words, axis 2 of the keys")
      expectShape(cache.keys, [2, 2, 7, 3], "keys (texts, heads, count, width / heads)")
      expectShape(cache.values, [2, 2, 7, 3], "values likewise")
    }
  }
}
