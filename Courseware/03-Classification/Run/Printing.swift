import Classification
import CourseKit
import Foundation
import NDArray

/// The share of equal labels, and how many they are: "0.9825 (112 of 114)".
func agreement(_ predicted: NDArray<Int>, _ actual: NDArray<Int>) -> String {
  let right = (predicted .== actual).asType(Int.self).sum()
  return "\((Double(right) / Double(actual.count)).text(4)) (\(right) of \(actual.count))"
}

/// What scikit-learn reached on the same parts; made by References/make_references.py.
struct Measure: Decodable {
  let train, test: Double
  let right, of: Int
  let area: Double?

  var text: String { "\(test.text(4)) (\(right) of \(of))" }

  static func scikitLearn(_ name: String) throws -> Measure {
    let data = try Data(contentsOf: unit.appendingPathComponent("References/runs.json"))
    let measures = try JSONDecoder().decode([String: Measure].self, from: data)
    return measures[name]!
  }
}

private let unit = unitFolder()
