import Classification
import GradedTests
import NDArray
import Testing

/// $f(w) = \frac12\lVert w\rVert^2$, whose gradient is w.
private struct Bowl: Objective {
  func value(at point: NDArray<Double>) -> Double { square(point).sum() / 2 }
  func gradient(at point: NDArray<Double>) -> NDArray<Double> { point }
}

/// Rosenbrock's valley $(1 - x)^2 + 100(y - x^2)^2$, lowest at (1, 1).
private struct Valley: Objective {
  func value(at point: NDArray<Double>) -> Double {
    let (x, y) = (point.elements[0], point.elements[1])
    let rise = y - x * x
    return (1 - x) * (1 - x) + 100 * rise * rise
  }
  func gradient(at point: NDArray<Double>) -> NDArray<Double> {
    let (x, y) = (point.elements[0], point.elements[1])
    let rise = y - x * x
    return NDArray([-2 * (1 - x) - 400 * x * rise, 200 * rise])
  }
}

/// A model of the mean of the objects, $\frac1{2n}\sum_i\lVert w - x_i\rVert^2$: its steps can be told without any code of
/// the unit.
private struct MeanModel: LinearModel {
  var parameters: NDArray<Double> = [0, 0]
  func loss(_ features: NDArray<Double>, _ labels: NDArray<Int>) -> Double {
    square(parameters - features).sum() / Double(2 * labels.count)
  }
  func gradient(_ features: NDArray<Double>, _ labels: NDArray<Int>) -> NDArray<Double> {
    parameters - features.mean(axis: 0)
  }
}

@Suite(.graded) struct OptimiserChecks {
  @Test("gradient descent in a bowl: (1 − η)ᵏ of the start") func gradientDescentInABowl() {
    let descent = GradientDescent(rate: 0.1, steps: 3).minimise(Bowl(), from: [1, -2])
    expectClose(descent.point, [0.729, -1.458], "after 3 steps of η = 0.1: 0.9³(1, −2)")
    expectClose(
      NDArray(descent.values), [2.5, 2.025, 1.64025, 1.3286025],
      "values at the start and after each")
    let astray = GradientDescent(rate: 3, steps: 2).minimise(Bowl(), from: [1, -2])
    expectClose(astray.point, [4, -8], "η = 3 climbs: (1 − 3)²(1, −2); all steps are taken")
    expectClose(NDArray(astray.values), [2.5, 10, 40], "values where η is too large")
    let still = GradientDescent(rate: 0.1, steps: 0).minimise(Bowl(), from: [1, -2])
    expectClose(still.point, [1, -2], "no steps: the start")
    expectClose(NDArray(still.values), [2.5], "no steps: the value at the start")
  }

  @Test("mini-batches in NumPy's order") func stochasticAgainstNumPy() throws {
    struct Case: Decodable {
      let features: NDArray<Double>
      let labels: NDArray<Int>
      let rate: Double
      let batchSize, seed: Int
      let points: [NDArray<Double>]
    }
    let expected: Case = try reference("stochastic.json")
    let objective = LogisticRegression(features: 3).objective(expected.features, expected.labels)
    for epochs in 1...expected.points.count {
      var generator = Generator(seed: expected.seed)
      let descent = StochasticGradientDescent(
        rate: expected.rate, batchSize: expected.batchSize, epochs: epochs
      ).minimise(objective, from: NDArray.zeros([4]), using: &generator)
      expectClose(
        descent.point, expected.points[epochs - 1],
        "10 objects in batches of 4, 4 and 2, after \(epochs) epochs")
    }
    for (objects, batchSize) in [(9, 4), (3, 5), (6, 3), (5, 1), (1, 1)] {
      var generator = Generator(seed: objects)
      let x = generator.standardNormal([objects, 2])
      var expected: NDArray<Double> = [3, -1]
      var order = Generator(seed: 1)
      let rows = order.permutation(objects).elements
      for first in stride(from: 0, to: objects, by: batchSize) {
        let batch = Array(rows[first..<min(first + batchSize, objects)])
        expected -= 0.5 * (expected - x[NDArray(batch)].mean(axis: 0))
      }
      generator = Generator(seed: 1)
      let descent = StochasticGradientDescent(rate: 0.5, batchSize: batchSize, epochs: 1).minimise(
        MeanModel().objective(x, NDArray.arange(objects)), from: [3, -1], using: &generator)
      expectClose(
        descent.point, expected,
        "\(objects) objects in batches of \(batchSize): each is used once, the last batch takes what is left"
      )
    }
  }

