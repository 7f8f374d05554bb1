import Foundation

/// The tables of an instructor: a row a student, a row a check, and what the staff should look at.
struct GradeTables {
  let book: Gradebook

  var files: [String: String] {
    ["grades.csv": CSV.text(grades), "checks.csv": CSV.text(checks), "staff.csv": CSV.text(staff)]
  }

  private var grades: [[String]] {
    let titles = book.students.first?.units.flatMap {
      ["\($0.unit.folderName)", "\($0.unit.folderName) of", "\($0.unit.folderName) late h"]
    }
    return [["student", "points", "of"] + (titles ?? [])]
      + book.students.map { student in
        [student.student, student.points.inPoints, student.possible.inPoints]
          + student.units.flatMap { unit in
            [
              unit.points.inPoints, unit.possible.inPoints,
              unit.late == 0 ? "" : String(format: "%.1f", unit.late / 3600),
            ]
          }
      }
  }

  private var checks: [[String]] {
    let header = [
      "student", "unit", "check", "hidden", "outcome", "points", "of", "seconds", "message",
      "override",
    ]
    return [header]
      + book.students.flatMap { student in
        student.units.flatMap { unit in
          unit.checks.map { check in
            [
              student.student, unit.unit.folderName, check.id, check.isHidden ? "hidden" : "shown",
              check.verdict.outcome.rawValue, check.points.inPoints, check.possible.inPoints,
              String(format: "%.2f", check.verdict.seconds),
              check.verdict.sentences.joined(separator: "; "), check.override?.comment ?? "",
            ]
          }
        }
      }
  }

  private var staff: [[String]] {
    [["student", "unit", "note"]]
      + book.students.flatMap { student in
        student.units.flatMap { unit in
          ([unit.problem].compactMap(\.self) + unit.notes).map {
            [student.student, unit.unit.folderName, $0]
          }
        }
      }
  }
}
