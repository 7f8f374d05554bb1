import Foundation

/// A file that is read in pieces.
final class InputFile {
  private static let pieceSize = 1 << 16

  private let path: String
  private let handle: FileHandle

  init(_ path: String) throws(DataError) {
    self.path = path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missing(file: path)
    }
    if isFolder.boolValue { throw .unreadable(file: path, reason: "it is a folder") }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .unreadable(file: path, reason: String(cString: strerror(errno)))
    }
    self.handle = handle
  }

  /// The next bytes, at most 64 kB of them, or `nil` at the end.
  func next() throws(DataError) -> [UInt8]? {
    do {
      let data = try handle.read(upToCount: Self.pieceSize)
      guard let data, !data.isEmpty else { return nil }
      return [UInt8](data)
    } catch {
      throw .unreadable(file: path, reason: "\(error)")
    }
  }

  /// All bytes of the file at `path`, uncompressed if it is a gzip file.
  static func contents(_ path: String, limit: Int = 1 << 30) throws(DataError) -> [UInt8] {
    let file = try InputFile(path)
    var bytes = try file.next() ?? []
    if Gzip.isGzip(bytes) { return try Gzip.read(path, limit: limit) }
    while let piece = try file.next() {
      bytes += piece
      if bytes.count > limit { throw .tooLarge(file: path, limit: limit) }
    }
    return bytes
  }
}
