import CourseKit
import NDArray
import Testing

/// Each way to be wrong is seeded into the gradient of Y = XW + b and has to be told apart from the others.
@Suite struct GradientCheckTests {
  let x: NDArray<Double>
  let weight: NDArray<Double>
  let bias: NDArray<Double>

  init() {
    var generator = Generator(seed: 7)
    x = generator.standardNormal([5, 4])
    weight = generator.standardNormal([4, 4])
    bias = generator.standardNormal([4])
  }

  private func check(
    weight wrong: (_ dW: NDArray<Double>, _ dY: NDArray<Double>) -> NDArray<Double>
  ) -> GradientReport {
    checkGradient(named: "W", at: weight) {
      x.dot($0) + bias
    } backward: { dY in
      wrong(x.T.dot(dY), dY)
    }
  }

  @Test func acceptsRightGradients() {
    let report = check { dW, _ in dW }
    #expect(report.passed && report.compared == 16 && report.kinks == 0 && report.wrong == 0)
    #expect("\(report)" == "gradient W: 16 elements agree with centred differences")
    let input = checkGradient(named: "X", at: x) {
      $0.dot(weight)
    } backward: {
      $0.dot(weight.T)
    }
    #expect(input.passed)
    let b = checkGradient(named: "b", at: bias) {
      x.dot(weight) + $0
    } backward: {
      $0.sum(axis: 0)
    }
    #expect(b.passed)
    let loss = checkGradient(named: "x", 2 * x, at: x) { ($0 * $0).sum() }
    #expect(loss.passed)
  }

  @Test func acceptsRightGradientsOfSteepAndLargeFunctions() {
    let steep = checkGradient(named: "x", at: x) {
      exp(3 * $0)
    } backward: {
      $0 * 3 * exp(3 * x)
    }
    #expect(steep.passed, "\(steep)")
    let large = checkGradient(named: "x", 2e4 * x, at: x) { 1e4 * ($0 * $0).sum() + 1e6 }
    #expect(large.passed, "\(large)")
  }

