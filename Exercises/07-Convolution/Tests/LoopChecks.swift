import Convolution
import CourseKit
import GradedTests
import NDArray
import Testing

@Suite(.graded) struct LoopChecks {
  @Test("the foundations lecture's 5 × 5 picture: [[12, 12, 17], [10, 17, 19], [9, 6, 14]]")
  func slideLecture() {
    let x: NDArray<Double> = [
      [3, 3, 2, 1, 0], [0, 0, 1, 3, 1], [3, 1, 2, 2, 3], [2, 0, 0, 2, 2], [2, 0, 0, 0, 1],
    ]
    expectEqual(
      slide([[0, 1, 2], [2, 2, 0], [0, 1, 2]], over: x),
      [[12, 12, 17], [10, 17, 19], [9, 6, 14]],
      "the kernel at the nine places")
    let sharpen: NDArray<Double> = [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]
    expectEqual(
      slide(sharpen, over: [[5, 6, 7], [3, 4, 6], [2, 3, 5]]), [[2]],
      "the sharpening kernel at its one place")
  }

  @Test("a kernel that is neither square nor even-handed, with strides")
  func slideStrides() {
    let x = NDArray<Double>.arange(0.0, 35.0, 1.0).reshaped([5, 7])
    let kernel: NDArray<Double> = [[1, 0, -2], [0, 3, 0]]
    for stride in [1, 2, 3] {
      let expected = definition(
        picture(x), picture(kernel), NDArray([0.0]), stride: stride)[0, 0]
      expectClose(slide(kernel, over: x, stride: stride), expected, "stride \(stride)")
    }
    let single: NDArray<Float> = [[1, 2], [3, 4], [5, 6]]
    #expect(
      slide([[1], [-1]], over: single) == [[-2, -2], [-2, -2]], "a kernel of 2 × 1, in Float")
  }

  @Test("three colours at the corner: 308 − 498 + 164 + 1 = −25")
  func loopsLectureColours() {
    let x = Array(repeating: 0.0, count: 147)
    var padded = NDArray(x, shape: [1, 3, 7, 7])
    padded[0, .all, 1..<6, 1..<6] = lectureColours
    let w = colourKernel.reshaped([1, 3, 3, 3])
    for (colour, expected) in [308.0, -498, 164].enumerated() {
      let y = convolutionByLoops(
        padded[.all, colour..<(colour + 1)], w[.all, colour..<(colour + 1)], [0])
      expectClose(y[0, 0, 0, 0].scalar, expected, "the corner in colour \(colour) alone")
    }
    let y = convolutionByLoops(padded, w, [1])
    expectClose(
      y[0, 0, ..<4, ..<4],
      [[-25, 466, 466, 475], [295, 787, 798, 812], [291, 776, 784, 800], [293, 771, 773, 782]],
      "the sum of the three and the bias, 4 × 4 places")
  }

  @Test("seven loops on random shapes")
  func loopsByDefinition() {
    var generator = Generator(seed: 4)
    for (n, c, h, w, o, kh, kw, stride) in [
      (2, 3, 5, 6, 4, 3, 2, 1), (3, 1, 7, 5, 2, 2, 3, 2), (1, 2, 4, 9, 3, 1, 4, 3),
      (1, 1, 1, 1, 1, 1, 1, 1),
    ] {
      let x = generator.standardNormal([n, c, h, w])
      let weight = generator.standardNormal([o, c, kh, kw])
      let b = generator.standardNormal([o])
      expectClose(
        convolutionByLoops(x, weight, b, stride: stride),
        definition(x, weight, b, stride: stride), tolerance: 1e-12,
        "pictures \(x.shape), kernels \(weight.shape), stride \(stride)")
    }
    let half: NDArray<Float> = [[[[1, 2], [3, 4]]]]
    #expect(
      convolutionByLoops(half, [[[[2]]]], [0.5]) == [[[[2.5, 4.5], [6.5, 8.5]]]],
      "a kernel of one pixel, in Float")
  }

  @Test("a convolution is a matrix with bands: M of a 2 × 2 kernel on 3 × 3")
  func bandedMatrixByHand() {
    expectEqual(
      bandedMatrix(of: [[1, 2], [0, -1]] as NDArray<Double>, height: 3, width: 3),
      [
        [1, 2, 0, 0, -1, 0, 0, 0, 0], [0, 1, 2, 0, 0, -1, 0, 0, 0], [0, 0, 0, 1, 2, 0, 0, -1, 0],
        [0, 0, 0, 0, 1, 2, 0, 0, -1],
      ], "a row for each of the four places")
  }

  @Test("M vec(X) = vec(Y), and Mᵀ takes the gradient back")
  func bandedMatrixIsConvolution() {
    var generator = Generator(seed: 5)
    for (h, w, kh, kw) in [(4, 6, 2, 3), (5, 3, 3, 1), (3, 4, 3, 4)] {
      let (x, kernel) = (generator.standardNormal([h, w]), generator.standardNormal([kh, kw]))
      let m = bandedMatrix(of: kernel, height: h, width: w)
      let y = definition(picture(x), picture(kernel), NDArray([0.0]))
      expectShape(m, [y.count, h * w], "M of \(kh) × \(kw) on \(h) × \(w)")
      guard m.shape == [y.count, h * w] else { return }
      expectClose(m.dot(x.flattened()), y.flattened(), tolerance: 1e-12, "M vec(X)")
      #expect(m.countNonzero() == y.count * kh * kw, "numbers of M that are not 0")
    }
  }
}
