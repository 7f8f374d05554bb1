import Convolution
import CourseKit
import GradedTests
import NDArray
import Networks
import Testing

@Suite(.graded) struct PoolingChecks {
  private let shapes = [
    ([3, 2, 5, 4], [3, 2, 5, 4]), ([4, 2, 5, 4], [1, 2, 5, 4]), ([1, 2, 4, 5], [3, 2, 6, 7]),
  ]

  @Test("the largest of each 2 × 2: [[9, 7], [8, 6]], and where the gradient lands")
  func maxPoolLecture() {
    let layer = MaxPool2d<Double>(2)
    expectEqual(layer.forward(picture(poolingPicture))[0, 0], [[9, 7], [8, 6]], "the largest")
    expectEqual(
      layer.backward([[[[1, 2], [3, 4]]]])[0, 0],
      [[0, 0, 2, 0], [1, 0, 0, 0], [3, 0, 0, 0], [0, 0, 0, 4]],
      "the gradient, where the 9, 7, 8 and 6 stand")
  }

  @Test("windows of 3 that overlap: the 9 receives 2")
  func maxPoolOverlap() {
    let layer = MaxPool2d<Double>(3, stride: 1)
    expectEqual(layer.forward(picture(poolingPicture))[0, 0], [[9, 7], [9, 6]], "the largest")
    let dX = layer.backward(NDArray<Double>.ones([1, 1, 2, 2]))
    expectEqual(
      dX[0, 0], [[0, 0, 1, 0], [2, 0, 1, 0], [0, 0, 0, 0], [0, 0, 0, 0]],
      "the 9 is the largest of two windows and gets both gradients")
  }

  @Test("equal numbers: only the first gets the gradient")
  func maxPoolTies() {
    let layer = MaxPool2d<Double>(2)
    let x: NDArray<Double> = picture([
      [0, 0, 3, 5], [0, 0, 5, 5], [-1, -1, -1000, -999], [-1, -2, -999, -1000],
    ])
    expectEqual(layer.forward(x)[0, 0], [[0, 5], [-1, -999]], "the largest, negative ones too")
    expectEqual(
      layer.backward([[[[1, 2], [3, 4]]]])[0, 0],
      [[1, 0, 0, 2], [0, 0, 0, 0], [3, 0, 0, 4], [0, 0, 0, 0]], "the first of several, row by row")
  }

  @Test("max pooling agrees with PyTorch, where windows overlap and where pixels are left")
  func maxPoolAgainstPyTorch() throws {
    let references: LayerReferences = try reference("layers.json")
    for stored in references.maxPools {
      let layer = MaxPool2d<Double>(stored.size, stride: stored.stride)
      let shape = "\(stored.x.shape), window \(stored.size), stride \(stored.stride)"
      expectClose(layer.forward(stored.x.array), stored.y.array, tolerance: 1e-10, "Y, \(shape)")
      expectClose(
        layer.backward(stored.dY.array), stored.dX.array, tolerance: 1e-10, "dX, \(shape)")
    }
  }

  @Test("max pooling: gradient check, and backward belongs to the last forward")
  func maxPoolGradients() {
    var generator = Generator(seed: 31)
    checkGradients(of: MaxPool2d<Double>(2), at: generator.standardNormal([2, 3, 5, 4]))
    checkGradients(of: MaxPool2d<Double>(3, stride: 2), at: generator.standardNormal([1, 2, 6, 7]))
    checkStates(shapes) { MaxPool2d<Double>(2) }
    checkFloat(
      MaxPool2d<Float>(2), like: MaxPool2d<Double>(2), at: generator.standardNormal([2, 1, 4, 6]))
  }

  @Test("the mean of each 2 × 2: [[4.25, 4.25], [4.25, 3.5]], and a quarter back to each")
  func avgPoolLecture() {
    let layer = AvgPool2d<Double>(2)
    expectClose(
      layer.forward(picture(poolingPicture))[0, 0], [[4.25, 4.25], [4.25, 3.5]], "the means")
    expectClose(
      layer.backward([[[[4, 8], [12, 16]]]])[0, 0],
      [[1, 1, 2, 2], [1, 1, 2, 2], [3, 3, 4, 4], [3, 3, 4, 4]], "a quarter of the gradient to each")
  }

  @Test("average pooling agrees with PyTorch")
  func avgPoolAgainstPyTorch() throws {
    let references: LayerReferences = try reference("layers.json")
    for stored in references.avgPools {
      let layer = AvgPool2d<Double>(stored.size, stride: stored.stride)
      let shape = "\(stored.x.shape), window \(stored.size), stride \(stored.stride)"
      expectClose(layer.forward(stored.x.array), stored.y.array, tolerance: 1e-10, "Y, \(shape)")
      expectClose(
        layer.backward(stored.dY.array), stored.dX.array, tolerance: 1e-10, "dX, \(shape)")
    }
  }

