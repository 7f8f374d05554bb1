import Convolution
import CourseKit
import GradedTests
import NDArray
import Networks
import Testing

/// An array as the reference files store it.
struct Stored: Decodable {
  let shape: [Int]
  let values: [Double]

  var array: NDArray<Double> { NDArray(values, shape: shape) }
}

/// The layout of layers.json.
struct LayerReferences: Decodable {
  struct Convolution: Decodable {
    let stride, padding, groups: Int
    let mode: String
    let x, weight, dY, y, dX, dWeight: Stored
    let bias, dBias: Stored?

    var layer: Conv2d<Double> {
      let padding: Padding =
        switch mode {
        case "zeros": .zeros(self.padding)
        case "replicate": .replicate(self.padding)
        default: .none
        }
      return Conv2d(
        weight: weight.array, bias: bias?.array, stride: stride, padding: padding, groups: groups)
    }
  }
  struct Pooling: Decodable {
    let size, stride: Int
    let x, dY, y, dX: Stored
  }
  struct Case: Decodable {
    let x, dY, y, dX: Stored
  }
  let convolutions: [Convolution]
  let maxPools, avgPools: [Pooling]
  let globalAverage: Case
}

/// The layout of network.json.
struct NetworkReferences: Decodable {
  struct Case: Decodable {
    let logits, dXSums: Stored
    let gradientSums, gradientSquares, losses: [Double]
  }
  let lecture, digits: Case
}

/// The 5 × 5 picture of the lecture on networks, whose windows it moves with padding 1.
let lecturePicture: NDArray<Double> = [
  [2, 2, 3, 3, 3], [0, 1, 3, 0, 3], [2, 3, 0, 1, 3], [3, 3, 2, 1, 2], [3, 3, 0, 2, 3],
]
/// Its kernel.
let lectureKernel: NDArray<Double> = [[2, 0, 1], [1, 0, 0], [0, 1, 1]]

/// The lecture's red, green and blue corner, 5 × 5 each.
let lectureColours: NDArray<Double> = [
  [
    [156, 155, 156, 158, 158], [153, 154, 157, 159, 159], [149, 151, 155, 158, 159],
    [146, 146, 149, 153, 158], [145, 143, 143, 148, 158],
  ],
  [
    [167, 166, 167, 169, 169], [164, 165, 168, 170, 170], [160, 162, 166, 169, 170],
    [156, 156, 159, 163, 168], [155, 153, 153, 158, 168],
  ],
  [
    [163, 162, 163, 165, 165], [160, 161, 164, 166, 166], [156, 158, 162, 165, 166],
    [155, 155, 158, 162, 167], [154, 152, 152, 157, 167],
  ],
]
/// Its kernel, a matrix for each colour.
let colourKernel: NDArray<Double> = [
  [[-1, -1, 1], [0, 1, -1], [0, 1, 1]], [[1, 0, 0], [1, -1, -1], [1, 0, -1]],
  [[0, 1, 1], [0, 1, 0], [1, -1, 1]],
]

/// The lecture's 4 × 4 map for both kinds of pooling.
let poolingPicture: NDArray<Double> = [[2, 2, 7, 3], [9, 4, 6, 1], [8, 5, 2, 4], [3, 1, 2, 6]]

/// A matrix as one picture of one channel.
func picture(_ matrix: NDArray<Double>) -> NDArray<Double> {
  matrix.reshaped([1, 1] + matrix.shape)
}

/// A convolution by its definition; nothing of it is the student's.
func definition(
  _ x: NDArray<Double>, _ w: NDArray<Double>, _ b: NDArray<Double>, stride: Int = 1, groups: Int = 1
) -> NDArray<Double> {
  let (n, h, width) = (x.shape[0], x.shape[2], x.shape[3])
  let (o, c, kh, kw) = (w.shape[0], w.shape[1], w.shape[2], w.shape[3])
  let (oh, ow) = ((h - kh) / stride + 1, (width - kw) / stride + 1)
  var y = NDArray<Double>.zeros([n, o, oh, ow])
  for map in 0..<o {
    let first = map / (o / groups) * c
    for i in 0..<oh {
      for j in 0..<ow {
        let (top, left) = (i * stride, j * stride)
        let window = x[.all, first..<(first + c), top..<(top + kh), left..<(left + kw)]
        y[.all, map, i, j] = (window * w[map]).sum(axes: [1, 2, 3]) + b[map]
      }
    }
  }
  return y
}

