import CourseKit
import Foundation

/// What scikit-learn reaches on the same parts; made by References/make_references.py.
struct ScikitLearn: Decodable {
  let allR2, trainR2, testR2, mse, mae, ridge10: Double
  let neighbours1, neighbours5, neighbours20, stump, tree3: Double

  static func onDiabetes() throws -> ScikitLearn {
    let data = try Data(contentsOf: unit.appendingPathComponent("References/diabetes.json"))
    return try JSONDecoder().decode(ScikitLearn.self, from: data)
  }
}

private let unit = unitFolder()
