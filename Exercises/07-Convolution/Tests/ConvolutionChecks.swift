import Convolution
import CourseKit
import GradedTests
import NDArray
import Networks
import Testing

@Suite(.graded) struct ConvolutionChecks {
  @Test("shapes: pictures in, maps out, and back")
  func convolutionShapes() {
    var generator = Generator(seed: 6)
    let layer = randomConvolution([4, 3, 3, 2], stride: 2, padding: .zeros(1), &generator)
    let y = layer.forward(generator.standardNormal([2, 3, 7, 5]))
    expectShape(
      y, [2, 4, 4, 3], "maps of pictures (2, 3, 7, 5), kernels (4, 3, 3, 2), stride 2, padding 1")
    let dX = layer.backward(generator.standardNormal([2, 4, 4, 3]))
    expectShape(dX, [2, 3, 7, 5], "dX, which has the shape of X")
    expectShape(layer.weight.gradient, [4, 3, 3, 2], "dW, which has the shape of W")
    expectShape(layer.bias!.gradient, [4], "db, one number for each map")
    let bare = Conv2d(weight: layer.weight.value, bias: nil)
    #expect(bare.parameters.map(\.name) == ["W"], "without a bias W is the only parameter")
    #expect(layer.parameters.map(\.name) == ["W", "b"], "the parameters")
  }

  @Test("three colours at the corner, in one layer: −25")
  func convolutionLectureColours() {
    let layer = Conv2d(
      weight: colourKernel.reshaped([1, 3, 3, 3]), bias: [1], padding: .zeros(1))
    let y = layer.forward(lectureColours.reshaped([1, 3, 5, 5]))
    expectClose(y[0, 0, 0, 0].scalar, -25, "308 − 498 + 164 + 1, the channels' sum and the bias")
    expectClose(
      y[0, 0, ..<4, ..<4],
      [[-25, 466, 466, 475], [295, 787, 798, 812], [291, 776, 784, 800], [293, 771, 773, 782]],
      "the lecture's picture, further than the lecture goes")
  }

  @Test("the lecture's slides on padding and stride, and their slip")
  func convolutionLectureStride() {
    func maps(_ padding: Padding, _ stride: Int) -> NDArray<Double> {
      let layer = Conv2d(
        weight: picture(lectureKernel), bias: nil, stride: stride, padding: padding)
      return layer.forward(picture(lecturePicture))[0, 0]
    }
    expectClose(
      maps(.zeros(1), 1),
      [
        [1, 6, 5, 6, 6], [7, 10, 9, 16, 9], [7, 10, 8, 12, 3], [9, 10, 12, 10, 6],
        [3, 11, 10, 6, 4],
      ], "zeros around, stride 1")
    expectClose(
      maps(.zeros(1), 2), [[1, 5, 6], [7, 8, 3], [3, 10, 4]], "zeros around, stride 2")
    expectClose(
      maps(.replicate(1), 2), [[9, 12, 18], [9, 8, 8], [18, 12, 12]], "repeated pixels, stride 2")
  }

  @Test("nine pixels, a kernel of 2 × 2, both passes by hand")
  func convolutionByHand() {
    let layer = Conv2d<Double>(weight: [[[[1, 2], [0, -1]]]], bias: [0.5])
    let x: NDArray<Double> = [[[[1, 2, 3], [4, 5, 6], [7, 8, 9]]]]
    expectClose(layer.forward(x)[0, 0], [[0.5, 2.5], [6.5, 8.5]], "Y")
    let dX = layer.backward([[[[1, 0], [2, -1]]]])
    expectClose(layer.weight.gradient[0, 0], [[4, 6], [10, 12]], "dK")
    expectClose(layer.bias!.gradient, [2], "db = 1 + 0 + 2 − 1")
    expectClose(dX[0, 0], [[1, 2, 0], [2, 2, -2], [0, -2, 1]], "dX")
  }

