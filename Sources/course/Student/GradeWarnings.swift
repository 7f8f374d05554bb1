import Foundation
import Grading

/// What `grade` would refuse of a student's module, told by `check` while it can be mended.
struct GradeWarnings {
  let unit: CourseUnit

  /// Looks through what the last build of the unit's exercise has left.
  func findings(in folder: URL) async throws -> [Finding] {
    let sources = try sources(in: folder)
    let products = unit.repository.exerciseBuildFolder.appendingPathComponent("debug")
    let screen = ObjectScreen(module: unit.name)
    for file in try unit.repository.objectFiles(of: unit.name, in: products) {
      guard let data = Disk.contents(of: Array(file.path.utf8), limit: 100_000_000),
        let object = ObjectFile(data)
      else { continue }
      let refusal = try await screen.refusal(of: object) { names in
        try Tool.capture(["swift", "demangle", "--compact"] + names.prefix(100)).output
          .split(separator: "\n").map(String.init)
      }
      if let refusal {
        let reason = say(refusal.message, refusal.values)
        return [Finding(reason, at: refusal.place(in: sources))]
      }
    }
    return []
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
