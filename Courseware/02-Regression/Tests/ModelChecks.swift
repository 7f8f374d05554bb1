import CourseKit
import GradedTests
import NDArray
import Regression
import Testing

@Suite(.graded) struct ModelChecks {
  @Test("R² by hand: 0.75") func r2ByHand() {
    expectClose(
      r2(pencilY, predicted: NDArray([7.0 / 6, 5.0 / 3, 13.0 / 6])), 0.75, "the best line")
    expectClose(
      r2([1, 2, 3, 4], predicted: [1.5, 1.5, 3, 4.5]), 0.85, "(1.5, 1.5, 3, 4.5) for (1, 2, 3, 4)")
    expectClose(r2([1, 2, 9], predicted: [4, 4, 4]), 0, "the mean for everyone")
    expectClose(r2([1, 2, 3, 4], predicted: [0, 0, 0, 0]), -5, "zero for everyone")
    expectClose(r2([1, 5], predicted: [1, 5]), 1, "everyone met")
  }

  @Test("agrees with scikit-learn's R²") func r2AgainstScikitLearn() throws {
    for stored in try LeastSquaresCase.all() {
      expectClose(r2(stored.y, predicted: stored.x.dot(stored.w)), stored.r2, "R², \(stored.name)")
    }
  }

  @Test("bias and variance by hand") func biasAndVarianceByHand() {
    // Two samples, three objects: the mean answers are (2, 1, 0), the truth (0, 1, 3).
    let result = biasAndVariance([[1, 1, 0], [3, 1, 0]], truth: [0, 1, 3])
    expectClose(result.squaredBias, 13.0 / 3, "bias²: (4 + 0 + 9)/3")
    expectClose(result.variance, 1.0 / 3, "variance: (1 + 0 + 0)/3, divisor 2 for two samples")
  }

  @Test("squared error = bias² + variance") func biasAndVarianceAddUp() {
    var generator = Generator(seed: 8)
    let (answers, truth) = (generator.standardNormal([5, 7]) + 1, generator.standardNormal([7]))
    let result = biasAndVariance(answers, truth: truth)
    let error = square(answers - truth).mean()
    expectClose(result.squaredBias + result.variance, error, "bias² + variance of 5 samples")
    let one = biasAndVariance(answers[0..<1], truth: truth)
    expectClose(one.variance, 0, "one sample alone does not vary")
  }

  @Test("mean 0 and deviation 1, each column by itself") func standardisedMoments() {
    var generator = Generator(seed: 9)
    let x = generator.standardNormal([11, 3]) * [1, 20, 0.3] + [5, -100, 0]
    let z = Standardisation(fitting: x)(x)
    expectClose(z.mean(axis: 0), [0, 0, 0], "the means")
    expectClose(
      square(z).mean(axis: 0), [1, 1, 1],
      "the mean squares: the deviation's divisor is n, not n − 1")
  }

  @Test("new objects are measured by the training part") func newObjectsAreMeasuredByTheOld() {
    let scale = Standardisation(fitting: [[1, 10], [3, 30], [5, 20], [7, 20]])
    expectClose(scale.mean, [4, 20], "the means of the training part")
    let z = scale(NDArray([[4 + 5.0.squareRoot(), 20 - 50.0.squareRoot()]]))
    expectClose(z, [[1, -1]], "one new object, one deviation away in both features")
  }

  @Test("weights come back to raw features") func weightsComeBack() {
    var generator = Generator(seed: 10)
    let x = generator.standardNormal([6, 3]) * [2, 50, 0.1] + [1, -30, 4]
    let scale = Standardisation(fitting: x)
    let model = LinearModel(intercept: 7, weights: [1, -2, 0.5])
    let raw = scale.raw(model)
    let z = (x - x.mean(axis: 0)) / x.std(axis: 0)
    expectClose(
      x.dot(raw.weights) + raw.intercept, z.dot(model.weights) + 7, "the answers from raw features")
    expectClose(
      scale.raw(LinearModel(intercept: 7, weights: [0, 0, 0])).intercept, 7,
      "no weights: the intercept stays")
  }

  @Test("powers of x are columns") func powersAreColumns() {
    expectClose(
      powers([2, -1, 0], degree: 3), [[1, 2, 4, 8], [1, -1, 1, -1], [1, 0, 0, 0]], "1, x, x², x³")
    expectClose(powers([5, 6], degree: 0), [[1], [1]], "degree 0: the column of ones alone")
  }

  @Test("a curve through as many points as it has weights meets them all") func curvesOvertrain()
    throws
  {
    let x: NDArray<Double> = [0, 1, 2, 4]
    let y: NDArray<Double> = [1, -1, 2, 0]
    var errors: [Double] = []
    for degree in 0...3 {
      let table = powers(x, degree: degree)
      let w = try normalEquation(table, y)
      errors.append(square(y - table.dot(w)).mean())
    }
    #expect(errors == errors.sorted(by: >), "the training error falls with each power: \(errors)")
    expectClose(errors[3], 0, tolerance: 1e-12, "degree 3 through 4 points")
  }

