import Foundation

/// What a student had written before it was overwritten, in a folder named after the moment.
struct Backup {
  private let unit: CourseUnit

  init(of unit: CourseUnit) { self.unit = unit }

  /// Copies those of the exercise's files that are there.
  ///
  /// - Returns: the folder, seen from the repository's root; `nil` if there was nothing to copy.
  func keep(_ paths: [String]) throws -> String? {
    let present = paths.filter { unit.exercise.appendingPathComponent($0).isFile }
    guard !present.isEmpty else { return nil }
    let moment = Date.now.formatted(
      .verbatim(
        "\(year: .defaultDigits)-\(month: .twoDigits)-\(day: .twoDigits)-\(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased))\(minute: .twoDigits)\(second: .twoDigits)",
        timeZone: .current, calendar: Calendar(identifier: .gregorian)))
    let parent = unit.repository.studentFolder.appendingPathComponent("backups/\(unit.folderName)")
    var folder = parent.appendingPathComponent(moment)
    var number = 1
    while folder.isFolder {
      number += 1
      folder = parent.appendingPathComponent("\(moment)-\(number)")
    }
    for path in present {
      let copy = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: unit.exercise.appendingPathComponent(path), to: copy)
    }
    return String(folder.path.trimmingPrefix(unit.repository.root.path + "/"))
  }
}
