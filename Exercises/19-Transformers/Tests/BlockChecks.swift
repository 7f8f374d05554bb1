import CourseKit
import GradedTests
import NDArray
import Testing
import Transformers

@Suite(.graded) struct BlockChecks {
  private func encoder(_ item: ModuleCase) -> EncoderBlock<Double> {
    var generator = Generator(seed: 0)
    let block = EncoderBlock<Double>(
      item.width, heads: item.heads ?? 1, hidden: item.hidden ?? 1, item.order, bend: item.bend,
      using: &generator)
    fill(block, item.parameters)
    return block
  }

  private func decoder(_ item: ModuleCase) -> DecoderBlock<Double> {
    var generator = Generator(seed: 0)
    let block = DecoderBlock<Double>(
      item.width, heads: item.heads ?? 1, hidden: item.hidden ?? 1, item.order, bend: item.bend,
      using: &generator)
    fill(block, item.parameters)
    return block
  }

  @Test("PyTorch's TransformerEncoderLayer: outputs") func encoderBlockForward() throws {
    for item in try BlockReferences.load().encoders {
      let y = encoder(item).forward(item.inputs[0].array, mask: item.mask?.mask)
      expectClose(y, item.y.array, "Y, \(item.title)")
    }
  }

  @Test("post-norm encoder block: every gradient as PyTorch's") func postNormGradients() throws {
    try compareEncoders(.post)
  }

  @Test("pre-norm encoder block: every gradient as PyTorch's") func preNormGradients() throws {
    try compareEncoders(.pre)
  }

  private func compareEncoders(_ order: NormPlace) throws {
    for item in try BlockReferences.load().encoders where item.order == order {
      let block = encoder(item)
      _ = block.forward(item.inputs[0].array, mask: item.mask?.mask)
      expectClose(block.backward(item.dY.array), item.dInputs[0].array, "dX, \(item.title)")
      expectGradients(of: block, item.gradients, item.title)
    }
  }

  @Test("PyTorch's TransformerDecoderLayer: outputs") func decoderBlockForward() throws {
    for item in try BlockReferences.load().decoders {
      let (x, memory) = (item.inputs[0].array, item.inputs[1].array)
      let y = decoder(item).forward(
        x, memory: memory, mask: causalMask(x.shape[1]), memoryMask: item.mask?.mask)
      expectClose(y, item.y.array, "Y, \(item.title)")
    }
  }

  @Test("decoder block: every gradient, the memory's too, as PyTorch's")
  func decoderBlockGradients() throws {
    for item in try BlockReferences.load().decoders {
      let block = decoder(item)
      let (x, memory) = (item.inputs[0].array, item.inputs[1].array)
      _ = block.forward(
        x, memory: memory, mask: causalMask(x.shape[1]), memoryMask: item.mask?.mask)
      let d = block.backward(item.dY.array)
      expectClose(d.x, item.dInputs[0].array, "dX, \(item.title)")
      expectClose(
        d.memory, item.dInputs[1].array,
        "the memory's gradient, as keys and as values, \(item.title)")
      expectGradients(of: block, item.gradients, item.title)
    }
  }

  @Test("two passes forward, two back through blocks") func blockStates() {
    for order in [NormPlace.post, .pre] {
      checkStates(width: 4) {
        var generator = Generator(seed: 14)
        let block = EncoderBlock<Double>(4, heads: 2, hidden: 3, order, using: &generator)
        return (block, { block.forward($0) }, block.backward)
      }
      checkStates(width: 4) {
        var generator = Generator(seed: 14)
        let block = DecoderBlock<Double>(4, heads: 2, hidden: 3, order, using: &generator)
        return (
          block, { block.forward($0, memory: 2 * $0) },
          {
            let d = block.backward($0)
            return d.x + 2 * d.memory
          }
        )
      }
    }
  }