  @Test("the same with stride 2 and padding 1")
  func convolutionByHandWithStride() {
    let layer = Conv2d<Double>(
      weight: [[[[1, 2], [0, -1]]]], bias: [0.5], stride: 2, padding: .zeros(1))
    let x: NDArray<Double> = [[[[1, 2, 3], [4, 5, 6], [7, 8, 9]]]]
    expectClose(layer.forward(x)[0, 0], [[-0.5, -2.5], [1.5, 8.5]], "Y")
    let dX = layer.backward([[[[1, 2], [3, 4]]]])
    expectClose(layer.weight.gradient[0, 0], [[20, 36], [36, 64]], "dK")
    expectClose(layer.bias!.gradient, [10], "db = 1 + 2 + 3 + 4")
    expectClose(dX[0, 0], [[-1, 0, -2], [6, 4, 8], [-3, 0, -4]], "dX, the rim taken off")
  }

  @Test("one matrix product gives what seven loops give")
  func convolutionByDefinition() {
    var generator = Generator(seed: 7)
    for (x, w, stride, groups) in [
      ([2, 3, 5, 6], [4, 3, 3, 2], 1, 1), ([3, 1, 7, 5], [2, 1, 2, 3], 2, 1),
      ([2, 6, 5, 4], [4, 3, 2, 2], 1, 2), ([1, 4, 4, 7], [8, 1, 3, 3], 3, 4),
    ] {
      let layer = randomConvolution(w, stride: stride, groups: groups, &generator)
      let pictures = generator.standardNormal(x)
      expectClose(
        layer.forward(pictures),
        definition(
          pictures, layer.weight.value, layer.bias!.value, stride: stride, groups: groups),
        tolerance: 1e-12,
        "pictures \(x), kernels \(w), stride \(stride), \(groups) groups")
    }
  }

  @Test("gradient check of W, b and X with stride and zeros around")
  func convolutionGradients() {
    var generator = Generator(seed: 8)
    for (x, w, stride, p) in [
      ([2, 2, 4, 5], [3, 2, 2, 3], 1, 0), ([1, 3, 5, 4], [2, 3, 3, 2], 2, 1),
      ([3, 1, 3, 5], [2, 1, 3, 3], 3, 2), ([1, 1, 1, 2], [1, 1, 3, 3], 1, 1),
    ] {
      let layer = randomConvolution(w, stride: stride, padding: .zeros(p), &generator)
      checkGradients(
        of: layer, at: generator.standardNormal(x),
        " of pictures \(x), kernels \(w), stride \(stride)")
    }
  }

  @Test("gradient check with repeated pixels around")
  func replicateGradients() {
    var generator = Generator(seed: 9)
    for (x, w, stride, p) in [
      ([2, 2, 3, 4], [3, 2, 2, 3], 1, 1), ([1, 1, 2, 5], [2, 1, 3, 3], 2, 2),
    ] {
      let layer = randomConvolution(w, stride: stride, padding: .replicate(p), &generator)
      checkGradients(of: layer, at: generator.standardNormal(x), " with .replicate(\(p))")
    }
  }

  @Test("gradient check with groups, depthwise too")
  func groupGradients() {
    var generator = Generator(seed: 10)
    for (x, w, groups) in [
      ([2, 4, 3, 4], [6, 2, 2, 3], 2), ([2, 3, 4, 3], [3, 1, 3, 2], 3),
      ([1, 3, 3, 3], [6, 1, 2, 2], 3),
    ] {
      let layer = randomConvolution(w, groups: groups, &generator)
      checkGradients(of: layer, at: generator.standardNormal(x), " in \(groups) groups")
    }
  }

  @Test("agrees with PyTorch: odd sizes, strides that do not divide, wide rims, groups")
  func convolutionAgainstPyTorch() throws {
    let references: LayerReferences = try reference("layers.json")
    for stored in references.convolutions {
      let layer = stored.layer
      let shape =
        "\(stored.x.shape) by \(stored.weight.shape), stride \(stored.stride), "
        + "\(stored.mode) \(stored.padding), \(stored.groups) groups"
      expectClose(layer.forward(stored.x.array), stored.y.array, tolerance: 1e-10, "Y, \(shape)")
      expectClose(
        layer.backward(stored.dY.array), stored.dX.array, tolerance: 1e-10, "dX, \(shape)")
      expectClose(layer.weight.gradient, stored.dWeight.array, tolerance: 1e-10, "dW, \(shape)")
      if let dBias = stored.dBias {
        expectClose(layer.bias!.gradient, dBias.array, tolerance: 1e-10, "db, \(shape)")
      }
    }
  }

