import CourseKit
import GradedTests
import NDArray
import Networks
import Testing

/// The student's own gradient checker: its parts by hand, then on bricks that are right and on bricks that are not.
@Suite(.graded) struct GradientCheckChecks {
  @Test("centred differences: the slope of x³ at 1 is 3 + h²")
  func centredSlopeByHand() {
    let cube = { (x: Double) in x * x * x }
    let slope = centredSlope(of: cube, at: 1, step: 0.1)
    for (wrong, mistake) in [
      (3.31, "(f(x + h) − f(x))/h, one-sided: go h to both sides"),
      (2.71, "(f(x) − f(x − h))/h, one-sided: go h to both sides"),
      (6.02, "(f(x + h) − f(x − h))/h: the two places are 2h apart"),
      (0.602, "f(x + h) − f(x − h): divide by their distance 2h"),
      (-3.01, "the sign is wrong: f(x + h) − f(x − h)"),
    ] {
      #expect(abs(slope - wrong) > 1e-9, "x³ at 1, h = 0.1: \(slope) is \(mistake)")
    }
    expectClose(slope, 3.01, tolerance: 1e-12, "x³ at 1, h = 0.1")
    expectClose(centredSlope(of: cube, at: 1, step: 0.05), 3.0025, tolerance: 1e-12, "h = 0.05")
    expectClose(
      centredSlope(of: cube, at: -2, step: 0.5), 12.25, tolerance: 1e-12, "x³ at −2, h = 0.5")
  }