/// Compares the gradients that a layer stores and returns with centred differences, for a random
/// upstream gradient: every parameter, then the input.
func checkGradients(
  of layer: any Layer<Double>, at x: NDArray<Double>, _ what: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  for parameter in layer.parameters {
    let value = parameter.value
    expectGradient(
      at: value, named: "d\(parameter.name)\(what)", sourceLocation: sourceLocation
    ) {
      parameter.value = $0
      return layer.forward(x)
    } backward: { dY in
      layer.clearGradients()
      _ = layer.backward(dY)
      return parameter.gradient
    }
    parameter.value = value
  }
  expectGradient(at: x, named: "dX\(what)", sourceLocation: sourceLocation) {
    layer.forward($0)
  } backward: { dY in
    layer.backward(dY)
  }
}

/// Expects a layer to belong to its last forward pass, whatever pictures came before, and to answer each upstream gradient
/// as if it were the first.
///
/// - Parameters:
///   - shapes: of the first pictures and of the next, pair by pair.
///   - make: gives a new layer with the same parameters each time.
func checkStates(
  _ shapes: [([Int], [Int])], sourceLocation: SourceLocation = #_sourceLocation,
  of make: () -> any Layer<Double>
) {
  var generator = Generator(seed: 20)
  for (first, last) in shapes {
    let layer = make()
    let (early, late) = (generator.standardNormal(first), generator.standardNormal(last))
    let upstream = generator.standardNormal(layer.forward(early).shape)
    var earlier = answers(of: layer, to: upstream)
    let y = layer.forward(late)
    expectClose(
      y, make().forward(late), "the output for pictures \(last) after others \(first)",
      sourceLocation: sourceLocation)
    for turn in ["", ", for a second upstream gradient"] {
      let dY = generator.standardNormal(y.shape)
      let fresh = make()
      _ = fresh.forward(late)
      let expected = answers(of: fresh, to: dY)
      for (got, (expected, earlier)) in zip(answers(of: layer, to: dY), zip(expected, earlier)) {
        let isRight = expectReplaced(
          got.value, by: expected.value, after: earlier.value,
          "\(got.name) of pictures \(last) after \(first)\(turn)", sourceLocation: sourceLocation)
        // With other sizes a stale cache would stop the program before it can be told.
        if !isRight { return }
      }
      earlier = expected
    }
  }
}

/// What a backward pass returns, and what it adds to gradients that are clear.
private func answers(
  of layer: any Layer<Double>, to dY: NDArray<Double>
) -> [(name: String, value: NDArray<Double>)] {
  layer.clearGradients()
  let dX = layer.backward(dY)
  return [("dX", dX)] + layer.parameters.map { ("d\($0.name)", $0.gradient) }
}

/// Expects a layer of `Float` to compute what its twin of `Double` computes, to Float's digits.
func checkFloat(
  _ single: any Layer<Float>, like double: any Layer<Double>, at x: NDArray<Double>,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var generator = Generator(seed: 21)
  let y = double.forward(x)
  let dY = generator.standardNormal(y.shape)
  expectFloat(single.forward(x.asType(Float.self)), y, "the output", sourceLocation: sourceLocation)
  single.clearGradients()
  double.clearGradients()
  let dX = double.backward(dY)
  expectFloat(single.backward(dY.asType(Float.self)), dX, "dX", sourceLocation: sourceLocation)
  for (got, expected) in zip(single.parameters, double.parameters) {
    expectFloat(
      got.gradient, expected.gradient, "d\(got.name)", sourceLocation: sourceLocation)
  }
}

func expectFloat(
  _ got: NDArray<Float>, _ expected: NDArray<Double>, _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectClose(
    got.asType(Double.self), expected, tolerance: 2e-5, "\(what), in Float",
    sourceLocation: sourceLocation)
}

/// A convolution with normal weights; nothing of it is the student's but what `Conv2d` computes.
func randomConvolution(
  _ shape: [Int], stride: Int = 1, padding: Padding = .none, groups: Int = 1,
  _ generator: inout Generator
) -> Conv2d<Double> {
  Conv2d(
    weight: generator.standardNormal(shape), bias: generator.standardNormal([shape[0]]),
    stride: stride, padding: padding, groups: groups)
}
