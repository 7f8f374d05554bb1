import Classification
import GradedTests
import NDArray
import Testing

@Suite(.graded) struct PerceptronChecks {
  @Test("scores and answers") func perceptronAnswers() {
    var perceptron = Perceptron(features: 2)
    perceptron.weights = [2, -1]
    perceptron.bias = -1
    let x: NDArray<Double> = [[1, 0], [0, 0], [1, 1], [3, 1], [0, 2]]
    expectEqual(perceptron.scores(x), [1, -1, 0, 4, -3], "scores Xw + b")
    expectEqual(perceptron.predictions(x), [1, -1, 1, 1, -1], "answers; a score of 0 is +1")
  }

  @Test("learns from a mistake and only from a mistake") func perceptronLearns() {
    var perceptron = Perceptron(features: 2)
    let first = perceptron.learn([2, 1], -1)
    #expect(first, "a score of 0 is on no side: that is a mistake")
    expectEqual(perceptron.weights, [-2, -1], "w after the mistake x = (2, 1), y = −1")
    #expect(perceptron.bias == -1, "b after that mistake: expected -1, got \(perceptron.bias)")
    let second = perceptron.learn([1, 1], -1)
    #expect(!second, "the score −4 of (1, 1) has the sign of y: no mistake")
    expectEqual(perceptron.weights, [-2, -1], "w after a right answer")
    let third = perceptron.learn([-1, 0], -1)
    #expect(third, "the score 1 of (−1, 0) is on the wrong side of y = −1")
    expectEqual(perceptron.weights, [-1, -1], "w after the second mistake")
    #expect(
      perceptron.bias == -2, "b after the second mistake: expected -2, got \(perceptron.bias)")
    var other = Perceptron(features: 2)
    let mistaken = other.learn([1, 2], 1)
    #expect(mistaken, "a score of 0 is on no side for y = 1 either")
    expectEqual(other.weights, [1, 2], "w after the mistake x = (1, 2), y = 1")
    let fourth = perceptron.learn([-4, 1], 1)
    #expect(!fourth, "the score 1 of (−4, 1) has the sign of y = 1: no mistake")
  }

  @Test("walks the same way as scikit-learn's Perceptron") func perceptronAgainstScikitLearn()
    throws
  {
    struct Case: Decodable {
      struct After: Decodable {
        let passes: Int
        let weights: NDArray<Double>
        let bias: Double
      }
      let features, labels: NDArray<Double>
      let after: [After]
    }
    let expected: Case = try reference("perceptron.json")
    for after in expected.after {
      var perceptron = Perceptron(features: 2)
      _ = perceptron.fit(expected.features, expected.labels, passes: after.passes)
      expectClose(perceptron.weights, after.weights, "w after \(after.passes) passes")
      expectClose(perceptron.bias, after.bias, "b after \(after.passes) passes")
      var again = Perceptron(features: 2)
      for _ in 0..<after.passes { _ = again.fit(expected.features, expected.labels, passes: 1) }
      expectClose(
        again.weights, after.weights,
        "w after \(after.passes) calls of one pass each: every call goes on from the weights that are there"
      )
    }
  }

  /// Novikoff 1962: with $\lVert x\rVert \le R$ and a separating plane at distance $\gamma$ from every
  /// object, there are at most $(R/\gamma)^2$ mistakes. The 1 that stands for the bias counts in both.
  @Test("ends on separable classes, within Novikoff's bound") func perceptronConverges() {
    var generator = Generator(seed: 5)
    var x = generator.standardNormal([60, 2])
    let side = x[.all, 0] + x[.all, 1]
    let y = which(side .>= 0, 1.0, -1.0)
    x += NDArray.full([60, 2], 0.2) * y[.all, .newAxis]
    var perceptron = Perceptron(features: 2)
    let mistakes = perceptron.fit(x, y, passes: 500)
    #expect(mistakes.last == 0, "the last pass is free of mistakes; got \(mistakes.suffix(3))")
    #expect(mistakes.dropLast().allSatisfy { $0 > 0 }, "it stops after the first pass without any")
    expectEqual(perceptron.predictions(x), y, "every object on its side")
    var untaught = Perceptron(features: 2)
    #expect(untaught.fit(x, y, passes: 0).isEmpty, "no passes: nothing to count")
    let margin = (y * (x[.all, 0] + x[.all, 1])).min() / 2.0.squareRoot()
    let bound = ((x * x).sum(axis: 1).max() + 1) / (margin * margin)
    let total = mistakes.reduce(0, +)
    #expect(Double(total) <= bound, "\(total) mistakes, the bound is \(bound)")
  }

  @Test("never ends on XOR") func perceptronCannotLearnXor() {
    var perceptron = Perceptron(features: 2)
    let mistakes = perceptron.fit(
      [[0, 0], [0, 1], [1, 0], [1, 1]], [-1, 1, 1, -1], passes: 100)
    #expect(mistakes.count == 100, "it goes on to the last pass; got \(mistakes.count) passes")
    #expect(
      mistakes.allSatisfy { $0 == 4 },
      "by hand: each pass makes 4 mistakes and ends where it began, at 0; got \(mistakes.prefix(3))"
    )
  }
}