  @Test("the step: 10⁻⁵ up to |x| = 1, beyond that 10⁻⁵·|x|")
  func differenceStepIsRelative() {
    for x in [0, 0.3, -0.7, 1] {
      expectClose(differenceStep(at: x) * 1e5, 1, "10⁵·h at x = \(x)")
    }
    #expect(
      differenceStep(at: 4000) != 1e-5,
      "at x = 4000 the step is still 10⁻⁵: it has to grow with |x|, as the distance of Doubles does"
    )
    for x in [4000, -250, 1.5] {
      expectClose(differenceStep(at: x) * 1e5, abs(x), "10⁵·h at x = \(x)")
    }
  }

  @Test("the tolerance: 10⁻⁸ + 10⁻⁶·max(|a|, |n|), and NaN agrees with nothing")
  func agreementRule() {
    let alike: [(Double, Double)] = [
      (1, 1.0000009), (1.0000009, 1), (-2, -2.0000019), (0, 9e-9), (-5e-9, 4e-9), (3e6, 3_000_002),
      (0, 0),
    ]
    for (a, n) in alike {
      #expect(agree(a, n), "\(a) and \(n) agree")
    }
    // Inside only if the larger of the two counts, by its absolute value; and exactly on the bound.
    let near = 1 + 1.01e-6 + 5e-13
    let atTheBound: [(Double, Double)] = [
      (1, near), (near, 1), (-1, -near), (-near, -1), (0, 1.000001000001e-08),
    ]
    for (a, n) in atTheBound {
      #expect(agree(a, n), "\(a) and \(n) agree: 10⁻⁶ times the larger of |a| and |n| counts")
    }
    let apart: [(Double, Double)] = [
      (1, 1.000002), (1.000002, 1), (0.5, -0.5), (-0.5, 0.5), (0, 2e-8), (2e-8, 0),
      (3e6, 3_000_004), (.nan, 1), (1, .nan), (.nan, .nan), (.infinity, 1), (1, .infinity),
      (.infinity, .infinity), (.infinity, -.infinity),
    ]
    for (a, n) in apart {
      #expect(!agree(a, n), "\(a) and \(n) do not agree")
    }
  }

  @Test("slopes along a parameter: one element at a time, steps h and h/2, and everything put back")
  func slopesAlongAParameter() {
    let value: NDArray<Double> = [[0.5, -30, 2], [0, 0.75, -0.25]]
    let factors: NDArray<Double> = [[1, 2, 3], [4, 5, 6]]
    let parameter = Parameter<Double>("W", value)
    var places: [(place: Int, distance: Double)] = []
    var together = 0
    let slopes = measuredSlopes(along: parameter) {
      let differences = (parameter.value - value).elements
      let moved = differences.indices.filter { differences[$0] != 0 }
      together = max(together, moved.count)
      places += moved.map { ($0, differences[$0]) }
      return (factors * parameter.value * parameter.value * parameter.value).sum()
    }
    #expect(
      parameter.value == value,
      "afterwards the parameter has another value than before: put it back")
    #expect(
      together <= 1,
      "\(together) elements were changed at the same time: put each back before the next is moved")
    expectShape(slopes.whole, [2, 3], "the slopes")
    expectShape(slopes.half, [2, 3], "the slopes with half the step")
    for (place, x) in value.elements.enumerated() {
      let h = 1e-5 * max(1, abs(x))
      let steps = Set(places.filter { $0.place == place }.map { ($0.distance / h * 2).rounded() })
      #expect(
        steps == [-2, -1, 1, 2],
        "element \(x) was moved by \(steps.sorted().map { $0 / 2 }) of its h = \(h); expected ±1 and ±½"
      )
    }
    let expected = 3 * factors * value * value
    expectClose(slopes.whole, expected, tolerance: 1e-5, "the slope of Σ c·w³, 3c·w²")
    expectClose(slopes.half, expected, tolerance: 1e-5, "the same with half the step")
  }

  @Test("finds what is wrong in a gradient, and nothing in a right one")
  func findsWrongGradients() {
    let parameter = Parameter<Double>("W", [[0.5, -1.5], [2, 0.1], [-0.3, 4]])
    let loss = { (parameter.value * parameter.value).sum() }
    let right = 2 * parameter.value
    func wrong(_ change: (inout NDArray<Double>) -> Void) -> Int {
      parameter.gradient = right
      change(&parameter.gradient)
      let found = compareGradient(of: parameter, loss)
      #expect(found.name == "W" && found.count == 6 && found.kinks == 0, "\(found)")
      #expect(found.passed == (found.wrong == 0), "\(found): passed only where none is wrong")
      return found.wrong
    }
    #expect(wrong { _ in } == 0, "the right gradient 2w of Σ w²")
    #expect(wrong { $0 *= -1 } == 6, "the right gradient with the wrong sign")
    #expect(wrong { $0 /= 3 } == 6, "a third of the right gradient")
    #expect(wrong { $0[1, 0] += 0.001 } == 1, "one element too large by 0.001")
    #expect(wrong { $0[2, 1] = .nan } == 1, "one element is NaN")
  }

  @Test("leaves out kinks, and does not call passed what it could not measure")
  func leavesOutKinks() {
    let parameter = Parameter<Double>("b", [1, -2, 7e-6, 3])
    parameter.gradient = [1, 0, 1, 1]
    let bent = compareGradient(of: parameter) { maximum(parameter.value, 0).sum() }
    #expect(bent.count == 4, "it has four elements, the one at the kink among them: \(bent)")
    #expect(bent.kinks == 1, "ReLU bends between 7·10⁻⁶ − h and 7·10⁻⁶: \(bent)")
    #expect(bent.wrong == 0 && bent.passed, "the other three are right: \(bent)")

    let close = Parameter<Double>("b", [4e-6])
    let slopes = measuredSlopes(along: close) { maximum(close.value, 0).sum() }
    expectClose(slopes.whole, [0.7], "ReLU at 4·10⁻⁶ with h: 14·10⁻⁶/2h")
    expectClose(slopes.half, [0.9], "ReLU at 4·10⁻⁶ with h/2: 9·10⁻⁶/h")

    var generator = Generator(seed: 15)
    let restless = compareGradient(of: parameter) { generator.random() }
    #expect(
      restless.kinks == 4 && restless.wrong == 0,
      "the loss is another at each call, so no element can be compared: \(restless)")
    #expect(!restless.passed, "nothing could be compared, so the gradient has not passed")
    for (kinks, count, passed) in [(4, 10, true), (5, 10, true), (6, 10, false), (2, 3, false)] {
      let found = GradientComparison(name: "W", count: count, kinks: kinks, wrong: 0)
      #expect(found.passed == passed, "\(kinks) of \(count) elements left out")
    }

    // h²/4 · c apart, 0.025 of 3·10⁹: that is no kink, only a large slope.
    let tall = Parameter<Double>("W", [1, -2])
    tall.gradient = 3e9 * tall.value * tall.value
    let large = compareGradient(of: tall) { 1e9 * (tall.value * tall.value * tall.value).sum() }
    #expect(
      large.kinks == 0 && large.passed,
      "slopes of 10⁹ differ between h and h/2 by more than 10⁻⁶ and still agree: \(large)")
  }

  @Test("your checker on your network: every parameter and the input are right, a lost 1/n is not")
  func checksYourNetwork() {
    var generator = Generator(seed: 16)
    let network = Sequential<Double>([
      randomLinear(3, 4, &generator), Activate(.hyperbolicTangent), randomLinear(4, 3, &generator),
    ])
    let input = Parameter("X", generator.standardNormal([5, 3]))
    let labels: NDArray<Int> = [2, 0, 1, 1, 0]
    let loss = SoftmaxCrossEntropy<Double>()
    let forward = { loss.forward(network.forward(input.value), labels) }
    for lost in [false, true] {
      network.clearGradients()
      _ = forward()
      input.gradient = network.backward(loss.backward() * (lost ? 5 : 1))
      for parameter in network.parameters + [input] {
        let found = compareGradient(of: parameter, forward)
        if lost {
          #expect(!found.passed, "all gradients are five times too large: \(found)")
        } else {
          #expect(found.passed && found.kinks == 0, "your backward pass: \(found)")
        }
      }
    }
  }
}
