import Convolution
import CourseKit
import GradedTests
import NDArray
import Networks
import Regularisation
import Testing
import TransferLearning

@Suite(.graded) struct SeparableChecks {
  /// The lesson's: [1, −1] and [2, 1] slide over a channel each, then [[1, 1], [0, 2]] mixes them.
  private func byHand() -> DepthwiseSeparable<Double> {
    let depthwise = NDArray<Double>([1, -1, 2, 1], shape: [2, 1, 1, 2])
    let pointwise = NDArray<Double>([1, 1, 0, 2], shape: [2, 2, 1, 1])
    return DepthwiseSeparable(
      depthwise: Conv2d(weight: depthwise, bias: nil, groups: 2),
      pointwise: Conv2d(weight: pointwise, bias: nil))
  }

  private func random(
    _ inputs: Int, _ outputs: Int, kernel: Int = 3, stride: Int = 1, seed: Int = 20
  ) -> DepthwiseSeparable<Double> {
    var generator = Generator(seed: seed)
    return DepthwiseSeparable(inputs, outputs, kernel: kernel, stride: stride, using: &generator)
  }

  @Test("a depthwise-separable convolution keeps the pictures' size") func separableShapes() {
    var generator = Generator(seed: 21)
    let x = generator.standardNormal([2, 3, 5, 6])
    expectShape(random(3, 4).forward(x), [2, 4, 5, 6], "3 × 3, stride 1")
    expectShape(random(3, 2, kernel: 5).forward(x), [2, 2, 5, 6], "5 × 5, stride 1")
    expectShape(random(3, 4, stride: 2).forward(x), [2, 4, 3, 3], "3 × 3, stride 2")
    expectShape(
      random(3, 4, stride: 2).depthwise.forward(x), [2, 3, 3, 3],
      "the depthwise step strides: the pointwise one has a quarter of the pixels to do")
    let layer = random(3, 4, kernel: 5)
    expectShape(layer.depthwise.weight.value, [3, 1, 5, 5], "D: one kernel for each channel")
    expectShape(
      layer.pointwise.weight.value, [4, 3, 1, 1], "P: one number for each pair of channels")
    #expect(layer.parameters.count == 2, "neither step has a bias")
  }

  @Test("the lesson's numbers, forward") func separableByHand() {
    let layer = byHand()
    let x = NDArray<Double>([1, 2, 3, 4, 5, 6], shape: [1, 2, 1, 3])
    expectClose(
      layer.depthwise.forward(x)[0, .all, 0], [[-1, -1], [13, 16]], "each channel by its own kernel"
    )
    expectClose(
      layer.forward(x)[0, .all, 0], [[12, 15], [26, 32]], "mixed by [[1, 1], [0, 2]]")
  }

  @Test("the lesson's numbers, backward") func separableBackwardByHand() {
    let layer = byHand()
    _ = layer.forward(NDArray<Double>([1, 2, 3, 4, 5, 6], shape: [1, 2, 1, 3]))
    let dX = layer.backward(.ones([1, 2, 1, 2]))
    expectClose(dX[0, .all, 0], [[1, 0, -1], [6, 9, 3]], "dX")
    expectClose(
      layer.depthwise.weight.gradient[.all, 0, 0], [[3, 5], [27, 33]],
      "dD, with the channels' blame 1 and 3")
    expectClose(
      layer.pointwise.weight.gradient[.all, .all, 0, 0], [[-2, 29], [-2, 29]],
      "dP: the sums −2 and 29 of what the kernels found, for each output alike")
  }

  @Test("gradient check of both steps") func separableGradients() {
    var generator = Generator(seed: 22)
    checkGradients(of: random(2, 3), at: generator.standardNormal([2, 2, 4, 3]))
    checkGradients(of: random(3, 1, stride: 2), at: generator.standardNormal([1, 3, 3, 5]))
  }

  @Test("agrees with PyTorch, and so does the kernel's size") func separableAgainstPyTorch() throws
  {
    for stored in try BlockReferences.load().separable {
      let layer = random(
        stored.inputs!, stored.outputs!, kernel: stored.kernel!, stride: stored.stride!)
      expectLike(
        stored, layer,
        "DepthwiseSeparable(\(stored.inputs!), \(stored.outputs!), kernel: \(stored.kernel!), stride: \(stored.stride!))"
      )
    }
  }

  @Test("one convolution does the same: W = P·D") func separableIsAConvolution() {
    var generator = Generator(seed: 23)
    for (inputs, outputs, kernel) in [(2, 3, 3), (4, 1, 5), (1, 2, 3)] {
      let layer = random(inputs, outputs, kernel: kernel)
      let merged = layer.merged
      expectShape(merged, [outputs, inputs, kernel, kernel], "the weights of the one convolution")
      guard merged.rank == 4 else { return }
      let whole = Conv2d<Double>(weight: merged, bias: nil, padding: .same(kernel: kernel))
      let x = generator.standardNormal([2, inputs, 6, 5])
      expectClose(whole.forward(x), layer.forward(x), "that convolution's output")
    }
    let wanted: NDArray<Double> = [[[1, -1], [2, 1]], [[0, 0], [4, 2]]]
    expectClose(byHand().merged[.all, .all, 0], wanted, "the lesson's layer as one convolution")
  }

