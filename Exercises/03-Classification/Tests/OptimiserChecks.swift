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

@Suite(.graded) struct OptimiserChecks {
  @Test("gradient descent in a bowl: (1 − η)ᵏ of the start") func gradientDescentInABowl() {
    let descent = GradientDescent(rate: 0.1, steps: 3).minimise(Bowl(), from: [1, -2])
    expectClose(descent.point, [0.729, -1.458], "after 3 steps of η = 0.1: 0.9³(1, −2)")
    expectClose(
      NDArray(descent.values), [2.5, 2.025, 1.64025, 1.3286025],
      "values at the start and after each")
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
