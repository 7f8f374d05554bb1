import Foundation

/// The files of a submission, held in memory: plain files only, and no more of them than the limits allow.
struct SubmissionTree {
  /// By path, without `.`, `..` or a leading slash; its parts are such as ``EntryName`` makes.
  var files: [String: Data] = [:]
  /// Other contents of files that an archive holds more than once, in order; the last is in ``files``.
  var earlier: [String: [Data]] = [:]
  /// What was left out, and why; for the staff.
  var notes: [String] = []
  /// Archives of kinds that cannot be opened, by what they are called.
  var unopened: [String] = []

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

  let limits: Limits
  private var total = 0
  private var folders: Set<String> = []
  /// What lies around an archive inside the submission, and nothing outside of one.
  private var prefix: [String] = []
  private var isInArchive = false
  private var opened = 0
  private var left = 0

  init(limits: Limits) { self.limits = limits }

  /// Takes in a file, unless it is of no use; larger files than the limit are left out with a note.
  ///
  /// - Throws: ``Unreadable`` when there are too many files, or too much in them.
  mutating func add(_ path: some Sequence<UInt8>, size: Int, read: (_ limit: Int) throws -> Data?)
    throws
  {
    guard let own = EntryName.parts(of: path) else {
      return leaveOut(path, "its path leads out of the submission, or too deep")
    }
    guard Self.isOfUse(own) else { return }
    let parts = prefix + own
    let name = parts.joined(separator: "/")
    let kind = ArchiveKind(name: own[own.endIndex - 1])
    let isArchive = kind?.isReadable == true && !isInArchive
    let limit = isArchive ? limits.archive : limits.file
    guard size <= limit else {
      return leaveOut(path, "\(size / 1000) kB is more than a file may have")
    }
    guard files.count < limits.count else {
      throw Unreadable(reason: "more than \(limits.count) files")
    }
    guard let data = try read(limit) else { return leaveOut(path, "it cannot be read") }
    total += data.count
    guard total <= limits.total else {
      throw Unreadable(reason: "more than \(limits.total / 1_000_000) MB of files")
    }
    if isArchive { return try open(data, called: parts) }
    if let kind { unopened.append("\(name) (\(kind.title))") }
    try place(data, at: parts, called: name)
  }

  mutating func leaveOut(_ path: some Sequence<UInt8>, _ reason: String) {
    left += 1
    guard left <= 100 else {
      if left == 101 { notes.append("left out more files than are listed here") }
      return
    }
    let name = EntryName.text(of: Array(path.prefix(200)))
    notes.append("left out \((prefix + [name]).joined(separator: "/")): \(reason)")
  }

  private mutating func place(_ data: Data, at parts: [String], called name: String) throws {
    let around = parts.indices.dropFirst().map { parts[..<$0].joined(separator: "/") }
    guard !folders.contains(name), !around.contains(where: { files[$0] != nil }) else {
      return leaveOut(name.utf8, "a file and a folder have the same name")
    }
    folders.formUnion(around)
    if let other = files.updateValue(data, forKey: name), other != data {
      earlier[name, default: []].append(other)
    }
  }

  /// Takes in the files of an archive that lies in the submission, as if it were a folder.
  private mutating func open(_ data: Data, called parts: [String]) throws {
    opened += 1
    guard opened <= 10 else {
      throw Unreadable(reason: "more than 10 archives in it")
    }
    (prefix, isInArchive) = (parts, true)
    defer { (prefix, isInArchive) = ([], false) }
    do {
      try ArchiveKind.read(data, into: &self)
    } catch let unreadable as Unreadable {
      unopened.append("\(parts.joined(separator: "/")) (\(unreadable.reason))")
    }
  }

  /// The tree of a folder; links are not followed.
  init(folder: [UInt8], limits: Limits) throws {
    self.init(limits: limits)
    try walk(folder, [])
  }

  private mutating func walk(_ folder: [UInt8], _ around: [UInt8]) throws {
    guard let names = Disk.names(in: folder) else {
      return leaveOut(around.isEmpty ? Array("the folder".utf8) : around, "it cannot be read")
    }
    for name in names {
      let place = folder + [UInt8(ascii: "/")] + name
      let path = around.isEmpty ? name : around + [UInt8(ascii: "/")] + name
      guard let (kind, size) = Disk.kind(of: place) else {
        leaveOut(path, "it cannot be read")
        continue
      }
      switch kind {
      case .file: try add(path, size: size) { Disk.contents(of: place, limit: $0) }
      case .folder:
        if EntryName.parts(of: path) == nil {
          leaveOut(path, "its path leads out of the submission, or too deep")
        } else {
          try walk(place, path)
        }
      case .link: leaveOut(path, "it is a link")
      case .other: leaveOut(path, "it is neither a file nor a folder")
      }
    }
  }

  /// Nothing hidden, nothing built.
  private static func isOfUse(_ parts: [String]) -> Bool {
    !parts.contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }
}
