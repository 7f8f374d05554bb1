import Foundation
import Grading

/// What `grade` would refuse of a student's module, told by `check` while it can be mended.
struct GradeWarnings {
  let unit: CourseUnit

  /// Looks through what the last build of the unit's exercise has left.
  func findings(in package: ExercisePackage) async throws -> [Finding] {
    guard let data = Disk.contents(of: Array(package.moduleObject.path.utf8), limit: 100_000_000),
      let object = ObjectFile(data)
    else { return [] }
    let refusal = try await ObjectScreen(module: unit.name).refusal(of: object) { names in
      try Tool.capture(["swift", "demangle", "--compact"] + names.prefix(100)).output
        .split(separator: "\n").map(String.init)
    }
    guard let refusal else { return [] }
    let place = refusal.place(in: try sources(in: package.folder))
    return [Finding(say(refusal.message, refusal.values), at: place)]
  }

  private func sources(in folder: URL) throws -> [String: Data] {
    let sources = folder.appendingPathComponent("Sources")
    return Dictionary(
      uniqueKeysWithValues: try sources.filesBelow().map {
        (
          $0,
          FileManager.default.contents(atPath: sources.appendingPathComponent($0).path) ?? Data()
        )
      })
  }
}
