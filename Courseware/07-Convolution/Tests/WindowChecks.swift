import Convolution
import CourseKit
import GradedTests
import NDArray
import Testing

@Suite(.graded) struct WindowChecks {
  @Test("⌊(n + 2p − k)/s⌋ + 1 places")
  func outputExtents() {
    let cases = [
      (5, 3, 1, 0, 3), (5, 3, 1, 1, 5), (5, 3, 2, 1, 3), (32, 5, 4, 2, 8), (8, 3, 1, 1, 8),
      (7, 2, 2, 0, 3), (4, 7, 2, 3, 2), (9, 2, 3, 0, 3), (1, 1, 5, 0, 1), (6, 6, 1, 0, 1),
    ]
    for (n, k, s, p, expected) in cases {
      #expect(
        outputExtent(n, window: k, stride: s, padding: p) == expected,
        "places of a window of \(k) on \(n) pixels with stride \(s) and padding \(p)")
    }
  }

  @Test("(k − 1)/2 zeros on each side keep the size")
  func samePadding() {
    for (kernel, width) in [(1, 0), (3, 1), (4, 1), (5, 2), (11, 5)] {
      #expect(
        Padding.same(kernel: kernel) == .zeros(width),
        "padding for a kernel of \(kernel), (k − 1)/2 rounded down")
    }
  }

  @Test("a rim of zeros, and off again")
  func zeroPadding() {
    let x: NDArray<Double> = picture([[1, 2, 3], [4, 5, 6]])
    expectEqual(
      Padding.zeros(1).padded(x)[0, 0],
      [[0, 0, 0, 0, 0], [0, 1, 2, 3, 0], [0, 4, 5, 6, 0], [0, 0, 0, 0, 0]], "one pixel of zeros")
    var generator = Generator(seed: 1)
    let pictures = generator.standardNormal([2, 3, 4, 5])
    let padded = Padding.zeros(2).padded(pictures)
    expectShape(padded, [2, 3, 8, 9], "two pixels on each side of (2, 3, 4, 5)")
    expectEqual(padded[.all, .all, 2..<6, 2..<7], pictures, "the pictures in the middle")
    let d = generator.standardNormal([2, 3, 8, 9])
    expectEqual(
      Padding.zeros(2).backward(d), d[.all, .all, 2..<6, 2..<7],
      "the gradient of the rim is dropped, that of the middle goes through")
    expectEqual(Padding.none.padded(pictures), pictures, "no padding")
    expectEqual(Padding.zeros(0).padded(pictures), pictures, "no pixel of zeros")
    expectEqual(Padding.zeros(0).backward(pictures), pictures, "no pixel of zeros, backward")
  }

  @Test("a rim of repeated pixels, whose gradients add up")
  func replicatePadding() {
    let x: NDArray<Double> = picture([[1, 2, 3], [4, 5, 6]])
    expectEqual(
      Padding.replicate(1).padded(x)[0, 0],
      [[1, 1, 2, 3, 3], [1, 1, 2, 3, 3], [4, 4, 5, 6, 6], [4, 4, 5, 6, 6]],
      "each pixel of the rim is the nearest one of the picture")
    let ones = NDArray<Double>.ones([1, 1, 4, 5])
    expectEqual(
      Padding.replicate(1).backward(ones)[0, 0], [[4, 2, 4], [4, 2, 4]],
      "how often each pixel stands in the picture with its rim")
    let more = NDArray<Double>.ones([1, 1, 6, 7])
    expectEqual(
      Padding.replicate(2).backward(more)[0, 0], [[9, 3, 9], [9, 3, 9]],
      "the same for a rim of two pixels")
    expectEqual(
      Padding.replicate(2).backward(NDArray<Double>.ones([1, 1, 5, 5]))[0, 0], [[25]],
      "a single pixel stands everywhere")
  }

  @Test("gradient check of both kinds of padding")
  func paddingGradients() {
    var generator = Generator(seed: 2)
    for padding in [Padding.zeros(1), .zeros(3), .replicate(1), .replicate(3)] {
      for shape in [[2, 3, 4, 2], [1, 2, 1, 3]] {
        let x = generator.standardNormal(shape)
        expectGradient(at: x, named: "dX of \(padding)") {
          padding.padded($0)
        } backward: {
          padding.backward($0)
        }
      }
    }
    let single = generator.standardNormal([1, 2, 3, 4]).asType(Float.self)
    #expect(
      Padding.replicate(1).padded(single).shape == [1, 2, 5, 6], "the shape of padded Floats")
  }

  @Test("every window of a picture, at each place of the stride")
  func windowsOfPictures() {
    let x = NDArray<Double>.arange(0.0, 120.0, 1.0).reshaped([2, 3, 4, 5])
    let all = windows(of: x, 2, 3, stride: 1)
    expectShape(all, [2, 3, 3, 3, 2, 3], "windows of 2 × 3 in pictures (2, 3, 4, 5)")
    guard all.shape == [2, 3, 3, 3, 2, 3] else { return }
    expectEqual(all[0, 0, 0, 0], [[0, 1, 2], [5, 6, 7]], "the first window of the first channel")
    expectEqual(all[1, 2, 2, 1], x[1, 2, 2..<4, 1..<4], "the window at row 2, column 1")
    let some = windows(of: x, 3, 2, stride: 2)
    expectShape(some, [2, 3, 1, 2, 3, 2], "windows of 3 × 2 with stride 2")
    guard some.shape == [2, 3, 1, 2, 3, 2] else { return }
    expectEqual(some[1, 0, 0, 1], x[1, 0, 0..<3, 2..<4], "the second window begins at column 2")
    expectShape(windows(of: x, 4, 5, stride: 3), [2, 3, 1, 1, 4, 5], "one window, the picture")
  }

  @Test("what comes back to overlapping windows adds up in the pixels")
  func windowsAddUp() {
    let ones = NDArray<Double>.ones([1, 1, 2, 2, 2, 2])
    expectEqual(
      addWindows(ones, into: [1, 1, 3, 3], stride: 1)[0, 0], [[1, 2, 1], [2, 4, 2], [1, 2, 1]],
      "how many windows of 2 × 2 each pixel of 3 × 3 is in")
    expectEqual(
      addWindows(NDArray<Double>.ones([1, 1, 1, 2, 2, 2]), into: [1, 1, 3, 5], stride: 2)[0, 0],
      [[1, 1, 1, 1, 0], [1, 1, 1, 1, 0], [0, 0, 0, 0, 0]],
      "stride 2: no overlap, and pixels that no window sees get nothing")
    var generator = Generator(seed: 3)
    for (shape, h, w, stride) in [
      ([2, 3, 5, 7], 3, 2, 1), ([1, 2, 6, 7], 2, 3, 2), ([3, 1, 7, 4], 3, 1, 3),
    ] {
      let x = generator.standardNormal(shape)
      let y = windows(of: x, h, w, stride: stride)
      let d = generator.standardNormal(y.shape)
      let back = addWindows(d, into: shape, stride: stride)
      expectShape(back, shape, "the pictures' shape")
      expectClose(
        (back * x).sum(), (d * y).sum(), tolerance: 1e-12,
        "⟨addWindows(d), x⟩ = ⟨d, windows(x)⟩ for windows of \(h) × \(w), stride \(stride)")
    }
  }

  @Test("how many pixels across one number sees")
  func receptiveFields() {
    #expect(receptiveField([]) == 1, "no window: a pixel sees itself")
    #expect(receptiveField([(3, 1)]) == 3, "one kernel of 3")
    #expect(receptiveField([(3, 1), (3, 1)]) == 5, "two kernels of 3 see as much as one of 5")
    #expect(
      receptiveField([(2, 2), (3, 1)]) == 6, "2 + 2·2: behind a stride each step is two pixels")
    #expect(receptiveField([(5, 4), (3, 1), (4, 4)]) == 25, "the lecture's network: 5 + 2·4 + 3·4")
    #expect(
      receptiveField([(3, 2), (3, 3), (5, 1)]) == 31, "1 + 2 + 2·2 + 4·(2·3): the strides multiply")
    #expect(
      receptiveField([(3, 1), (2, 2), (3, 1), (2, 2)]) == 10,
      "the digits' network: all 8 pixels and more")
  }
}
