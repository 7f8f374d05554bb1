import CourseKit
import Foundation
import GradedTests
import NDArray
import Networks
import Regularisation
import Testing

@Suite(.graded) struct AugmentationChecks {
  @Test("a random flip comes as often as asked") func flipsAsOftenAsAsked() {
    var generator = Generator(seed: 30)
    let picture: NDArray<Double> = [[[1, 2], [3, 4]]]
    var (across, down, onlyDown) = (0, 0, 0)
    let flip = RandomFlip(horizontal: 0.8, vertical: 0.3)
    for _ in 0..<300 {
      let result = flip.apply(picture, using: &generator)
      let corner: Double = result[0, 0, 0]
      if corner == 2 || corner == 4 { across += 1 }
      if corner == 3 || corner == 4 { down += 1 }
      if corner == 3 { onlyDown += 1 }
    }
    #expect(abs(across - 240) < 30, "horizontally in 240 of 300, p = 0.8; got \(across)")
    #expect(abs(down - 90) < 30, "vertically in 90 of 300, p = 0.3, each for itself; got \(down)")
    #expect(
      abs(onlyDown - 18) < 15,
      "vertically and not horizontally in 0.3 · 0.2 of 300, 18, for each draws for itself; got \(onlyDown)"
    )
    let never = RandomFlip(horizontal: 0, vertical: 0).apply(picture, using: &generator)
    expectEqual(never, picture, "p = 0: never")
    let always = RandomFlip(horizontal: 1, vertical: 1).apply(picture, using: &generator)
    expectEqual(always, [[[4, 3], [2, 1]]], "p = 1: always, both ways")
  }

  @Test("ColorJitter(brightness: 0.1, contrast: 0.1, saturation: 0.2, hue: 0.0)")
  func jitterWithinItsRanges() {
    var generator = Generator(seed: 31)
    let jitter = ColorJitter(brightness: 0.1, contrast: 0.1, saturation: 0.2, hue: 0.0)
    let drawn = (0..<400).map { _ in jitter.draw(using: &generator) }
    func expectRange(_ values: [Double], _ low: Double, _ high: Double, _ what: String) {
      let (least, most) = (values.min()!, values.max()!)
      let reach = 0.1 * (high - low) + 1e-12
      #expect(
        least >= low && most <= high && least < low + reach && most > high - reach,
        "\(what) is drawn from all of \(low) ... \(high), got \(least) ... \(most)")
    }
    expectRange(drawn.map(\.brightness), 0.9, 1.1, "brightness")
    expectRange(drawn.map(\.contrast), 0.9, 1.1, "contrast")
    expectRange(drawn.map(\.saturation), 0.8, 1.2, "saturation")
    #expect(drawn.allSatisfy { $0.hue == 0 }, "hue 0: no turn")
    let strong = ColorJitter(brightness: 3, hue: 0.25)
    let wide = (0..<400).map { _ in strong.draw(using: &generator) }
    expectRange(wide.map(\.brightness), 0, 4, "brightness 3, never below 0,")
    #expect(
      wide.allSatisfy { $0.brightness > 0 },
      "brightness 3 is drawn from 0 ... 4, not from −2 ... 4 with all below 0 taken for 0")
    expectRange(wide.map(\.hue), -0.25, 0.25, "hue")
    #expect(wide.allSatisfy { $0.contrast == 1 && $0.saturation == 1 }, "0 leaves a factor of 1")
    var twin = generator
    let picture: NDArray<Double> = [[[0.2, 0.9]], [[0.5, 0.1]], [[0.7, 0.4]]]
    let all = ColorJitter(brightness: 0.4, contrast: 0.9, saturation: 0.9, hue: 0.3)
    for _ in 0..<10 {
      var numbers = twin
      let f = all.draw(using: &twin)
      expectClose(
        NDArray([f.brightness, f.contrast, f.saturation, f.hue]),
        NDArray([
          numbers.uniform(0.6, 1.4), numbers.uniform(0.1, 1.9), numbers.uniform(0.1, 1.9),
          numbers.uniform(-0.3, 0.3),
        ]), "brightness, contrast, saturation and hue are drawn in this order, each for itself")
      let bright = withBrightness(picture, f.brightness)
      let contrasted = withContrast(bright, f.contrast)
      let expected = withHue(withSaturation(contrasted, f.saturation), turnedBy: f.hue)
      expectClose(
        all.apply(picture, using: &generator), expected,
        "brightness, contrast, saturation, hue in this order")
    }
  }

  @Test("shear is none, one, two or four numbers") func shearInFourForms() {
    func expectRanges(_ shear: [Double], _ x: [Double], _ y: [Double]) {
      let got = RandomAffine.ranges(shear)
      expectClose(NDArray([got.x.low, got.x.high]), NDArray(x), "shear \(shear): degrees along x")
      expectClose(NDArray([got.y.low, got.y.high]), NDArray(y), "shear \(shear): degrees along y")
    }
    expectRanges([], [0, 0], [0, 0])
    expectRanges([5], [-5, 5], [0, 0])
    expectRanges([3, 8], [3, 8], [0, 0])
    expectRanges([-2, 4, 1, 7], [-2, 4], [1, 7])
  }

  @Test("RandomAffine(degrees: 15, translate: (.1, .1), scale: (.8, 1.2), shear: 5)")
  func affineWithinItsRanges() {
    var generator = Generator(seed: 32)
    var twin = generator
    let affine = RandomAffine(degrees: 15, translate: (0.1, 0.2), scale: (0.8, 1.2), shear: [5])
    for _ in 0..<20 {
      let got = affine.draw(height: 10, width: 40, using: &generator)
      let turn = twin.uniform(-15, 15)
      let (x, y) = (twin.uniform(-4, 4), twin.uniform(-2, 2))
      let (zoom, shear) = (twin.uniform(0.8, 1.2), twin.uniform(-5, 5))
      _ = twin.uniform(0, 0)
      let moved = got(x: 0, y: 0)
      expectClose(
        NDArray([moved.x, moved.y]), NDArray([x, y]),
        "the middle goes where the shift takes it: a tenth of the width 40, a fifth of the height 10"
      )
      let (a, t) = (turn * .pi / 180, shear * .pi / 180)
      let along = got(x: 1, y: 0)
      expectClose(
        NDArray([along.x - x, along.y - y]), NDArray([zoom * cosine(a), zoom * sine(a)]),
        "(1, 0) is turned and zoomed; a shear along x leaves it")
      let down = got(x: 0, y: 1)
      let slanted = -sine(t) / cosine(t)
      expectClose(
        NDArray([down.x - x, down.y - y]),
        NDArray([zoom * (cosine(a) * slanted - sine(a)), zoom * (sine(a) * slanted + cosine(a))]),
        "(0, 1) is sheared first, then zoomed, turned, shifted")
    }
    let slanting = RandomAffine(degrees: 0, shear: [1, 4, 20, 30]).draw(
      height: 3, width: 5, using: &generator)
    for _ in ["turn", "shift along x", "shift along y"] { _ = twin.uniform(0, 0) }
    _ = twin.uniform(1, 1)
    expectClose(
      slanting.matrix, Homography.shear(x: twin.uniform(1, 4), y: twin.uniform(20, 30)).matrix,
      "four numbers: a shear of 1° ... 4° along x, then one of 20° ... 30° along y")
    let picture: NDArray<Double> = [[[1, 2, 3], [4, 5, 6]]]
    let still = RandomAffine(degrees: 0).apply(picture, using: &generator)
    expectClose(still, picture, "no ranges: no change")
    let once = affine.apply(picture, using: &generator)
    #expect(affine.apply(picture, using: &generator) != once, "each call draws anew")
    twin = generator
    let map = affine.draw(height: 2, width: 3, using: &twin)
    expectClose(
      affine.apply(picture, using: &generator), warped(picture, by: map),
      "apply draws for the picture's own height 2 and width 3")
    let both = Composed(
      RandomFlip(horizontal: 1), RandomFlip(horizontal: 0), RandomAffine(degrees: 0))
    expectClose(
      both.apply(picture, using: &generator), [[[3, 2, 1], [6, 5, 4]]], "one after another")
    let order = Composed(RandomAffine(degrees: 0, shear: [45, 45]), RandomFlip(horizontal: 1))
    let shearedFirst = flippedHorizontally(sheared(picture, x: 45))
    expectClose(order.apply(picture, using: &generator), shearedFirst, "in the order of the list")
    twin = generator
    for turn in ["first", "second"] {
      let moved = affine.apply(picture, using: &twin)
      expectClose(
        Composed(affine, affine).apply(picture, using: &generator),
        affine.apply(moved, using: &twin),
        "\(turn) call: one generator for all, and it has moved on behind each transform")
    }
  }

  @Test("offline: the set twice, three and four times as large") func offlineByFlips() {
    let pictures: NDArray<Double> = [
      [[[1, 2], [3, 4]]], [[[5, 6], [7, 8]]], [[[0, 0], [9, 0]]],
    ]
    let labels: NDArray<Int> = [7, 1, 4]
    for times in 1...4 {
      let got = expanded(pictures, labels, times: times)
      expectShape(got.pictures, [3 * times, 1, 2, 2], "\(times)× three pictures")
      let repeated = (0..<times).flatMap { _ in labels.elements }
      expectEqual(got.labels, NDArray(repeated), "each block has the labels of the originals")
      let firsts: [NDArray<Double>] = [
        [[[1, 2], [3, 4]]], [[[2, 1], [4, 3]]], [[[3, 4], [1, 2]]], [[[4, 3], [2, 1]]],
      ]
      for block in 0..<times {
        let what = [
          "the original", "flipped horizontally", "flipped vertically", "flipped both ways",
        ]
        expectEqual(got.pictures[3 * block], firsts[block], "block \(block + 1): \(what[block])")
      }
    }
  }

  @Test("online: each picture in its own way, anew each time") func onlineAnewEachTime() {
    var generator = Generator(seed: 33)
    let one = generator.random([1, 1, 5, 6])
    let pictures = concatenated([one, one, one])
    let affine = RandomAffine(degrees: 20, translate: (0.2, 0.2))
    let got = augmented(pictures, by: affine, using: &generator)
    expectShape(got, [3, 1, 5, 6], "as many pictures as before")
    #expect(got[0] != got[1] && got[1] != got[2], "three equal pictures are changed in three ways")
    #expect(augmented(pictures, by: affine, using: &generator) != got, "and anew in the next epoch")
    let still = augmented(pictures, by: RandomFlip(horizontal: 0), using: &generator)
    expectEqual(still, pictures, "a transform that does nothing")
  }

  @Test("mixup by hand: three quarters of one, a quarter of the other") func mixedByHand() {
    let x: NDArray<Double> = [[4, 8], [0, -4], [1, 1]]
    let got = mixed(x, with: [1, 2, 0], shares: [0.75, 0.5, 1])
    expectClose(got, [[3, 5], [0.5, -1.5], [1, 1]], "λx + (1 − λ)·partner, a λ for each object")
    let pictures: NDArray<Double> = [[[[1]], [[2]]], [[[3]], [[6]]]]
    let both = mixed(pictures, with: [1, 0], shares: [0.5, 1])
    expectClose(both, [[[[2]], [[4]]], [[[3]], [[6]]]], "pictures (n, C, H, W), too")
  }

  @Test("mixup mixes inputs and targets alike, and at least half stays")
  func mixupOfInputsAndTargets() {
    var generator = Generator(seed: 34)
    let n = 40
    let x = NDArray<Double>.eye(n)
    let (doubled, mixedTargets) = mixup(2 * x, x, alpha: 0.4, using: &generator)
    let mixedX = doubled / 2
    expectClose(mixedX, mixedTargets, "the same partners and shares for inputs and targets")
    expectClose(mixedTargets.sum(axis: 1), NDArray<Double>.ones([n]), "the rows still sum to 1")
    let own = mixedX.diagonal()
    #expect(own.min() >= 0.5, "max(λ, 1 − λ): at least half is the object itself")
    #expect(own.max() - own.min() > 0.3, "each object draws its own share")
    #expect(mixup(x, x, alpha: 0.4, using: &generator).x != mixedX, "anew each time")
    let strong = (0..<20).map { _ in mixup(x, x, alpha: 8, using: &generator).x.diagonal().mean() }
    let weak = (0..<20).map { _ in mixup(x, x, alpha: 0.1, using: &generator).x.diagonal().mean() }
    #expect(
      strong.max()! < weak.min()!,
      "a large α mixes half and half, a small one hardly mixes: Beta(α, α)")
  }

  @Test("30 % of the labels redrawn") func labelsRedrawn() {
    var generator = Generator(seed: 35)
    var twin = generator
    let labels = NDArray<Int>.full([1000], 3)
    let noisy = redrawn(labels, share: 0.3, classes: 10, using: &generator)
    let wrong = (noisy .!= labels).mean()
    #expect(
      abs(wrong - 0.27) < 0.03,
      "0.3 · 9/10 of them are wrong: one in ten is right by chance; got \(wrong)")
    let places = twin.permutation(1000)[0..<300]
    let right = (noisy[places] .== 3).mean()
    #expect(
      right > 0.04 && right < 0.17, "one in ten of the redrawn is right again, got \(right) of them"
    )
    let rest = NDArray(Set(0..<1000).subtracting(places.elements).sorted())
    #expect((noisy[rest] .== 3).all(), "only the first 300 places of the permutation are redrawn")
    #expect(Set(noisy.elements) == Set(0..<10), "among all ten classes")
    #expect((labels .== 3).all(), "the labels handed in stay as they are")
    expectEqual(redrawn([1, 2], share: 0, classes: 3, using: &generator), [1, 2], "a share of 0")
    let short = redrawn(NDArray<Int>.full([7], 9), share: 0.5, classes: 3, using: &generator)
    #expect((short .!= 9).mean() == 4.0 / 7, "round(3.5) = 4 of 7")
  }
}

private func cosine(_ x: Double) -> Double { cos(x) }
private func sine(_ x: Double) -> Double { sin(x) }
