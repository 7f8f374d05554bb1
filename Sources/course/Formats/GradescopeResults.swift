import Foundation

/// `results.json` of a Gradescope autograder (https://gradescope-autograders.readthedocs.io/en/latest/specs).
///
/// A hidden check is named by its number, says nothing of why, and is seen after the grades are published.
struct GradescopeResults: Encodable {
  struct Test: Encodable {
    var name: String
    var number: String
    var score: Double
    var max_score: Double
    var status: String
    var output: String
    var output_format = "text"
    var tags: [String]
    var visibility: String
    var extra_data: [String: String] = [:]
  }

  var score: Double
  var execution_time: Double
  var output: String
  var output_format = "text"
  var visibility = "visible"
  var stdout_visibility = "hidden"
  var extra_data: [String: String]
  var leaderboard: [[String: String]] = []
  var tests: [Test]

  init(_ student: StudentScore) {
    score = student.points
    execution_time = student.seconds
    output = student.units.flatMap { unit in
      if let problem = unit.problem { return ["\(unit.unit.title): \(problem)"] }
      let percent = Int((unit.factor * 100).rounded())
      let late = unit.late > 0 ? ["handed in late, \(percent) % of the points are paid"] : []
      return (unit.remarks + late).map { "\(unit.unit.title): \($0)" }
    }.joined(separator: "\n")
    extra_data = ["student": student.student]
    tests = student.units.enumerated().flatMap { place, unit in
      unit.checks.enumerated().map { number, check in
        let hidden = number - unit.shown.count + 1
        return Test(
          name: "\(unit.unit.title): \(check.isHidden ? "hidden check \(hidden)" : check.id)",
          number: "\(place + 1).\(number + 1)", score: check.points, max_score: check.possible,
          status: check.verdict.passed ? "passed" : "failed",
          output: check.isHidden ? "" : check.sentences.joined(separator: "\n"),
          tags: [unit.unit.name], visibility: check.isHidden ? "after_published" : "visible")
      }
    }
  }

  func json() throws -> String { try JSONText.of(self) }
}

/// JSON as the formats have it: indented, keys in order.
enum JSONText {
  static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
