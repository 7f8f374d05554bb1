import Foundation

/// `result.json` of Classroom 50, `classroom50/result/v1`
/// (https://github.com/foundation50/classroom50/wiki/Advanced-Autograding).
///
/// What only its runner knows is in the environment there, and named after the student elsewhere. Scores are whole
/// numbers: the points of the checks, without lateness.
struct ClassroomResults: Encodable {
  struct Test: Encodable {
    var name: String
    var passed: Bool
    var score: Int
    var maxScore: Int

    enum CodingKeys: String, CodingKey {
      case name = "test-name"
      case passed, score
      case maxScore = "max-score"
    }
  }

  var schema = "classroom50/result/v1"
  var classroom: String
  var assignment: String
  var submission: String
  var commit: String
  var release: String
  var review: String
  var datetime: String
  var score: Int
  var maxScore: Int
  var tests: [Test]

  enum CodingKeys: String, CodingKey {
    case schema, classroom, assignment, submission, commit, release, review, datetime, score
    case maxScore = "max-score"
    case tests
  }

  init(
    _ score: UnitScore, environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    func setting(_ name: String, else value: String) -> String {
      environment[name].flatMap { $0.isEmpty ? nil : $0 } ?? value
    }
    classroom = setting("CLASSROOM", else: "course")
    assignment = setting("ASSIGNMENT", else: score.unit.folderName)
    submission = setting("SUBMISSION_TAG", else: "local")
    commit = setting("COMMIT_URL", else: "local")
    release = setting("RELEASE_URL", else: "local")
    review = setting("REVIEW_URL", else: commit)
    datetime = (score.gradedAt ?? .now).formatted(.iso8601)
    tests = score.checks.enumerated().map { number, check in
      let hidden = number - score.shown.count + 1
      return Test(
        name: check.isHidden ? "hidden check \(hidden)" : check.id, passed: check.verdict.passed,
        score: Int(check.points), maxScore: Int(check.possible))
    }
    self.score = tests.reduce(0) { $0 + $1.score }
    maxScore = tests.reduce(0) { $0 + $1.maxScore }
  }

  func json() throws -> String { try JSONText.of(self) }
}
