import Foundation

/// Reads the entries of a zip archive by its central directory (PKWARE APPNOTE 6.3, without zip64 and encryption).
///
/// What an entry says of its size is not believed: unpacking stops at the limit.
struct ZipArchive {
  private let bytes: [UInt8]

  static func read(_ data: Data, into tree: inout SubmissionTree, limit: Int) throws {
    try ZipArchive(bytes: [UInt8](data)).read(into: &tree, limit: limit)
  }

  private func read(into tree: inout SubmissionTree, limit: Int) throws {
    let end = try endOfDirectory()
    var position = try integer(at: end + 16, 4)
    for _ in 0..<(try integer(at: end + 10, 2)) {
      guard try integer(at: position, 4) == 0x0201_4B50 else { throw Self.damaged }
      let nameLength = try integer(at: position + 28, 2)
      let others = try integer(at: position + 30, 2) + integer(at: position + 32, 2)
      let name = String(decoding: try slice(position + 46, nameLength), as: UTF8.self)
      let kind = try integer(at: position + 38, 4) >> 16 & Int(S_IFMT)
      let madeByUnix = try integer(at: position + 5, 1) == 3
      if name.hasSuffix("/") {
        // A folder is made when a file lies in it.
      } else if madeByUnix, kind == Int(S_IFLNK) {
        tree.leaveOut(name, "it is a link")
      } else if madeByUnix, kind != 0, kind != Int(S_IFREG) {
        tree.leaveOut(name, "it is neither a file nor a folder")
      } else {
        let size = try integer(at: position + 24, 4)
        let entry = position
        try tree.add(name, size: size) { try content(ofEntryAt: entry, limit: limit) }
      }
      position += 46 + nameLength + others
    }
  }

  private func content(ofEntryAt entry: Int, limit: Int) throws -> Data {
    guard try integer(at: entry + 8, 2) & 1 == 0 else {
      throw SubmissionTree.Unreadable(reason: "the archive is encrypted")
    }
    let header = try integer(at: entry + 42, 4)
    let start = try header + 30 + integer(at: header + 26, 2) + integer(at: header + 28, 2)
    let packed = Data(try slice(start, try integer(at: entry + 20, 4)))
    switch try integer(at: entry + 10, 2) {
    case 0: return packed
    case 8: return try Inflate.unpack(packed, as: .raw, limit: limit)
    default: throw SubmissionTree.Unreadable(reason: "the archive is packed by an unusual method")
    }
  }

  /// The record at the end, before which stands a comment of any length.
  private func endOfDirectory() throws -> Int {
    var position = bytes.count - 22
    while position >= max(0, bytes.count - 22 - 65_535) {
      if try integer(at: position, 4) == 0x0605_4B50 { return position }
      position -= 1
    }
    throw Self.damaged
  }

  private func slice(_ start: Int, _ count: Int) throws -> ArraySlice<UInt8> {
    guard start >= 0, count >= 0, start <= bytes.count - count else { throw Self.damaged }
    return bytes[start..<start + count]
  }

  private func integer(at position: Int, _ count: Int) throws -> Int {
    try slice(position, count).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private static let damaged = SubmissionTree.Unreadable(reason: "the zip archive is damaged")
}