  @Test("288 + 2,048 weights for 18,432") func weightCounts() {
    #expect(convolutionWeights(32, 64, kernel: 3) == 18_432, "a convolution 32 → 64 of 3 × 3")
    #expect(
      convolutionWeights(32, 32, kernel: 3, groups: 32) == 288, "depthwise, 32 channels of 3 × 3")
    #expect(
      convolutionWeights(6, 4, kernel: 5, groups: 2) == 300, "4 kernels that see 3 channels each")
    #expect(separableWeights(32, 64, kernel: 3) == 2_336, "288 + 2,048")
    #expect(separableWeights(3, 5, kernel: 7) == 162, "3 · 49 + 3 · 5")
    let layer = random(3, 5, kernel: 7)
    #expect(layer.counts.trainable == 162, "what the layer itself holds")
  }

  @Test("ReLU6 is flat below 0 and above 6") func reLU6ByHand() {
    let layer = ReLU6<Double>()
    expectClose(layer.forward([[-1, 0, 2.5, 6, 7]]), [[0, 0, 2.5, 6, 6]], "min(max(z, 0), 6)")
    expectClose(
      layer.backward([[2, 3, 4, 5, 6]]), [[0, 3, 4, 0, 0]],
      "the gradient passes from 0 up to 6: right sides count, at 0 it passes and at 6 it does not")
    expectClose(layer.forward([[1000, -1000]]), [[6, 0]], "far out")
    expectClose(layer.backward([[1, 1]]), [[0, 0]], "no gradient far out")
    checkStates([[2, 3], [4, 3], [1, 3]]) { ReLU6<Double>() }
    let single = ReLU6<Float>()
    expectClose(
      single.forward([[7, 3]]).asType(Double.self), [[6, 3]], "in Float")
  }

  @Test("an inverted residual adds its input where the shape stays, and nowhere else")
  func invertedResidualShortcut() {
    var generator = Generator(seed: 24)
    let x = generator.standardNormal([2, 3, 4, 5])
    for (outputs, stride, isThere) in [(3, 1, true), (3, 2, false), (4, 1, false), (4, 2, false)] {
      let block = InvertedResidual<Double>(
        3, outputs, stride: stride, expansion: 2, using: &generator)
      #expect(
        block.hasShortcut == isThere,
        "3 → \(outputs) channels, stride \(stride): the shape \(isThere ? "stays" : "changes")")
      let y = block.forward(x)
      expectShape(
        y, [2, outputs, stride == 1 ? 4 : 2, stride == 1 ? 5 : 3],
        "3 → \(outputs), stride \(stride)")
      expectShape(
        block.backward(.ones(y.shape)), [2, 3, 4, 5], "dX of 3 → \(outputs), stride \(stride)")
    }
    let block = InvertedResidual<Double>(3, 3, expansion: 4, using: &generator)
    expectClose(
      block.forward(x) - x, block.body.forward(x),
      "what the block adds to its input: no ReLU behind the sum")
    #expect(
      block.counts.trainable == 3 * 12 + 24 + 12 * 9 + 24 + 12 * 3 + 6,
      "1×1 to 12 channels, BN, 3×3 depthwise, BN, 1×1 back to 3, BN")
    let narrow = InvertedResidual<Double>(3, 3, expansion: 1, using: &generator)
    #expect(
      narrow.counts.trainable == 27 + 6 + 9 + 6,
      "without expansion the first 1×1 and its BN are left out")
  }

  @Test("gradient check of the inverted residual") func invertedResidualGradients() {
    var generator = Generator(seed: 25)
    let same = InvertedResidual<Double>(2, 2, expansion: 2, using: &generator)
    checkGradients(of: same, at: generator.standardNormal([3, 2, 3, 4]))
    let down = InvertedResidual<Double>(2, 3, stride: 2, expansion: 2, using: &generator)
    checkGradients(of: down, at: generator.standardNormal([2, 2, 5, 3]))
  }

  @Test("the inverted residual agrees with PyTorch, in use and in training")
  func invertedResidualAgainstPyTorch() throws {
    for stored in try BlockReferences.load().inverted {
      var generator = Generator(seed: 26)
      let block = InvertedResidual<Double>(
        stored.inputs!, stored.outputs!, stride: stored.stride!, expansion: stored.expansion!,
        using: &generator)
      expectLike(
        stored, block,
        "InvertedResidual(\(stored.inputs!), \(stored.outputs!), stride: \(stored.stride!), expansion: \(stored.expansion!))"
      )
    }
  }
}