  @Test("squared distances between two tables") func distancesBetweenTables() throws {
    let distances = NearestNeighbours.squaredDistances(
      [[0, 0], [3, 4]], [[0, 0], [3, 0], [0, 4]])
    expectClose(distances, [[0, 9, 16], [25, 16, 9]], "two points to three")
    let near = NearestNeighbours.squaredDistances([[1e8, 0]], NDArray([[1e8 + 1, 0]]))
    expectClose(near, [[1]], "far from the origin: x² − 2xy + y² would lose all digits")
  }

  @Test("the nearest answer, ties to the earlier object") func neighboursByHand() {
    let x: NDArray<Double> = [[0, 0], [2, 0], [0, 3], [9, 9]]
    let y: NDArray<Double> = [1, 5, 10, 100]
    func answer(_ k: Int, _ query: NDArray<Double>) -> NDArray<Double> {
      NearestNeighbours(k: k, x, y).predictions(query)
    }
    expectClose(answer(1, [[0.1, 0.1], [8, 8]]), [1, 100], "the one nearest")
    expectClose(answer(1, [[1, 0]]), [1], "as near to the first as to the second: the earlier")
    expectClose(answer(2, [[0.1, 2]]), [5.5], "the two nearest")
    expectClose(answer(4, [[5, 5]]), [29], "all of them")
  }

  @Test("agrees with scikit-learn's neighbours") func neighboursAgainstScikitLearn() throws {
    struct Stored: Decodable {
      let x, y, queries, answers, distances: NDArray<Double>
      let ks: NDArray<Int>
    }
    let stored: Stored = try reference("neighbours.json")
    expectClose(
      NearestNeighbours.squaredDistances(stored.queries, stored.x), stored.distances, "distances")
    for (i, k) in stored.ks.elements.enumerated() {
      let answers = NearestNeighbours(k: k, stored.x, stored.y).predictions(stored.queries)
      expectClose(answers, stored.answers[i], "k = \(k)")
    }
  }

  @Test("the best question for four objects") func stumpByHand() {
    let stump = Stump(fitting: [[1, 0], [2, 5], [3, 1], [7, 4]], [1, 1, 4, 7])
    #expect(
      stump == Stump(feature: 0, threshold: 2.5, below: 1, above: 5.5),
      "is x₀ ≤ 2.5? 1 below, 5.5 above; got \(stump)")
    expectClose(stump.predictions([[2.5, 0], [2.6, 0]]), [1, 5.5], "at the threshold: below")
  }

  @Test("agrees with scikit-learn's tree of depth 1") func stumpsAgainstScikitLearn() throws {
    struct Stored: Decodable {
      let x, y: NDArray<Double>
      let feature: Int
      let threshold, below, above: Double
    }
    let cases: [Stored] = try reference("stumps.json")
    for stored in cases {
      let stump = Stump(fitting: stored.x, stored.y)
      let what = "\(stored.y.count) objects"
      #expect(stump.feature == stored.feature, "\(what): the feature")
      expectClose(stump.threshold, stored.threshold, tolerance: 1e-6, "\(what): the threshold")
      expectClose(
        NDArray([stump.below, stump.above]), NDArray([stored.below, stored.above]),
        "\(what): both answers")
    }
  }

  @Test("Gini's impurity") func giniByHand() {
    expectClose(gini([3, 2]), 0.48, "3 of one class, 2 of the other")
    expectClose(gini([0, 7]), 0, "one class only")
    expectClose(gini([4, 4, 4]), 2.0 / 3, "three classes, evenly")
  }

  @Test("diabetes: every digit of scikit-learn's") func diabetesAgainstScikitLearn() throws {
    let expected: DiabetesReference = try reference("diabetes.json")
    let data = try Datasets.diabetes()
    let whole = LinearModel(try normalEquation(withOnes(data.features), data.targets))
    expectClose(
      whole.intercept, expected.intercept, tolerance: 1e-8, "the intercept, all 442 people")
    expectClose(whole.weights, expected.weights, tolerance: 1e-8, "the weights")
    expectClose(
      r2(data.targets, predicted: whole.predictions(data.features)), expected.allR2, "R² of all 442"
    )

    var generator = Generator(seed: 0)
    let order = generator.permutation(442)
    let (test, train) = (data[order[0..<88]], data[order[88...]])
    let scale = Standardisation(fitting: train.features)
    let model = LinearModel(
      leastSquaresByQR(withOnes(scale(train.features)), train.targets))
    let answers = model.predictions(scale(test.features))
    expectClose(r2(test.targets, predicted: answers), expected.testR2, "R² of the 88 held out")
    expectClose(square(test.targets - answers).mean(), expected.mse, "their MSE")
    expectClose(abs(test.targets - answers).mean(), expected.mae, "their MAE")
  }
}
