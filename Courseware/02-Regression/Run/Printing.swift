import CourseKit
import Foundation
import NDArray

/// A heading in the output.
func section(_ title: String) {
  print("\n\(title)\n" + String(repeating: "─", count: title.count))
}

extension Double {
  /// The number with this many digits after the point.
  func text(_ digits: Int) -> String { String(format: "%.\(digits)f", self) }

  /// As 1.2e-06.
  var scientific: String { String(format: "%.1e", self) }
}

extension String {
  /// The text, followed by blanks up to this width.
  func padding(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

/// What scikit-learn reaches on the same parts; made by References/make_references.py.
struct ScikitLearn: Decodable {
  let allR2, trainR2, testR2, mse, mae, ridge10: Double
  let neighbours1, neighbours5, neighbours20, stump, tree3: Double

  static func onDiabetes() throws -> ScikitLearn {
    let data = try Data(contentsOf: unit.appendingPathComponent("References/diabetes.json"))
    return try JSONDecoder().decode(ScikitLearn.self, from: data)
  }
}

/// Saves a figure in the unit's folder, wherever the run was started from.
func save(_ figure: Figure, _ name: String) throws {
  try figure.save(unit.appendingPathComponent("Figures/\(name)").path)
  print("figure: Figures/\(name).svg")
}

private let unit = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent()