  @Test("stacks of two blocks as PyTorch's, with and without a last norm") func encoderStacks()
    throws
  {
    for item in try ModelReferences.load().stacks {
      var generator = Generator(seed: 0)
      let stack = TransformerEncoder<Double>(
        item.width, heads: item.heads ?? 1, hidden: item.hidden ?? 1, blocks: 2, item.order,
        using: &generator)
      fill(stack, item.parameters)
      expectClose(stack.forward(item.inputs[0].array), item.y.array, "Y of a stack, \(item.title)")
      expectClose(
        stack.backward(item.dY.array), item.dInputs[0].array, "dX of a stack, \(item.title)")
      expectGradients(of: stack, item.gradients, item.title)
    }
  }

  @Test("a stack of decoders: all blocks look at one memory") func decoderStacks() {
    for order in [NormPlace.post, .pre] {
      var generator = Generator(seed: 15)
      let stack = TransformerDecoder<Double>(
        4, heads: 2, hidden: 5, blocks: 2, order, using: &generator)
      shake(stack, seed: 16)
      let (x, memory) = (generator.standardNormal([2, 3, 4]), generator.standardNormal([2, 5, 4]))
      let mask = paddingMask([[1, 1, 1, 0, 0], [1, 1, 1, 1, 1]], padding: 0)
      let y = stack.forward(x, memory: memory, memoryMask: mask)
      var padded = memory
      padded[0, 3...] = padded[0, 3...] * -2 + 1
      expectClose(
        stack.forward(x, memory: padded, memoryMask: mask), y,
        "no block sees what fills the memory up")
      var later = x
      later[.all, 2] = later[.all, 2] + 1
      expectClose(
        stack.forward(later, memory: memory, memoryMask: mask)[.all, ..<2], y[.all, ..<2],
        "a later word changes nothing before it: decoders are causal")
      expectGradient(at: x, named: "dX, \(order)-norm") {
        stack.forward($0, memory: memory, memoryMask: mask)
      } backward: {
        stack.backward($0).x
      }
      expectGradient(at: memory, named: "the memory's gradient, \(order)-norm") {
        stack.forward(x, memory: $0, memoryMask: mask)
      } backward: {
        stack.backward($0).memory
      }
    }
  }

  @Test("masks reach every block, and nobody sees padding") func masksReachBlocks() {
    var generator = Generator(seed: 17)
    let stack = TransformerEncoder<Double>(
      6, heads: 3, hidden: 7, blocks: 2, .pre, using: &generator)
    let mask = paddingMask([[1, 1, 0], [1, 1, 1]], padding: 0)
    let x = generator.standardNormal([2, 3, 6])
    var other = x
    other[0, 2..<3] = other[0, 2..<3] * -3 + 1
    expectClose(
      stack.forward(other, mask: mask)[0, ..<2], stack.forward(x, mask: mask)[0, ..<2],
      "what fills up a text must not change its words")
    expectClose(
      stack.forward(x, mask: mask)[0, ..<2], stack.forward(x[0..<1, ..<2])[0],
      "and they are as without it")
    var caches = stack.blocks.map { _ in KeyValueCache<Double>() }
    let whole = stack.forward(x, mask: causalMask(3))
    expectClose(
      stack.next(x[.all, ..<2], caches: &caches), whole[.all, ..<2], "with caches, the first two")
    expectClose(
      stack.next(x[.all, 2...], caches: &caches), whole[.all, 2...], "with caches, the third")
  }

  @Test("12,704 weights in a block of width 32") func parameterCount() {
    var generator = Generator(seed: 18)
    let block = EncoderBlock<Double>(32, heads: 4, hidden: 128, .post, using: &generator)
    #expect(
      block.attention.counts.trainable == 4224, "four maps of 32 · 32 + 32; heads cost nothing")
    #expect(block.feedForward.counts.trainable == 8352, "32 · 128 + 128 + 128 · 32 + 32")
    #expect(block.counts.trainable == 12_704, "and two norms of 64")
    let y = block.forward(generator.standardNormal([1, 2, 32]))
    expectClose(
      y.mean(axis: -1), NDArray.zeros([1, 2]), tolerance: 1e-9, "a post-norm block ends normalised")
  }
}