  @Test("backward belongs to the last forward")
  func convolutionStates() {
    var generator = Generator(seed: 11)
    let first = randomConvolution([3, 2, 3, 2], stride: 2, padding: .zeros(1), &generator)
    let shapes = [
      ([3, 2, 5, 4], [3, 2, 5, 4]), ([4, 2, 5, 4], [1, 2, 5, 4]), ([1, 2, 4, 3], [3, 2, 6, 7]),
    ]
    checkStates(shapes) {
      Conv2d(
        weight: first.weight.value, bias: first.bias!.value, stride: 2, padding: .zeros(1))
    }
  }

  @Test("a gradient of many pictures is the sum of the gradients of each")
  func convolutionGradientsAdd() {
    var generator = Generator(seed: 12)
    let layer = randomConvolution([2, 3, 2, 2], padding: .replicate(1), &generator)
    let (x, dY) = (generator.standardNormal([5, 3, 3, 4]), generator.standardNormal([5, 2, 4, 5]))
    _ = layer.forward(x)
    _ = layer.backward(dY)
    let (dW, db) = (layer.weight.gradient, layer.bias!.gradient)
    layer.clearGradients()
    for i in 0..<5 {
      _ = layer.forward(x[i..<(i + 1)])
      _ = layer.backward(dY[i..<(i + 1)])
    }
    expectClose(
      layer.weight.gradient, dW, tolerance: 1e-12,
      "dW of five pictures one after the other, not cleared in between: a backward pass adds (accumulate)"
    )
    expectClose(
      layer.bias!.gradient, db, tolerance: 1e-12,
      "db of five pictures one after the other, not cleared in between: a backward pass adds")
    layer.clearGradients()
    _ = layer.forward(x)
    layer.backwardOfParameters(dY)
    expectClose(layer.weight.gradient, dW, tolerance: 1e-12, "dW of backwardOfParameters")
    layer.freeze()
    layer.clearGradients()
    expectShape(layer.backward(dY), [5, 3, 3, 4], "dX goes on through a frozen layer")
    expectEqual(layer.weight.gradient, .zeros([2, 3, 2, 2]), "dW of a frozen layer")
  }

  @Test("Float computes what Double computes")
  func convolutionInFloat() {
    var generator = Generator(seed: 13)
    let double = randomConvolution(
      [4, 2, 3, 2], stride: 2, padding: .zeros(2), groups: 2, &generator)
    let single = Conv2d(
      weight: double.weight.value.asType(Float.self), bias: double.bias!.value.asType(Float.self),
      stride: 2, padding: .zeros(2), groups: 2)
    checkFloat(single, like: double, at: generator.standardNormal([3, 4, 5, 4]))
    let extreme = Conv2d<Double>(weight: [[[[1, -1]]]], bias: [0])
    expectClose(
      extreme.forward([[[[1000, 0, -1000]]]])[0, 0], [[1000, 1000]], "numbers of ±1000")
  }

  @Test("a picture moved by one pixel gives maps moved by one pixel")
  func shiftMovesTheMaps() {
    var generator = Generator(seed: 14)
    let layer = randomConvolution([3, 2, 3, 2], &generator)
    let x = generator.standardNormal([2, 2, 6, 7])
    let (y, moved) = (layer.forward(x), layer.forward(x.rolled(by: 1, axis: 3)))
    expectClose(
      moved[.all, .all, .all, 1...], y[.all, .all, .all, ..<(-1)], tolerance: 1e-12,
      "the maps of pictures moved to the right, but for the first column")
    let striding = Conv2d(weight: layer.weight.value, bias: layer.bias!.value, stride: 2)
    let (z, after) = (striding.forward(x), striding.forward(x.rolled(by: 2, axis: 2)))
    expectClose(
      after[.all, .all, 1...], z[.all, .all, ..<(-1)], tolerance: 1e-12,
      "with stride 2 a move by two pixels moves the maps by one")
  }

