import Foundation

/// The files of a submission, held in memory: plain files only, and no more of them than the limits allow.
struct SubmissionTree {
  /// By path, without `.`, `..` or a leading slash.
  var files: [String: Data] = [:]
  /// What was left out, and why; for the staff.
  var notes: [String] = []

  struct Limits: Equatable {
    /// Bytes of one file.
    var file = 1_000_000
    /// Bytes of all files.
    var total = 50_000_000
    var count = 2000
    /// Bytes of an archive.
    var archive = 50_000_000
  }

  /// A submission of which nothing can be graded.
  struct Unreadable: Error { var reason: String }

  private var total = 0
  private let limits: Limits

  init(limits: Limits) { self.limits = limits }

  /// Takes in a file, unless it is of no use; larger files than the limit are left out with a note.
  ///
  /// - Throws: ``Unreadable`` when there are too many files, or too much in them.
  mutating func add(_ path: String, size: Int, read: () throws -> Data) throws {
    guard let path = Self.normalised(path) else {
      notes.append("left out \(Self.shown(path)): its path leads out of the submission")
      return
    }
    guard Self.isOfUse(path) else { return }
    guard size <= limits.file else {
      notes.append("left out \(Self.shown(path)): \(size / 1000) kB is more than a file may have")
      return
    }
    guard files.count < limits.count else {
      throw Unreadable(reason: "more than \(limits.count) files")
    }
    let data = try read()
    total += data.count
    guard total <= limits.total else {
      throw Unreadable(reason: "more than \(limits.total / 1_000_000) MB of files")
    }
    files[path] = data
  }

  mutating func leaveOut(_ path: String, _ reason: String) {
    notes.append("left out \(Self.shown(path)): \(reason)")
  }

  /// The tree of a folder; links are not followed.
  init(folder: URL, limits: Limits) throws {
    self.init(limits: limits)
    try walk(folder, "")
  }

  private mutating func walk(_ folder: URL, _ prefix: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    for name in names where !name.hasPrefix(".") {
      let (url, path) = (folder.appendingPathComponent(name), prefix + name)
      var info = stat()
      guard lstat(url.path, &info) == 0 else { continue }
      switch info.st_mode & S_IFMT {
      case S_IFREG: try add(path, size: info.st_size) { try Data(contentsOf: url) }
      case S_IFDIR: try walk(url, path + "/")
      case S_IFLNK: leaveOut(path, "it is a link")
      default: leaveOut(path, "it is neither a file nor a folder")
      }
    }
  }

  /// `nil` if the path is absolute or has a `..` in it.
  private static func normalised(_ path: String) -> String? {
    let parts = path.split(separator: "/").filter { $0 != "." }
    guard !path.hasPrefix("/"), !path.contains("\\"), !path.contains("\0"), !parts.isEmpty,
      !parts.contains("..")
    else { return nil }
    return parts.joined(separator: "/")
  }

  /// Nothing hidden, nothing built.
  private static func isOfUse(_ path: String) -> Bool {
    !path.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }

  /// A path as it may be printed.
  private static func shown(_ path: String) -> String {
    String(path.prefix(200).map { $0.isASCII && !$0.isNewline ? $0 : "?" })
  }
}
