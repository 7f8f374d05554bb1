import GradedTests
import NDArray
import Regression
import Testing

@Suite(.graded) struct LeastSquaresChecks {
  @Test("the best line by hand: (2/3, 1/2)") func lineByHand() throws {
    let w = try normalEquation(pencilX, pencilY)
    expectClose(w, NDArray([2.0 / 3, 0.5]), "w for x = (1, 2, 3), y = (1, 2, 2)")
    let predictions = pencilX.dot(w)
    expectClose(predictions, NDArray([7.0 / 6, 5.0 / 3, 13.0 / 6]), "its answers")
  }

  @Test("what is left is at right angles to every column") func residualsAreOrthogonal() throws {
    var generator = Generator(seed: 4)
    let (x, y) = (lopsidedTable(9, 4, &generator), generator.standardNormal([9]))
    let residuals = y - x.dot(try normalEquation(x, y))
    expectClose(x.T.dot(residuals), NDArray.zeros([5]), tolerance: 1e-11, "Xᵀ(y − Xw)")
  }

  @Test("agrees with scikit-learn") func normalEquationAgainstScikitLearn() throws {
    for stored in try LeastSquaresCase.all() {
      let w = try normalEquation(stored.x, stored.y)
      expectClose(w, stored.solution, tolerance: 1e-10, "w, \(stored.name)")
    }
  }

  @Test("columns that depend on each other are an error") func singularIsAnError() {
    let y: NDArray<Double> = [1, 2, 2]
    func expectRefused(_ x: NDArray<Double>, rank: Int, _ what: String) {
      do {
        let w = try normalEquation(x, y[0..<x.shape[0]])
        Issue.record("\(what): expected RegressionError.dependentColumns, got w = \(w)")
      } catch let error as RegressionError {
        #expect(error == .dependentColumns(rank: rank, columns: x.shape[1]), "\(what)")
      } catch {
        Issue.record("\(what): expected RegressionError.dependentColumns, got \(error)")
      }
    }
    expectRefused([[1, 2], [2, 4], [3, 6]], rank: 1, "the second column is twice the first")
    expectRefused(
      [[0.1, 0.3], [0.2, 0.6], [0.7, 2.1]], rank: 1, "three times the first, up to rounding")
    expectRefused([[1, 2, 3], [4, 5, 7]], rank: 2, "two objects for three weights")
    let t = NDArray.linspace(0, 1, count: 15)
    let powers = stacked((0..<12).map { t ** Double($0) }, axis: 1)
    do {
      _ = try normalEquation(powers, t)
    } catch {
      Issue.record(
        "12 powers of 15 numbers nearly depend on each other and yet do not: ask for the rank of X, XᵀX has lost it; got \(error)"
      )
    }
  }

  @Test("a triangle is solved from below") func backSubstitutionByHand() {
    let r: NDArray<Double> = [[2, -1, 3], [0, 4, 2], [0, 0, -5]]
    expectClose(backSubstitution(r, [13.5, 14, -10]), [5, 2.5, 2], "three unknowns")
    expectClose(backSubstitution([[4]], [2]), [0.5], "one unknown")
    let below: NDArray<Double> = [[2, 1], [7, 4]]
    expectClose(
      backSubstitution(below, [4, 8]), [1, 2], "what stands below the diagonal is not read")
  }

  @Test("least squares by QR") func qrAgainstScikitLearn() throws {
    for stored in try LeastSquaresCase.all() {
      let w = leastSquaresByQR(stored.x, stored.y)
      expectClose(w, stored.solution, tolerance: 1e-10, "w by QR, \(stored.name)")
    }
  }

  @Test("least squares by SVD") func svdAgainstScikitLearn() throws {
    for stored in try LeastSquaresCase.all() {
      let w = try leastSquaresBySVD(stored.x, stored.y)
      expectClose(w, stored.solution, tolerance: 1e-10, "w by SVD, \(stored.name)")
    }
  }