  @Test("a kernel of one pixel is a linear layer at each pixel")
  func onePixelKernelIsLinear() {
    var generator = Generator(seed: 15)
    let layer = randomConvolution([4, 3, 1, 1], &generator)
    let x = generator.standardNormal([2, 3, 4, 5])
    let pixels = x.transposed([0, 2, 3, 1]).reshaped([40, 3])
    let rows = pixels.dot(layer.weight.value.reshaped([4, 3]).T) + layer.bias!.value
    expectClose(
      layer.forward(x), rows.reshaped([2, 4, 5, 4]).transposed([0, 3, 1, 2]), tolerance: 1e-12,
      "each pixel's three channels through one matrix")
  }

  @Test("weights start as the initialiser says, for the inputs that one output sees")
  func convolutionInitialisation() {
    var generator = Generator(seed: 16)
    func deviation(_ layer: Conv2d<Double>) -> Double { layer.weight.value.std() }
    let he = Conv2d<Double>(12, 48, kernel: 5, using: &generator)
    expectShape(he.weight.value, [48, 12, 5, 5], "W of 12 → 48 channels, kernel 5")
    expectClose(
      deviation(he), (2.0 / 300).squareRoot(), tolerance: 0.002, "He: √(2/(12·25))")
    #expect(he.bias?.value == .zeros([48]), "b starts at zero")
    let grouped = Conv2d<Double>(32, 64, kernel: 3, groups: 8, using: &generator)
    expectShape(grouped.weight.value, [64, 4, 3, 3], "W of 32 → 64 channels in 8 groups")
    expectClose(
      deviation(grouped), (2.0 / 36).squareRoot(), tolerance: 0.02,
      "He in 8 groups: an output sees 4 channels, √(2/36)")
    let xavier = Conv2d<Double>(6, 54, kernel: 3, groups: 2, .xavier, using: &generator)
    expectClose(
      deviation(xavier), (2.0 / Double(27 + 243)).squareRoot(), tolerance: 0.005,
      "Xavier in 2 groups: √(2/(3·9 + 27·9))")
    let bare = Conv2d<Float>(3, 5, kernel: 2, bias: false, .zeros, using: &generator)
    #expect(bare.bias == nil && bare.weight.value == .zeros([5, 3, 2, 2]), "no bias, W of zeros")
  }

  @Test("finds an edge kernel from a picture and what it made of it")
  func learnsAnEdgeKernel() {
    var x = NDArray<Double>.ones([1, 1, 6, 8])
    x[0, 0, .all, 2..<6] = 0
    let y = definition(x, [[[[1, -1]]]], [0])
    let (kernel, losses) = learnKernel(from: x, to: y, rate: 0.03, steps: 60)
    expectClose(kernel, [[1, -1]], tolerance: 0.01, "the kernel that made the edges")
    expectClose(losses[0], 6, "half the squares at the start: 12 edge pixels of ±1")
    #expect(losses.count == 60 && losses[59] < 1e-4, "the loss before the last of 60 steps")

    var generator = Generator(seed: 17)
    let pictures = generator.standardNormal([3, 1, 7, 6])
    let secret: NDArray<Double> = [[1, 0, -2], [0.5, 3, -1]]
    let made = definition(pictures, picture(secret), [0])
    var step = NDArray<Double>.zeros([2, 3])
    for u in 0..<2 {
      for v in 0..<3 {
        step[u, v] = 0.01 * (made * pictures[.all, .all, u..<(u + 6), v..<(v + 4)]).sum()
      }
    }
    expectClose(
      learnKernel(from: pictures, to: made, rate: 0.01, steps: 1).kernel, step,
      "one step from zeros: η times the SUM of y·x over all places of all pictures, no mean")
    let (found, errors) = learnKernel(from: pictures, to: made, rate: 0.01, steps: 200)
    expectClose(found, secret, tolerance: 1e-4, "a kernel of 2 × 3 from three pictures")
    expectClose(
      errors[0], (made * made).sum() / 2, "half the squares of all three pictures together")
  }
}
