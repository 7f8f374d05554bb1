import CourseKit
import NDArray
import Regression

/// The worked numbers of the text, printed by the code of the unit.
func lectureNumbers() throws {
  section("Three objects, by hand")
  let x = withOnes([[1], [2], [3]])
  let y: NDArray<Double> = [1, 2, 2]
  let w = try normalEquation(x, y)
  print("best line      w = \(w), answers \(x.dot(w))")
  print(
    "its MSE        \(SquaredError.value(x, y, at: w).text(7)), MAE \(AbsoluteError.value(x, y, at: w).text(6))"
  )
  print("its R²         \(r2(y, predicted: x.dot(w)).text(2))")
  let start: NDArray<Double> = [0, 0]
  let gradient = SquaredError.gradient(x, y, at: start)
  print("gradient at 0  \(gradient)")
  let next = start - 0.1 * gradient
  print(
    "step of 0.1    w = \(next), MSE \(SquaredError.value(x, y, at: start).text(0)) → \(SquaredError.value(x, y, at: next).text(6))"
  )
  print("MAE's slope    \(AbsoluteError.gradient(x, y, at: start))")
  print(
    "ridge, λ = 1   intercept free \(try ridge(x, y, lambda: 1)), penalised \(try ridge(x, y, lambda: 1, penalisesIntercept: true))"
  )
  print("ridge, λ = 3   \(try ridge(x, y, lambda: 3)), the same as λ = 1 beside the mean")
  do {
    _ = try normalEquation([[1, 2], [2, 4], [3, 6]], y)
  } catch {
    print("X with a column twice another: \(error)")
  }
  let constants: NDArray<Double> = [1, 2, 9]
  print(
    "1, 2, 9: the mean \(constants.mean()) has the least squares, the median \(constants.median()) the least distances"
  )
  print(
    "½(x² + y²), α = 0.1, from 1: \(descend(from: [1], rate: 0.1, steps: 3) { $0 }.points.map { ($0[0] as Double).text(3) })"
  )
}