  @Test("where many w are best, SVD takes the shortest") func svdOfASingularTable() throws {
    struct Case: Decodable { let x, y, solution: NDArray<Double> }
    let cases: [Case] = try reference("singular.json")
    for stored in cases {
      let what = "\(stored.x.shape[0]) objects, \(stored.x.shape[1]) columns"
      expectClose(try leastSquaresBySVD(stored.x, stored.y), stored.solution, "w, \(what)")
      let small = try leastSquaresBySVD(1e-20 * stored.x, 1e-20 * stored.y)
      expectClose(
        small, stored.solution,
        "w, \(what), all numbers times 1e−20: small means small beside the largest singular value")
    }
    let two: NDArray<Double> = [[3, 0], [0, 0.5], [0, 0]]
    expectClose(
      try leastSquaresBySVD(two, [6, 1, 9], tolerance: 0.2), [2, 0],
      "singular values 3 and 0.5, tolerance 0.2: 0.5 ≤ 0.2 · 3 is left out")
    expectClose(
      try leastSquaresBySVD(two, [6, 1, 9], tolerance: 0.1), [2, 2], "tolerance 0.1: both stay")
    expectClose(
      try leastSquaresBySVD(NDArray.zeros([3, 2]), [1, 2, 3]), [0, 0],
      "a table of zeros says nothing: no direction is left, and the shortest w is 0")
  }

  @Test("QR and SVD keep the digits that XᵀX loses") func digitsAreKept() throws {
    let t = NDArray.linspace(0, 1, count: 15)
    let x = stacked((0..<9).map { t ** Double($0) }, axis: 1)
    let y = x.sum(axis: 1)  // w = (1, …, 1) fits exactly
    let ones = NDArray.ones([9])
    let qr = abs(leastSquaresByQR(x, y) - ones).max()
    let svd = abs(try leastSquaresBySVD(x, y) - ones).max()
    #expect(
      qr < 1e-9, "QR: w is wrong by \(qr); is XᵀX formed on the way? The condition is squared by it"
    )
    #expect(svd < 1e-9, "SVD: w is wrong by \(svd); is XᵀX formed on the way?")
  }

  // MARK: - Ridge

  @Test("ridge by hand, with the intercept and without it") func ridgeByHand() throws {
    let free = try ridge(pencilX, pencilY, lambda: 1)
    expectClose(free, NDArray([1, 1.0 / 3]), "λ = 1, the intercept is free")
    let both = try ridge(pencilX, pencilY, lambda: 1, penalisesIntercept: true)
    expectClose(both, NDArray([0.375, 7.0 / 12]), "λ = 1, the intercept is penalised too")
    let mean = try ridge(pencilX, pencilY, lambda: 3)
    expectClose(
      mean, NDArray([19.0 / 15, 0.2]), "λ = 3 is what λ = 1 would be beside the *mean* of squares")
  }

  @Test("agrees with scikit-learn's Ridge") func ridgeAgainstScikitLearn() throws {
    for stored in try LeastSquaresCase.all() {
      for expected in stored.ridge {
        let what = "λ = \(expected.lambda), \(stored.name)"
        let free = try ridge(stored.x, stored.y, lambda: expected.lambda)
        expectClose(free, expected.free, tolerance: 1e-9, "free intercept, \(what)")
        let both = try ridge(stored.x, stored.y, lambda: expected.lambda, penalisesIntercept: true)
        expectClose(both, expected.penalised, tolerance: 1e-9, "penalised intercept, \(what)")
      }
    }
  }

  @Test("λ = 0 is least squares, a huge λ the mean") func ridgeAtItsEnds() throws {
    var generator = Generator(seed: 5)
    let (x, y) = (lopsidedTable(8, 2, &generator), generator.standardNormal([8]) + 5)
    expectClose(
      try ridge(x, y, lambda: 0), leastSquares(x, y), tolerance: 1e-9, "λ = 0")
    let small = try ridge(
      1e-6 * NDArray([[1.0], [2], [3]]), pencilY, lambda: 0, penalisesIntercept: true)
    expectClose(
      1e-6 * small, NDArray([11.0 / 14]),
      "λ = 0, numbers about 10⁻⁶: even a little that is added to XᵀX for safety is much beside it")
    let flat = try ridge(x, y, lambda: 1e12)
    expectClose(
      flat, NDArray([y.mean(), 0, 0]), tolerance: 1e-8,
      "λ = 10¹²: slopes 0, intercept the mean of y")
  }

  @Test("ridge answers where the columns depend on each other") func ridgeOfASingularTable() throws
  {
    let x: NDArray<Double> = [[1, 2, 4], [1, 3, 6], [1, 5, 10]]
    let w = try ridge(x, [1, 2, 2], lambda: 0.5)
    let gradient = x.T.dot(x.dot(w) - [1, 2, 2]) + 0.5 * w * [0, 1, 1]
    expectClose(gradient, [0, 0, 0], tolerance: 1e-10, "half the gradient of SSE + λ‖w‖²")
  }

  /// From the normal equation's own words, by NDArray.
  private func leastSquares(_ x: NDArray<Double>, _ y: NDArray<Double>) -> NDArray<Double> {
    (try? Linalg.lstsq(x, y).solution) ?? []
  }
}
