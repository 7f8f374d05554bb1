import GradedTests
import NDArray
import Regression

/// Three objects of one feature, x = (1, 2, 3), y = (1, 2, 2), with the column of ones in front.
let pencilX: NDArray<Double> = [[1, 1], [1, 2], [1, 3]]
let pencilY: NDArray<Double> = [1, 2, 2]

/// What scikit-learn says of a random table; made by References/make_references.py.
struct LeastSquaresCase: Decodable {
  struct Ridge: Decodable {
    let lambda: Double
    let free, penalised: NDArray<Double>
  }
  let x, y, w, solution: NDArray<Double>
  let mse, mae, r2: Double
  let ridge: [Ridge]

  /// "7 objects, 4 columns"
  var name: String { "\(x.shape[0]) objects, \(x.shape[1]) columns" }

  static func all() throws -> [LeastSquaresCase] { try reference("leastsquares.json") }
}

/// The data of the run with scikit-learn's scores on them.
struct DiabetesReference: Decodable {
  let allR2, intercept, trainR2, testR2, mse, mae, ridge10, stump: Double
  let weights: NDArray<Double>
}

/// A table with a column of ones and columns of very different sizes; nothing of it is the student's.
func lopsidedTable(_ objects: Int, _ features: Int, _ generator: inout Generator) -> NDArray<Double>
{
  let x =
    generator.standardNormal([objects, features]) * (1 + NDArray.arange(Double(features))) + 2
  return concatenated([NDArray.ones([objects, 1]), x], axis: 1)
}
