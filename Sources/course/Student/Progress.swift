import Foundation
import Grading

/// How far a student is: what each check last came to, and which hints were read. Kept in
/// `.course/progress.json`, which is not committed.
struct Progress: Codable {
  struct Check: Codable {
    /// Of the last run; `nil` if there was none.
    var outcome: Verdict.Outcome?
    /// The highest level of hint that was shown.
    var hints = 0

    var passed: Bool { outcome == .passed }
  }

  /// By the unit's folder, then by the check's identifier.
  private var units: [String: [String: Check]] = [:]

  subscript(unit: CourseUnit, id: String) -> Check {
    get { units[unit.folderName]?[id] ?? Check() }
    set { units[unit.folderName, default: [:]][id] = newValue }
  }

  /// The checks of `selection` that have not passed, in order.
  func unsolved(_ selection: Selection) -> [Manifest.Check] {
    selection.checks.filter { !self[selection.unit, $0.id].passed }
  }

  /// What is on disk; nothing if that cannot be read.
  static func load(_ repository: Repository) -> Progress {
    guard let data = FileManager.default.contents(atPath: file(repository).path),
      let progress = try? JSONDecoder().decode(Progress.self, from: data)
    else { return Progress() }
    return progress
  }

  /// Changes what is on disk, one process at a time: `watch` and `hint` may run together.
  static func update(_ repository: Repository, _ change: (inout Progress) -> Void) throws {
    try FileManager.default.createDirectory(
      at: repository.studentFolder, withIntermediateDirectories: true)
    let lock = open(
      repository.studentFolder.appendingPathComponent("lock").path, O_RDWR | O_CREAT | O_CLOEXEC,
      0o644)
    defer { close(lock) }
    flock(lock, LOCK_EX)
    var progress = load(repository)
    change(&progress)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(progress).write(to: file(repository), options: .atomic)
  }

  private static func file(_ repository: Repository) -> URL {
    repository.studentFolder.appendingPathComponent("progress.json")
  }
}

extension Repository {
  /// What the tool remembers of one student: progress and backups. Not committed.
  var studentFolder: URL { root.appendingPathComponent(".course") }
}
