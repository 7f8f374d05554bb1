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

  /// - Parameters:
  ///   - units: the units that are graded now; lines for others of the course are left for another time.
  ///   - students: everybody of whom there are results.
  /// - Throws: ``Failure`` at the line that is wrong.
  init(_ data: Data, file: String, units: [GradedUnit], students: [String]) throws {
    let table = try Table(data, file: file, header: Self.header, optional: 1)
    let course = try units.first?.unit.repository.units() ?? []
    for row in table.rows {
      let (student, name, check) = (row.fields[0], row.fields[1], row.fields[2])
      guard students.contains(student) else {
        throw table.failure(
          "there is no student “\(student)”" + Self.hint(student, among: students), row)
      }
      guard let meant = course.first(where: { $0.answers(to: name) }) else {
        throw table.failure(
          "there is no unit “\(name)”" + Self.hint(name, among: course.map(\.name)), row)
      }
      guard let points = table.number(row.fields[3]), points >= 0, points.isFinite else {
        throw table.failure("“\(row.fields[3])” is no number of points", row)
      }
      guard let unit = units.first(where: { $0.unit.name == meant.name }) else { continue }
      let checks = unit.checks
      guard check.isEmpty || checks.contains(where: { $0.id == check }) else {
        let hint = Self.hint(check, among: checks.map(\.id))
        throw table.failure("\(meant.title) has no check “\(check)”" + hint, row)
      }
      let most = checks.filter { check.isEmpty || $0.id == check }.reduce(0) { $0 + $1.points }
      guard points <= Double(most) else {
        let what = check.isEmpty ? "all checks of \(meant.title) together are" : "\(check) is"
        throw table.failure("\(points.inPoints) points, but \(what) worth \(most)", row)
      }
      let key = Key(student: student, unit: meant.name, check: check)
      guard entries.updateValue(.init(points: points, comment: row.fields[4]), forKey: key) == nil
      else { throw table.failure("a second line for \(student), \(meant.name), \(check)", row) }
    }
  }

  private static func hint(_ name: String, among names: [String]) -> String {
    nearest(to: name, among: names).map { "; did you mean \($0)?" } ?? ""
  }

  subscript(student: String, unit: CourseUnit, check: String) -> Entry? {
    entries[Key(student: student, unit: unit.name, check: check)]
  }
}
