import Foundation
import Grading

/// The points of all students: stored verdicts, the settings' points and deadlines, and the overrides.
struct Gradebook {
  let title: String
  var students: [StudentScore] = []
  /// What looks like a mistake in the instructor's tables and keeps nobody from being graded.
  var warnings: [String] = []

  init(_ folder: ResultsFolder, settings: CourseSettings, units: [GradedUnit]) throws {
    title = settings.title
    let records = try folder.records()
    let names = records.map(\.student)
    let overrides = try Self.data(of: folder.overrides).map {
      try Overrides(
        $0, file: folder.overrides.lastPathComponent, units: units, students: names)
    }
    var times: [String: Date]?
    if let data = Self.data(of: folder.times) {
      let table = try Table(
        data, file: folder.times.lastPathComponent, header: ["student", "submitted"],
        mayLackHeader: true)
      times = try Self.times(in: table)
      warnings = table.rows.filter { !names.contains($0.fields[0]) }.map {
        "\(table.file):\($0.line): nobody called “\($0.fields[0])” was graded"
      }
    }
    students = records.map { record in
      StudentScore(
        record, units: units, overrides: overrides ?? Overrides(),
        submitted: times?[record.student])
    }
  }

  private static func data(of file: URL) -> Data? {
    FileManager.default.contents(atPath: file.path)
  }

  /// The second field in ISO 8601 with its time zone.
  private static func times(in table: Table) throws -> [String: Date] {
    var times: [String: Date] = [:]
    for row in table.rows {
      guard let time = try? Date(row.fields[1], strategy: .iso8601) else {
        throw table.failure(
          "a line is a student and a time like 2026-10-12T23:59:00+02:00", row)
      }
      guard times.updateValue(time, forKey: row.fields[0]) == nil else {
        throw table.failure("a second line for \(row.fields[0])", row)
      }
    }
    return times
  }
}

/// The points of one student.
struct StudentScore {
  var student: String
  var units: [UnitScore]

  var points: Double { units.reduce(0) { $0 + $1.points } }
  var possible: Double { units.reduce(0) { $0 + $1.possible } }
  var seconds: Double { units.reduce(0) { $0 + $1.seconds } }

  init(_ record: GradeRecord, units: [GradedUnit], overrides: Overrides, submitted: Date?) {
    student = record.student
    self.units = units.map { unit in
      UnitScore(
        record.units[unit.unit.folderName], of: record.student, unit: unit, overrides: overrides,
        submitted: submitted)
    }
  }
}

/// The points of one student in one unit.
struct UnitScore {
  let unit: CourseUnit
  let title: String
  var checks: [CheckScore]
  var problem: String?
  /// What was taken for the solution where that was not plain; for the student.
  var remarks: [String]
  var notes: [String]
  var figures: [String]
  var seconds: Double
  var gradedAt: Date?
  /// The sum of the checks, or what the instructor set in its place.
  var earned: Double
  var outOf: Double
  /// The part that is paid of a late submission.
  var factor = 1.0
  /// How late it was, in seconds.
  var late = 0.0
  var comment: String?
  /// What `earned` is worth in the course, after lateness.
  var points: Double
  var possible: Double

  fileprivate init(
    _ record: GradeRecord.Unit?, of student: String, unit: GradedUnit, overrides: Overrides,
    submitted: Date?
  ) {
    self.unit = unit.unit
    title = unit.exercise.manifest.title
    let stored = Dictionary(
      (record?.checks ?? []).map { ($0.id, $0.verdict) }, uniquingKeysWith: { $1 })
    checks = unit.checks.map { check in
      let verdict = stored[check.id] ?? Verdict(.missing, [Finding("it was not graded")])
      let override = overrides[student, unit.unit, check.id]
      return CheckScore(
        id: check.id, isHidden: check.isHidden, verdict: verdict,
        points: override?.points ?? (verdict.passed ? Double(check.points) : 0),
        possible: Double(check.points), override: override)
    }
    problem = record == nil ? "nothing was graded" : record?.problem
    remarks = record?.remarks ?? []
    notes = record?.notes ?? []
    figures = record?.figures ?? []
    seconds = record?.seconds ?? 0
    gradedAt = record?.gradedAt
    let override = overrides[student, unit.unit, ""]
    comment = override?.comment
    outOf = checks.reduce(0) { $0 + $1.possible }
    earned = override?.points ?? checks.reduce(0) { $0 + $1.points }
    if let deadline = unit.settings.deadline, let submitted, submitted > deadline {
      late = submitted.timeIntervalSince(deadline)
      factor = unit.settings.late.factor(secondsLate: late)
    }
    possible = unit.settings.points ?? outOf
    points = outOf == 0 ? 0 : ((earned / outOf * possible * factor) * 100).rounded() / 100
  }

  var hidden: [CheckScore] { checks.filter(\.isHidden) }
  var shown: [CheckScore] { checks.filter { !$0.isHidden } }
}

/// The points of one student for one check.
struct CheckScore {
  var id: String
  var isHidden: Bool
  var verdict: Verdict
  var points: Double
  var possible: Double
  var override: Overrides.Entry?

  /// What to tell the student, of a shown check.
  var sentences: [String] {
    if let override, !override.comment.isEmpty { return [override.comment] }
    return verdict.sentences
  }
}

extension Double {
  /// `3`, `2.5`
  var inPoints: String {
    self == rounded() ? String(Int(self)) : String(format: "%.2f", self).trimmingSuffix("0")
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = self
    while text.last == character { text.removeLast() }
    return text
  }
}
