import GradedTests
import NDArray
import Regression
import Testing

@Suite(.graded) struct LossChecks {
  @Test("a plane answers for every object") func planeAnswers() {
    let model = LinearModel(intercept: 0.5, weights: [2, -1, 0.25])
    let x: NDArray<Double> = [[1, 1, 4], [0, 3, 8]]
    expectClose(model.predictions(x), [2.5, -0.5], "w₀ + xᵀw for two objects of three features")
    expectClose(model.predictions([[0, 0, 0]]), [0.5], "one object, all features 0: the intercept")
    #expect(LinearModel([0.5, 2, -1, 0.25]) == model)
  }

  @Test("a column of ones stands in front") func onesComeFirst() {
    let x: NDArray<Double> = [[4, 5], [6, 7], [8, 9]]
    expectEqual(withOnes(x), [[1, 4, 5], [1, 6, 7], [1, 8, 9]], "three objects of two features")
    expectShape(withOnes(NDArray.zeros([5, 0])), [5, 1], "five objects without features")
  }

  @Test("MSE by hand: 3 at zero, 1/18 at the best line") func squaredErrorByHand() {
    expectClose(
      SquaredError.value(pencilX, pencilY, at: [0, 0]), 3, "at w = (0, 0): (1 + 4 + 4)/3")
    let best = SquaredError.value(pencilX, pencilY, at: NDArray([2.0 / 3, 0.5]))
    expectClose(best, 1.0 / 18, "at w = (2/3, 1/2)")
    let constant = SquaredError.value([[1], [1], [1]], [1, 2, 9], at: [4])
    expectClose(constant, 38.0 / 3, "the constant 4 for 1, 2, 9: (9 + 4 + 25)/3")
  }

  @Test("its gradient by hand: (−10/3, −22/3)") func squaredErrorGradientByHand() {
    let gradient = SquaredError.gradient(pencilX, pencilY, at: [0, 0])
    expectClose(gradient, NDArray([-10.0 / 3, -22.0 / 3]), "at w = (0, 0)")
    let w = 0 - 0.1 * gradient
    expectClose(w, NDArray([1.0 / 3, 11.0 / 15]), "after a step of η = 0.1")
    let loss = SquaredError.value(pencilX, pencilY, at: w)
    expectClose(loss, 0.10962962962962963, "the loss after it")
  }

  @Test("gradient check of MSE") func squaredErrorGradients() {
    var generator = Generator(seed: 1)
    for (n, d) in [(7, 3), (1, 2), (5, 1)] {
      let (x, y) = (lopsidedTable(n, d, &generator), generator.standardNormal([n]))
      let w = generator.standardNormal([d + 1])
      expectGradient(SquaredError.gradient(x, y, at: w), at: w, named: "∇L, \(n) objects") {
        square(y - x.dot($0)).sum() / Double(n)
      }
    }
  }

  @Test("agrees with scikit-learn's MSE and MAE") func lossesAgainstScikitLearn() throws {
    for stored in try LeastSquaresCase.all() {
      let (mse, mae) = (
        SquaredError.value(stored.x, stored.y, at: stored.w),
        AbsoluteError.value(stored.x, stored.y, at: stored.w)
      )
      expectClose(mse, stored.mse, "MSE, \(stored.name)")
      expectClose(mae, stored.mae, "MAE, \(stored.name)")
    }
  }

  @Test("the matrix of second derivatives, 2/n XᵀX") func hessianOfTheBowl() throws {
    let eigenvalues = try Linalg.eigvalsh(SquaredError.hessian(pencilX))
    let root = (265.0 / 9).squareRoot()
    expectClose(eigenvalues, NDArray([17.0 / 3 - root, 17.0 / 3 + root]), "0.240393 and 11.092940")
    var generator = Generator(seed: 2)
    let x = lopsidedTable(6, 2, &generator)
    let y = generator.standardNormal([6])
    let (w, step) = (generator.standardNormal([3]), generator.standardNormal([3]))
    let change = SquaredError.gradient(x, y, at: w + step) - SquaredError.gradient(x, y, at: w)
    expectClose(
      SquaredError.hessian(x).dot(step), change, "times a step: how the gradient changes along it")
  }

  @Test("MAE by hand, and its slope where nothing is 0") func absoluteErrorByHand() {
    let best = AbsoluteError.value(pencilX, pencilY, at: NDArray([2.0 / 3, 0.5]))
    expectClose(best, 2.0 / 9, "at w = (2/3, 1/2)")
    expectClose(AbsoluteError.gradient(pencilX, pencilY, at: [0, 0]), [-1, -2], "at w = (0, 0)")
    expectClose(
      AbsoluteError.gradient(pencilX, pencilY, at: [5, 0]), [1, 2],
      "at w = (5, 0), above all objects")
  }

  @Test("a residual of 0 has no side: sign(0) = 0") func absoluteErrorAtTheKink() {
    let gradient = AbsoluteError.gradient([[1, 1], [1, 4]], [2, 3], at: [2, 0])
    expectClose(gradient, [-0.5, -2], "residuals 0 and 1: only the second object counts")
    let flat = AbsoluteError.gradient([[1], [1], [1]], [1, 2, 9], at: [2])
    expectClose(flat, [0], "the constant 2 for 1, 2, 9: one below, one above, one met")
  }

  @Test("gradient check of MAE, away from its kinks") func absoluteErrorGradients() {
    var generator = Generator(seed: 3)
    let (x, y) = (lopsidedTable(7, 2, &generator), generator.standardNormal([7]))
    let w = generator.standardNormal([3])
    expectGradient(AbsoluteError.gradient(x, y, at: w), at: w, named: "∇L of MAE") {
      abs(y - x.dot($0)).sum() / 7
    }
  }
}