  @Test("a step keeps both of Wolfe's conditions") func lineSearchKeepsWolfe() throws {
    let starts: [(NDArray<Double>, Double)] = [([-1.2, 1], 1), ([0, 0], 0.001), ([2, 3], 40)]
    for (start, scale) in starts {
      let direction = -scale * Valley().gradient(at: start)
      let t = try #require(
        LineSearch().step(Valley(), from: start, along: direction),
        "a step exists from \(start) along \(direction)")
      let end = start + t * direction
      let slope = (Valley().gradient(at: start) * direction).sum()
      let slopeAtEnd = (Valley().gradient(at: end) * direction).sum()
      let allowed = Valley().value(at: start) + 1e-4 * t * slope
      #expect(Valley().value(at: end) <= allowed, "step \(t) from \(start) is too long")
      #expect(slopeAtEnd >= 0.9 * slope, "step \(t) from \(start) is too short")
    }
    let whole = LineSearch().step(Bowl(), from: [1, -2], along: [-1, 2])
    #expect(whole == 1, "a first step t = 1 that is good is taken; got \(whole ?? .nan)")
    // On ½w² from 1 along −s a step is good for ts from 0.1 to 1.9998.
    expectFound(1 / 64, along: -100, "too long six times: halved six times")
    expectFound(128, along: -0.001, "too short seven times: doubled seven times")
    expectFound(nil, along: 1, "uphill there is no step")
    var strict = LineSearch()
    (strict.sufficientDecrease, strict.curvature) = (0.45, 0.01)
    // Now for ts from 0.99 to 1.1.
    expectFound(11 / 32, along: -3, "1 and ½ too long, ¼ too short, then the middles", by: strict)
    expectFound(
      3.5, along: -0.3, "1 and 2 too short, 4 too long, then the middles 3 and 3.5", by: strict)
    strict.trials = 4
    expectFound(nil, along: -0.3, "four trials where it takes five: none", by: strict)
    strict.trials = 5
    expectFound(3.5, along: -0.3, "the fifth of five trials is good", by: strict)
    expectFound(nil, along: -3, "five trials where it takes six: none", by: strict)
    var edge = LineSearch()
    edge.curvature = 0.5
    expectFound(1, along: -0.5, "a slope of just c₂φ'(0) is no longer too steep", by: edge)
    for (part, expected) in [(0.6, 1.0), (0.3, 2)] {
      let t = edge.step(Bowl(), from: [1, -2], along: -part * NDArray([1.0, -2]))
      #expect(
        t == expected,
        "on ½‖w‖² from (1, −2) along −\(part)(1, −2), c₂ = 0.5: expected \(expected), got \(t ?? .nan); a slope is ∇f·d, a sum over all weights"
      )
    }
    (edge.sufficientDecrease, edge.curvature) = (0.5, 0.9)
    expectFound(1, along: -1, "a fall of just c₁tφ'(0) is enough", by: edge)
  }

  /// Expects the step from 1 on ½w² along a direction.
  private func expectFound(
    _ expected: Double?, along direction: Double, _ why: String,
    by search: LineSearch = LineSearch(), sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let t = search.step(Bowl(), from: [1], along: NDArray([direction]))
    func told(_ t: Double?) -> String { t.map { "\($0)" } ?? "nil" }
    #expect(
      t == expected,
      "on ½w² from 1 along \(direction), c₁ = \(search.sufficientDecrease), c₂ = \(search.curvature): expected \(told(expected)), got \(told(t)); \(why)",
      sourceLocation: sourceLocation)
  }

  @Test("the two loops multiply by the matrix of BFGS") func twoLoopsAgainstTheMatrix() throws {
    struct Case: Decodable { let s, y, gradient, direction: NDArray<Double> }
    let cases: [Case] = try reference("lbfgs.json")
    for expected in cases {
      let pairs = (0..<expected.s.shape[0]).map { LBFGS.Pair(s: expected.s[$0], y: expected.y[$0]) }
      let direction = LBFGS.direction(expected.gradient, pairs)
      expectClose(direction, expected.direction, "−H∇f from \(pairs.count) pairs")
    }
  }

  @Test("L-BFGS ends where scikit-learn ends") func lbfgsFindsTheMinimum() throws {
    struct Found: Decodable {
      let labels: NDArray<Int>
      let parameters: NDArray<Double>
    }
    struct Case: Decodable {
      let features: NDArray<Double>
      let penalty: Double
      let logistic, softmax: Found
    }
    let expected: Case = try reference("minimum.json")
    let lbfgs = LBFGS(steps: 200, tolerance: 1e-9)
    let two = LogisticRegression(features: 4, penalty: expected.penalty)
    let end = lbfgs.minimise(
      two.objective(expected.features, expected.logistic.labels), from: two.parameters)
    expectClose(
      end.point, expected.logistic.parameters, tolerance: 1e-7, "logistic: intercept and weights")
    #expect(end.values.count < 40, "in a few steps, not in \(end.values.count - 1)")
    let three = SoftmaxRegression(features: 4, classes: 3, penalty: expected.penalty)
    let softmaxEnd = lbfgs.minimise(
      three.objective(expected.features, expected.softmax.labels), from: three.parameters)
    expectClose(
      softmaxEnd.point, expected.softmax.parameters, tolerance: 1e-7, "softmax: all parameters")
  }

  @Test("L-BFGS follows Rosenbrock's valley") func lbfgsFollowsAValley() {
    let descent = LBFGS(steps: 100, tolerance: 1e-9).minimise(Valley(), from: [-1.2, 1])
    expectClose(descent.point, [1, 1], tolerance: 1e-8, "the lowest point")
    #expect(zip(descent.values, descent.values.dropFirst()).allSatisfy { $0 > $1 }, "always down")
  }
}
