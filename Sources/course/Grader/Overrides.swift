import Foundation

/// What an instructor has decided by hand, in `RESULTS/overrides.csv`: points for a check, or for a whole unit where
/// the check is left empty.
struct Overrides: Equatable {
  struct Entry: Equatable {
    var points: Double
    var comment: String
  }

  private struct Key: Hashable {
    var student: String
    var unit: String
    var check: String
  }

  private static let header = ["student", "unit", "check", "points", "comment"]
  private var entries: [Key: Entry] = [:]

  init() {}

  /// - Throws: ``Failure`` at the line that is wrong.
  init(text: String, file: String, units: [GradedUnit]) throws {
    var rows = CSV.rows(of: text)
    guard !rows.isEmpty else { return }
    let header = rows.removeFirst()
    guard header.fields == Self.header else {
      throw Failure(
        "the first line must be \(Self.header.joined(separator: ","))", file: file, line: 1)
    }
    for row in rows {
      func failure(_ message: String) -> Failure {
        Failure(message, file: file, line: row.line)
      }
      guard row.fields.count == 5 else {
        throw failure("\(row.fields.count) fields, not \(Self.header.count)")
      }
      let (student, name, check) = (row.fields[0], row.fields[1], row.fields[2])
      guard let unit = units.first(where: { $0.unit.answers(to: name.lowercased()) }) else {
        throw failure("there is no graded unit “\(name)”")
      }
      guard check.isEmpty || unit.checks.contains(where: { $0.id == check }) else {
        throw failure("\(unit.unit.title) has no check “\(check)”")
      }
      guard let points = Double(row.fields[3]), points >= 0, points.isFinite else {
        throw failure("“\(row.fields[3])” is no number of points")
      }
      let key = Key(student: student, unit: unit.unit.name, check: check)
      guard entries.updateValue(.init(points: points, comment: row.fields[4]), forKey: key) == nil
      else { throw failure("a second line for \(student), \(unit.unit.name), \(check)") }
    }
  }

  subscript(student: String, unit: CourseUnit, check: String) -> Entry? {
    entries[Key(student: student, unit: unit.name, check: check)]
  }
}
