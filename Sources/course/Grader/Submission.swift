import Foundation

/// What one student handed in: a folder or an archive.
struct Submission: Sendable {
  /// The name of the folder or of the archive without its ending.
  let student: String
  let url: URL

  private static let endings = [".zip", ".tar.gz", ".tgz", ".tar"]

  /// The submissions in a folder, by student; an archive beside a folder of the same name gets its full name.
  static func all(in folder: URL) throws -> [Submission] {
    guard folder.isFolder else { throw Failure("there is no folder \(folder.path)") }
    let entries = try folder.entries()
    let folders = Set(entries.filter(\.isFolder).map(\.lastPathComponent))
    return entries.compactMap { entry in
      let name = entry.lastPathComponent
      if entry.isFolder { return Submission(student: name, url: entry) }
      guard let ending = endings.first(where: { name.lowercased().hasSuffix($0) }) else {
        return nil
      }
      let short = String(name.dropLast(ending.count))
      let twins = entries.filter { $0.lastPathComponent.hasPrefix(short + ".") }.count
      let isTaken = folders.contains(short) || twins > 1
      return Submission(student: isTaken ? name : short, url: entry)
    }
  }

  /// Reads the submission.
  ///
  /// - Throws: ``SubmissionTree/Unreadable`` if nothing of it can be graded.
  func tree(limits: SubmissionTree.Limits) throws -> SubmissionTree {
    guard !url.isFolder else { return try SubmissionTree(folder: url, limits: limits) }
    let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
    guard let size = attributes[.size] as? Int, size <= limits.archive else {
      throw SubmissionTree.Unreadable(
        reason: "the archive is larger than \(limits.archive / 1_000_000) MB")
    }
    var tree = SubmissionTree(limits: limits)
    let data = try Data(contentsOf: url)
    if data.starts(with: [0x50, 0x4B]) {
      try ZipArchive.read(data, into: &tree, limit: limits.file)
    } else {
      // Beside the files there are the headers of files that are left out.
      let isPacked = data.starts(with: [0x1F, 0x8B])
      let bytes =
        isPacked ? try Inflate.unpack(data, as: .gzip, limit: 2 * limits.total) : data
      try TarArchive.read(bytes, into: &tree)
    }
    return tree
  }
}
