import CKernels
import Foundation

/// Writing what stands at a path, whatever it is.
///
/// A regular file is written under another name beside it, which then takes its place in one step: a reader sees the
/// old one or the new one, and a full disk leaves the old one. The new one has the mode, the owner and the attributes
/// of the old. Where that cannot be, in a folder that may not be written or for a file of several names, the
/// file itself is opened and written, as NumPy does; and so are pipes, devices and terminals. A link stays one, and
/// what it leads to is written.
enum FileWriting {
  /// Opens what stands at a path, or a new file, and calls `body` to write its bytes.
  static func write(
    to url: URL, _ body: (FileOutput) throws(FileError) -> Void
  ) throws(FileError) {
    let path = try url.filePath(to: "written")
    do throws(FileError) {
      let place = Place(behind: path)
      if place.isReplaceable, let draft = Draft(for: place) {
        try draft.finish(body)
      } else {
        let output = try FileOutput(overwriting: place.path)
        try body(output)
        try output.close()
      }
    } catch {
      throw error.inFile(path)
    }
  }
}

/// Where the bytes go that are written under a path.
private struct Place {
  /// The path behind all links.
  let path: String
  /// Whether a new file may take the place of what is there, if anything is.
  let isReplaceable: Bool

  init(behind first: String) {
    var path = first
    var links = 0
    var isHandle = Place.isHandle(path)
    while !isHandle, links < 40, let target = Place.link(path) {
      path = target.hasPrefix("/") ? target : Place.folder(of: path) + target
      links += 1
      isHandle = Place.isHandle(path)
    }
    var status = stat()
    let exists = lstat(path, &status) == 0
    let isRegular = exists && status.st_mode & S_IFMT == S_IFREG && status.st_nlink == 1
    self.path = path
    isReplaceable =
      !isHandle && !path.hasSuffix("/") && (isRegular || !exists && errno == ENOENT)
  }

  /// The folder of a path, with the slash, or nothing for the current one.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// What a link says, or nil for anything else.
  private static func link(_ path: String) -> String? {
    let size = Int(PATH_MAX)
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size) { text in
      let length = text.withMemoryRebound(to: CChar.self) {
        readlink(path, $0.baseAddress!, size)
      }
      return length > 0 && length < size ? String(decoding: text[..<length], as: UTF8.self) : nil
    }
  }

  /// Whether the path names something that is open, as `/proc/self/fd/1`, to which `/dev/stdout` leads. Others write
  /// there, too, so it must stay what it is.
  private static func isHandle(_ path: String) -> Bool {
    let folder = folder(of: path)
    return ck_tells_of_processes(folder.isEmpty ? "." : folder)
  }
}

/// A new file beside the one whose place it is to take.
private struct Draft {
  private let place: Place
  private let path: String
  private let output: FileOutput

  /// Opens a file that nobody else may read before it is finished, with mode and owner of the old one; nil where that
  /// is not allowed.
  init?(for place: Place) {
    self.place = place
    path =
      Place.folder(of: place.path) + ".ndarray-" + String(UInt64.random(in: 0 ... .max), radix: 36)
    // What may not be written must not be replaced either.
    let old = open(place.path, O_WRONLY | O_CLOEXEC)
    defer { if old >= 0 { close(old) } }
    if old < 0 && errno != ENOENT { return nil }
    let new = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, old < 0 ? 0o666 : 0o600)
    if new < 0 { return nil }
    output = FileOutput(new)
    if old >= 0 && !Attributes.copy(from: old, to: new) {
      close(new)
      unlink(path)
      return nil
    }
  }

  /// Writes the file and puts it into its place.
  func finish(_ body: (FileOutput) throws(FileError) -> Void) throws(FileError) {
    defer { unlink(path) }
    do throws(FileError) {
      try body(output)
    } catch {
      output.abandon()
      throw error
    }
    try output.close()
    if rename(path, place.path) == 0 { return }
    // The place may be held, as where a file system is mounted on the file, or belong to another in a shared folder.
    let direct = try FileOutput(overwriting: place.path)
    try FileReading.withBytes(of: URL(fileURLWithPath: path)) { (bytes) throws(FileError) in
      try direct.write(bytes)
    }
    try direct.close()
  }
}

/// What a file has besides its bytes.
private enum Attributes {
  /// Gives one file the owner, the mode and the extended attributes of another; whether all of that succeeded.
  static func copy(from old: Int32, to new: Int32) -> Bool {
    var (wanted, given) = (stat(), stat())
    guard fstat(old, &wanted) == 0, fstat(new, &given) == 0 else { return false }
    if (wanted.st_uid, wanted.st_gid) != (given.st_uid, given.st_gid),
      fchown(new, wanted.st_uid, wanted.st_gid) != 0
    {
      return false
    }
    return fchmod(new, wanted.st_mode & 0o7777) == 0 && ck_copy_attributes(old, new)
  }
}