  @Test func namesTheWrongSign() {
    let report = check { dW, _ in 0 - dW }
    #expect(!report.passed && report.diagnosis == .wrongSign && report.wrong == 16)
    let text = "\(report)"
    #expect(text.hasPrefix("gradient W: 16 of 16 elements are wrong\n  worst at ["))
    #expect(text.hasSuffix("\n  every value has the wrong sign"))
    let worst = report.worst!
    #expect(
      text.contains(
        "\(worst.index): yours \(worst.gradient), centred difference \(worst.difference)"))
    #expect(abs(worst.gradient + worst.difference) < 1e-6)
  }

  @Test func namesAConstantFactor() {
    #expect(check { dW, _ in 2 * dW }.diagnosis == .doubled)
    #expect(check { dW, _ in 5 * dW }.diagnosis == .missingMean(5))
    #expect(check { dW, _ in dW / 5 }.diagnosis == .extraMean(5))
    #expect(check { dW, _ in dW / 2 }.diagnosis == .divided(2))
    #expect(
      "\(check { dW, _ in dW * 5 })".hasSuffix("5 times too large: 1/n with n = 5 is missing"))
    #expect("\(check { dW, _ in dW / 2 })".hasSuffix("every value is half of what it should be"))
    let odd = check { dW, _ in 0.7 * dW }
    #expect("\(odd)".hasSuffix("every value is 0.7 times what it should be: one factor is wrong"))
  }

  /// X is 5 × 4, W 4 × 4 and the output 5 × 4: nothing here is three.
  @Test func namesAMeanOnlyWhereThereAreSoMany() {
    #expect(check { dW, _ in 4 * dW }.diagnosis == .missingMean(4))
    #expect(check { dW, _ in 20 * dW }.diagnosis == .missingMean(20))
    let added = check { dW, _ in 3 * dW }
    #expect(added.diagnosis == .addedUp(3))
    #expect(
      "\(added)".hasSuffix("every value is 3 times too large: added up over three calls?"))
    #expect(
      "\(check { dW, _ in 12 * dW })".hasSuffix("12 times too large: added up over 12 calls?"))
    let divided = check { dW, _ in dW / 3 }
    #expect(divided.diagnosis == .divided(3))
    #expect(
      "\(divided)".hasSuffix("3 times too small: something is divided by 3 too often"))
    func loss(_ factor: Double, sizes: [Int]) -> GradientDiagnosis? {
      checkGradient(named: "W", factor * 2 * weight, at: weight, sizes: sizes) { ($0 * $0).sum() }
        .diagnosis
    }
    #expect(loss(3, sizes: []) == .addedUp(3))
    #expect(loss(3, sizes: [3]) == .missingMean(3))
    #expect(loss(1.0 / 3, sizes: [7, 3]) == .extraMean(3))
    #expect(loss(4, sizes: []) == .missingMean(4))
  }

  @Test func namesAStaleCache() {
    var cache: NDArray<Double>?
    let stale = checkGradient(named: "X", at: x) {
      if cache == nil { cache = $0 }
      return $0 * $0
    } backward: {
      $0 * 2 * cache!
    }
    #expect(stale.diagnosis == .staleCache && !stale.passed)
    #expect(
      "\(stale)".hasSuffix(
        "it is right for an earlier forward pass: the cache is stale, each forward pass must replace it"
      ))
    let fresh = checkGradient(named: "X", at: x) {
      cache = $0
      return $0 * $0
    } backward: {
      $0 * 2 * cache!
    }
    #expect(fresh.passed)
  }

  @Test func namesATranspose() {
    #expect(check { dW, _ in dW.T }.diagnosis == .transposed)
    let wide = checkGradient(named: "X", at: x) {
      $0.dot(weight)
    } backward: {
      $0.dot(weight.T).T
    }
    #expect(wide.diagnosis == .transposed)
    #expect(
      "\(wide)".hasPrefix(
        "gradient X: its shape is [4, 5], but what it is the gradient of has shape [5, 4]"))
  }

  @Test func namesABroadcastThatWasNotReduced() {
    let flat = checkGradient(named: "b", at: bias) {
      x.dot(weight) + $0
    } backward: {
      $0
    }
    #expect(flat.diagnosis == .notReduced(axes: [0]) && !flat.passed)
    #expect(
      "\(flat)" == """
        gradient b: its shape is [5, 4], but what it is the gradient of has shape [4]
          summed over axis 0 it is right: forward broadcasts there, so backward must sum there
        """)
    let column = NDArray<Double>.ones([5, 1])
    let tall = checkGradient(named: "c", at: column) {
      $0 * x
    } backward: {
      $0 * x
    }
    #expect(tall.diagnosis == .notReduced(axes: [1]))
  }

  @Test func namesZeros() {
    #expect(check { dW, _ in NDArray.zeros(like: dW) }.diagnosis == .zero)
    let partly = check { dW, _ in
      var dW = dW
      dW[0, 0] = 0
      dW[2, 1] = 0
      return dW
    }
    #expect(partly.diagnosis == .partlyZero && partly.wrong == 2)
  }

  @Test func namesTheRowThatIsWrong() {
    let report = check { dW, _ in
      var dW = dW
      dW[3] += 1
      return dW
    }
    #expect(report.diagnosis == .onlyAt(position: 3, axis: 0) && report.wrong == 4)
    #expect(report.worst?.index.first == 3)
  }

  @Test func namesAnIgnoredUpstreamGradient() {
    #expect(check { _, dY in x.T.dot(NDArray.ones(like: dY)) }.diagnosis == .upstreamIgnored)
  }

  @Test func namesNaN() {
    #expect(check { dW, _ in dW / 0 }.diagnosis == .notFinite)
  }

  @Test func namesAWrongShape() {
    let column = checkGradient(named: "b", at: bias) {
      x.dot(weight) + $0
    } backward: {
      $0.sum(axis: 0, keepDims: true)
    }
    #expect(!column.passed && column.diagnosis == .notReduced(axes: [0]))
    let lost = checkGradient(named: "b", at: bias) {
      x.dot(weight) + $0
    } backward: {
      $0[0..<2]
    }
    #expect(!lost.passed && lost.diagnosis == nil)
  }

  @Test func saysNothingWhereItKnowsNothing() {
    let report = check { dW, _ in dW + 1 }
    #expect(!report.passed && report.diagnosis == nil && report.wrong == 16)
  }

  @Test func leavesKinksOut() {
    let z: NDArray<Double> = [-1, -2e-6, 0, 3e-6, 1e-5, 0.5, 2, 4, 5, 6]
    let slope = (z .> 0).asType(Double.self)
    let report = checkGradient(named: "z", at: z) {
      maximum($0, 0)
    } backward: {
      $0 * slope
    }
    #expect(report.passed, "\(report)")
    #expect(report.kinks == 3 && report.compared == 7)
    #expect(
      "\(report)" == "gradient z: 7 elements agree with centred differences, 3 at a kink left out")
    let flipped = checkGradient(named: "z", at: z) {
      maximum($0, 0)
    } backward: {
      $0 * (1 - slope)
    }
    #expect(!flipped.passed && flipped.wrong == 7)
  }

  @Test func doesNotPassWhatIsMostlyKinks() {
    let zeros = NDArray.zeros([3])
    let report = checkGradient(named: "z", at: zeros) {
      maximum($0, 0)
    } backward: {
      $0
    }
    #expect(!report.passed)
    #expect(
      "\(report)" == "gradient z: 3 of 3 elements lie at kinks, too many to judge by the others")
  }

  @Test func noticesAFunctionThatIsNotRepeatable() {
    var generator = Generator(seed: 1)
    let report = checkGradient(named: "x", at: x) {
      $0 * generator.random($0.shape)
    } backward: {
      $0
    }
    #expect(!report.passed)
    #expect("\(report)".contains("gives different values for the same input"))
  }

  @Test func samplesLargeArraysInEveryPart() {
    let large = NDArray<Double>.linspace(-1, 1, count: 2000)
    let right = checkGradient(named: "x", at: large) {
      $0 * $0
    } backward: {
      2 * large * $0
    }
    #expect(right.passed && right.compared == 500)
    // Four neighbours that are wrong always hold a sampled one.
    for start in stride(from: 0, to: 2000, by: 400) {
      let report = checkGradient(named: "x", at: large) {
        $0 * $0
      } backward: {
        var gradient = 2 * large * $0
        gradient[start..<(start + 4)] += 1
        return gradient
      }
      #expect(!report.passed && report.wrong == 1)
    }
  }

  @Test func usesARandomUpstreamGradient() {
    // With ones, the gradient of a softmax's sum is 0 and any multiple of it would pass.
    func softmax(_ z: NDArray<Double>) -> NDArray<Double> {
      let e = exp(z)
      return e / e.sum(axis: 1, keepDims: true)
    }
    let p = softmax(x)
    func backward(_ dP: NDArray<Double>) -> NDArray<Double> {
      p * (dP - (dP * p).sum(axis: 1, keepDims: true))
    }
    #expect(checkGradient(named: "z", at: x, forward: softmax, backward: backward).passed)
    let doubled = checkGradient(named: "z", at: x, forward: softmax) { 2 * backward($0) }
    #expect(doubled.diagnosis == .doubled)
  }
}