  @Test("average pooling: gradient check, and backward belongs to the last forward")
  func avgPoolGradients() {
    var generator = Generator(seed: 32)
    checkGradients(of: AvgPool2d<Double>(2), at: generator.standardNormal([2, 3, 5, 4]))
    checkGradients(of: AvgPool2d<Double>(3, stride: 2), at: generator.standardNormal([1, 2, 6, 7]))
    checkStates(shapes) { AvgPool2d<Double>(2) }
    checkFloat(
      AvgPool2d<Float>(3), like: AvgPool2d<Double>(3), at: generator.standardNormal([2, 1, 7, 6]))
  }

  @Test("the mean of a whole map, (N, C, H, W) → (N, C)")
  func globalAverage() throws {
    let layer = GlobalAveragePool2d<Double>()
    let x: NDArray<Double> = [[[[1, 2, 3], [4, 5, 9]], [[0, 0, 0], [0, 0, -6]]]]
    expectClose(layer.forward(x), [[4, -1]], "the mean of each map")
    expectClose(
      layer.backward([[6, 12]]), [[[[1, 1, 1], [1, 1, 1]], [[2, 2, 2], [2, 2, 2]]]],
      "a sixth of the gradient to each of the six pixels")
    let references: LayerReferences = try reference("layers.json")
    let stored = references.globalAverage
    expectClose(layer.forward(stored.x.array), stored.y.array, "Y as PyTorch's mean")
    expectClose(layer.backward(stored.dY.array), stored.dX.array, "dX as PyTorch's")
    checkStates(shapes) { GlobalAveragePool2d<Double>() }
  }

  @Test("flatten: channel after channel, row after row, and back")
  func flattenOrder() {
    let layer = Flatten<Double>()
    let x = NDArray<Double>.arange(0.0, 48.0, 1.0).reshaped([2, 3, 2, 4])
    expectEqual(
      layer.forward(x), NDArray<Double>.arange(0.0, 48.0, 1.0).reshaped([2, 24]),
      "a row for each picture")
    let dY = layer.forward(x) * 2
    expectEqual(layer.backward(dY), x * 2, "the gradient in the shape of the pictures")
    expectEqual(
      layer.forward(x.transposed([0, 1, 3, 2])[..<1])[0, ..<3], [0, 4, 1],
      "pictures lying in another order in memory")
    checkStates(shapes) { Flatten<Double>() }
  }

  @Test("a grey of 128, normalised: (−0.027, 0.077, 0.301)")
  func normaliseChannels() {
    let layer = Normalise<Double>(
      mean: [0.5074, 0.4867, 0.4411], deviation: [0.2011, 0.1987, 0.2025])
    let grey = NDArray<Double>.full([2, 3, 4, 3], 128.0 / 255)
    let y = layer.forward(grey)
    expectClose(
      y[0, .all, 0, 0], [-0.027047, 0.076803, 0.300547], tolerance: 1e-6, "red, green, blue")
    expectClose(y[1, .all, 3, 2], y[0, .all, 0, 0], "every pixel of a channel alike")
    let dX = layer.backward(NDArray<Double>.ones([2, 3, 4, 3]))
    expectClose(
      dX[1, .all, 2, 1], 1 / NDArray([0.2011, 0.1987, 0.2025]), "dX: divided by the deviation too")
    var generator = Generator(seed: 33)
    checkGradients(
      of: Normalise<Double>(mean: [1, -2], deviation: [0.5, 3]),
      at: generator.standardNormal([1, 2, 3, 2]))
    #expect(layer.parameters.isEmpty, "nothing of it is trained")
  }

  @Test("mean and deviation of each channel over all pictures and pixels")
  func channelsOfPictures() {
    let x: NDArray<Double> = [[[[1, 3]], [[0, 0]]], [[[5, 7]], [[0, 8]]]]
    let (mean, deviation) = channelStatistics(x)
    expectClose(NDArray(mean), [4, 2], "means of the channels (1, 3, 5, 7) and (0, 0, 0, 8)")
    expectClose(
      NDArray(deviation), sqrt(NDArray([5.0, 12])),
      "deviations, the squares divided by n")
    var generator = Generator(seed: 34)
    let pictures = 3 * generator.standardNormal([4, 3, 2, 5]) + 1
    let own = channelStatistics(pictures)
    let y = Normalise<Double>(mean: own.mean, deviation: own.deviation).forward(pictures)
    let after = channelStatistics(y)
    expectClose(NDArray(after.mean), [0, 0, 0], tolerance: 1e-12, "means after normalising")
    expectClose(
      NDArray(after.deviation), [1, 1, 1], tolerance: 1e-12, "deviations after normalising")
  }
}
