import Foundation

/// Files and folders by the bytes of their paths: what students hand in has names that are no text, or are
/// one text spelled in two ways.
enum Disk {
  enum Kind { case file, folder, link, other }

  /// What lies at `path`; links are not followed.
  static func kind(of path: [UInt8]) -> (kind: Kind, size: Int)? {
    var info = stat()
    guard lstat(terminated(path), &info) == 0 else { return nil }
    let kind: Kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    return (kind, info.st_size)
  }

  /// The names in a folder, sorted, without hidden ones; `nil` if it cannot be read.
  static func names(in folder: [UInt8]) -> [[UInt8]]? {
    guard let stream = opendir(terminated(folder)) else { return nil }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name.first != UInt8(ascii: ".") { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// At most `limit` bytes of a file; `nil` if it cannot be read.
  static func contents(of path: [UInt8], limit: Int) -> Data? {
    // A pipe that has taken the file's place would be waited for.
    let file = open(terminated(path), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return nil }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    return try? handle.read(upToCount: limit) ?? Data()
  }

  /// Where a link leads in the end; the path itself if it is none.
  static func resolved(_ path: [UInt8]) -> [UInt8] {
    guard kind(of: path)?.kind == .link, let target = realpath(terminated(path), nil) else {
      return path
    }
    defer { free(target) }
    return (0..<strlen(target)).map { UInt8(bitPattern: target[$0]) }
  }

  private static func terminated(_ path: [UInt8]) -> [CChar] {
    path.map { CChar(bitPattern: $0) } + [0]
  }
}
