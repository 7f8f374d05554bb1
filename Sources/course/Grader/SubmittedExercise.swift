import Foundation

/// The part of a submission that belongs to one unit.
struct SubmittedExercise {
  /// The student's `Sources/`, by path below it.
  var sources: [String: Data] = [:]
  /// Pictures that the student's programs drew, by name.
  var figures: [String: Data] = [:]
  /// Why there is nothing to grade; for the student.
  var problem: String?
  /// What differs from what was handed out, besides the sources; for the staff.
  var notes: [String] = []

  /// - Parameter isOnlyUnit: a `Sources` folder without the unit's name around it is taken for this unit's.
  init(of exercise: Exercise, in tree: SubmissionTree, isOnlyUnit: Bool) throws {
    let unit = exercise.unit
    guard let folder = Self.folder(of: unit, in: tree, isOnlyUnit: isOnlyUnit, notes: &notes) else {
      let others = Self.unitFolders(in: tree).joined(separator: ", ")
      problem =
        tree.files.isEmpty
        ? "nothing was handed in"
        : "there is no Exercises/\(unit.folderName)/Sources in what was handed in"
          + (others.isEmpty ? "" : "; there is \(others)")
      return
    }
    let files = tree.files.filter { $0.key.hasPrefix(folder) }
      .map { (path: String($0.key.dropFirst(folder.count)), data: $0.value) }
    for (path, data) in files {
      if path.hasPrefix("Sources/") {
        if path.hasSuffix(".swift") {
          sources[String(path.dropFirst(8))] = data
        } else {
          notes.append("\(path) is no Swift and was left out")
        }
      } else if path.hasPrefix("Figures/"), path.hasSuffix(".png"), data.starts(with: Self.png) {
        figures[String(path.dropFirst(8)).replacing("/", with: "-")] = data
      }
    }
    try compare(Dictionary(uniqueKeysWithValues: files), with: exercise)
  }

  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Notes what the student has done to the files that are not theirs; the instructor's are used in any case.
  private mutating func compare(_ files: [String: Data], with exercise: Exercise) throws {
    var handedOut: [String: Data] = [:]
    for case (let path, .file(let data)) in try exercise.items(.stub) {
      guard path != "README.md", !path.hasPrefix("Sources/") else { continue }
      handedOut[path] = data
    }
    for (path, data) in handedOut.sorted(by: { $0.key < $1.key }) {
      if let file = files[path] {
        if file != data { notes.append("\(path) was edited") }
      } else if !path.hasPrefix("References/") {
        notes.append("\(path) was deleted")
      }
    }
    for path in files.keys.sorted() where handedOut[path] == nil {
      if path.hasPrefix("Tests/") || path.hasPrefix("References/") || path == "unit.yaml" {
        notes.append("\(path) was added")
      }
    }
  }

  /// The folder that holds the unit's `Sources`, with a slash after it.
  private static func folder(
    of unit: CourseUnit, in tree: SubmissionTree, isOnlyUnit: Bool, notes: inout [String]
  ) -> String? {
    let found = foldersWithSources(in: tree)
    let named = found.filter { ("/" + $0).hasSuffix("/\(unit.folderName)/") }
    if named.count > 1 { notes.append("of \(named.joined(separator: ", ")) the first was graded") }
    if let first = named.first { return first }
    let unnamed = found.filter { ("/" + $0).firstMatch(of: /\/\d\d-\w+\/$/) == nil }
    guard isOnlyUnit, unnamed.count == 1 else { return nil }
    notes.append(
      "the folder \(unnamed[0].isEmpty ? "of the submission" : unnamed[0]) was taken for \(unit.folderName)"
    )
    return unnamed[0]
  }

  private static func unitFolders(in tree: SubmissionTree) -> [String] {
    foldersWithSources(in: tree).compactMap { ("/" + $0).firstMatch(of: /\/(\d\d-\w+)\/$/) }
      .map { String($0.1) }
  }

  /// Shorter paths first; the lessons' own folders are not looked at.
  private static func foldersWithSources(in tree: SubmissionTree) -> [String] {
    var folders: Set<String> = []
    for path in tree.files.keys where path.hasSuffix(".swift") {
      guard let range = ("/" + path).range(of: "/Sources/") else { continue }
      folders.insert(String(("/" + path)[..<range.lowerBound].dropFirst()))
    }
    return folders.filter { !("/" + $0 + "/").contains("/Courseware/") }
      .map { $0.isEmpty ? "" : $0 + "/" }.sorted { ($0.count, $0) < ($1.count, $1) }
  }
}
