import Foundation

/// What one student handed in: a folder, an archive, or a file that is neither.
struct Submission: Sendable {
  /// The name of the folder or of the archive without its ending; no two submissions have the same.
  let student: String
  /// The bytes of its path, which need not be text.
  private let path: [UInt8]

  init(student: String, url: URL) {
    self.init(student: student, path: Array(url.path.utf8))
  }

  private init(student: String, path: [UInt8]) {
    (self.student, self.path) = (student, path)
  }

  /// The submissions in a folder, one for each entry, by student. An archive beside another entry of the same name
  /// gets its full name.
  static func all(in folder: URL) throws -> [Submission] {
    let root = Array(folder.path.utf8)
    guard folder.isFolder, let names = Disk.names(in: root) else {
      throw Failure("there is no folder \(folder.path), or it cannot be read")
    }
    let entries = names.compactMap { name -> (short: String, full: String, path: [UInt8])? in
      let full = EntryName.text(of: name)
      let path = Disk.resolved(root + [UInt8(ascii: "/")] + name)
      if Disk.kind(of: path)?.kind == .folder { return (full, full, path) }
      return isOfTheInstructor(full) ? nil : (ArchiveKind.stem(of: full) ?? full, full, path)
    }
    let shared = Dictionary(grouping: entries, by: \.short).filter { $1.count > 1 }
    var taken: Set<String> = []
    return entries.map { entry in
      let name = shared[entry.short] == nil ? entry.short : entry.full
      var student = name
      var number = 2
      // Two spellings of one text.
      while !taken.insert(student).inserted {
        student = "\(name) (\(number))"
        number += 1
      }
      return Submission(student: student, path: entry.path)
    }
  }

  /// Tables and settings, such as systems that collect submissions put beside them.
  private static func isOfTheInstructor(_ name: String) -> Bool {
    [".csv", ".yml", ".yaml", ".json"].contains { name.lowercased().hasSuffix($0) }
  }

  /// Reads the submission.
  ///
  /// - Throws: ``SubmissionTree/Unreadable`` if nothing of it can be graded.
  func tree(limits: SubmissionTree.Limits) throws -> SubmissionTree {
    func unreadable(_ reason: String) -> SubmissionTree.Unreadable { .init(reason: reason) }
    guard let (kind, size) = Disk.kind(of: path) else { throw unreadable("it cannot be read") }
    switch kind {
    case .folder: return try SubmissionTree(folder: path, limits: limits)
    case .link: throw unreadable("it is a link")
    case .other: throw unreadable("it is neither a folder nor an archive")
    case .file: break
    }
    guard size <= limits.archive else {
      throw unreadable("the archive is larger than \(limits.archive / 1_000_000) MB")
    }
    guard let data = Disk.contents(of: path, limit: limits.archive) else {
      throw unreadable("it cannot be read")
    }
    if let reason = Self.reasonAgainst(data, called: path) { throw unreadable(reason) }
    var tree = SubmissionTree(limits: limits)
    try ArchiveKind.read(data, into: &tree)
    return tree
  }

  /// Why a file cannot be an archive with an exercise in it, by its name.
  private static func reasonAgainst(_ data: Data, called path: [UInt8]) -> String? {
    let name = EntryName.text(of: path.split(separator: UInt8(ascii: "/")).last ?? [])
    guard ArchiveKind.stem(of: name) == nil, !data.starts(with: [0x50, 0x4B]) else { return nil }
    return name.lowercased().hasSuffix(".swift")
      ? "it is a single Swift file, which tells neither student nor unit; hand in the folder of the exercise, or a zip archive of it"
      : "it is neither a folder nor an archive; hand in the folder of the exercise, or a zip archive of it"
  }
}
