import Foundation
import Grading

/// What `check --format json` prints; `Documentation/CheckOutput.md` describes it.
struct CheckRecord: Codable, Equatable {
  struct Unit: Codable, Equatable {
    var unit: String
    var title: String
    var earned: Int
    var possible: Int
    var seconds: Double
    /// Why no check could run at all.
    var problem: String?
    /// What the grader would refuse, though the checks may pass.
    var warnings: [Finding]?
    var checks: [Check]
  }

  struct Check: Codable, Equatable {
    var id: String
    var outcome: String
    var earned: Int
    var possible: Int
    var seconds: Double
    var findings: [Finding]
    /// Findings that are not listed.
    var moreFindings: Int?
    var printed: Grading.Printed?
  }

  struct Finding: Codable, Equatable {
    var message: String
    var reason: String?
    var file: String?
    var line: Int?
    var column: Int?
    /// The student's lines that led there.
    var callers: [Place]?
    /// What the compiler adds to an error.
    var notes: [Finding]?
  }

  struct Place: Codable, Equatable {
    var file: String
    var line: Int
    var column: Int
  }

  var version = 1
  var earned: Int
  var possible: Int
  var units: [Unit]

  init(_ results: [CheckResult]) {
    let score = results.map(\.score).reduce(Score(), +)
    (earned, possible) = (score.earned, score.possible)
    units = results.map(Unit.init)
  }

  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}

extension CheckRecord.Unit {
  fileprivate init(_ result: CheckResult) {
    let score = result.score
    let unit = result.selection.unit
    let root = unit.repository.root.resolvingSymlinksInPath().path + "/"
    self.init(
      unit: unit.folderName, title: result.selection.manifest.title, earned: score.earned,
      possible: score.possible, seconds: result.seconds, problem: result.problem?.description,
      warnings: result.warnings.isEmpty
        ? nil
        : result.warnings.map {
          CheckRecord.Finding(message: $0.message, file: $0.place?.file, line: $0.place?.line)
        },
      checks: zip(result.selection.checks, result.verdicts).map { check, verdict in
        CheckRecord.Check(
          id: check.id, outcome: verdict.outcome.rawValue,
          earned: verdict.passed ? check.points : 0, possible: check.points,
          seconds: verdict.seconds,
          findings: verdict.findings.map { CheckRecord.Finding($0, below: root) },
          moreFindings: verdict.moreFindings, printed: verdict.printed)
      })
  }
}

extension CheckRecord.Finding {
  fileprivate init(_ finding: Grading.Finding, below root: String) {
    let finding = finding.mappingFiles { String($0.trimmingPrefix(root)) }
    self.init(
      message: finding.sentence, reason: finding.reason?.rawValue, file: finding.place?.file,
      line: finding.place?.line, column: finding.place?.column,
      callers: finding.callers?.map { .init(file: $0.file, line: $0.line, column: $0.column) },
      notes: finding.notes?.map { Self($0, below: root) })
  }
}
