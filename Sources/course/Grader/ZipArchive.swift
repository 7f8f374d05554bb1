import Foundation

/// Reads the entries of a zip archive by its central directory (PKWARE APPNOTE 6.3, without encryption).
///
/// What an entry says of its size is not believed: unpacking stops at the limit.
struct ZipArchive {
  private let bytes: [UInt8]

  static func read(_ data: Data, into tree: inout SubmissionTree) throws {
    try ZipArchive(bytes: [UInt8](data)).read(into: &tree)
  }

  /// What the central directory says of an entry.
  private struct Entry {
    var isEncrypted: Bool
    var method: Int
    var packed: Int
    var size: Int
    var header: Int
  }

  private func read(into tree: inout SubmissionTree) throws {
    let end = try endOfDirectory()
    var position = try integer(at: end + 16, 4)
    var count = try integer(at: end + 10, 2)
    if let large = try largeDirectory(before: end) { (position, count) = large }
    for _ in 0..<count {
      guard try integer(at: position, 4) == 0x0201_4B50 else { throw Self.damaged }
      let nameLength = try integer(at: position + 28, 2)
      let extraLength = try integer(at: position + 30, 2)
      let name = try slice(position + 46, nameLength)
      let kind = try integer(at: position + 38, 4) >> 16 & Int(S_IFMT)
      let madeByUnix = try integer(at: position + 5, 1) == 3
      if name.last == UInt8(ascii: "/") || name.last == UInt8(ascii: "\\") {
        // A folder is made when a file lies in it.
      } else if madeByUnix, kind == Int(S_IFLNK) {
        tree.leaveOut(name, "it is a link")
      } else if madeByUnix, kind != 0, kind != Int(S_IFREG) {
        tree.leaveOut(name, "it is neither a file nor a folder")
      } else {
        let entry = try entry(at: position, extra: slice(position + 46 + nameLength, extraLength))
        try tree.add(name, size: entry.size) { try content(of: entry, limit: $0) }
      }
      position += try 46 + nameLength + extraLength + integer(at: position + 32, 2)
    }
  }

  /// - Parameter extra: in which archives of the zip64 form have the numbers that are too large for their fields.
  private func entry(at position: Int, extra: ArraySlice<UInt8>) throws -> Entry {
    var entry = Entry(
      isEncrypted: try integer(at: position + 8, 2) & 1 == 1,
      method: try integer(at: position + 10, 2), packed: try integer(at: position + 20, 4),
      size: try integer(at: position + 24, 4), header: try integer(at: position + 42, 4))
    var place = extra.startIndex
    while place + 4 <= extra.endIndex {
      let (kind, length) = (try integer(at: place, 2), try integer(at: place + 2, 2))
      var next = place + 4
      place = next + length
      guard kind == 1, place <= extra.endIndex else { continue }
      for field in [\Entry.size, \.packed, \.header]
      where entry[keyPath: field] == 0xFFFF_FFFF && next + 8 <= place {
        entry[keyPath: field] = try integer(at: next, 8)
        next += 8
      }
    }
    return entry
  }

  private func content(of entry: Entry, limit: Int) throws -> Data {
    guard !entry.isEncrypted else {
      throw SubmissionTree.Unreadable(reason: "the archive is encrypted")
    }
    let header = entry.header
    let start = try header + 30 + integer(at: header + 26, 2) + integer(at: header + 28, 2)
    let packed = Data(try slice(start, entry.packed))
    switch entry.method {
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

  /// Where the directory of a zip64 archive starts, and its number of entries.
  private func largeDirectory(before end: Int) throws -> (position: Int, count: Int)? {
    guard end >= 20, try integer(at: end - 20, 4) == 0x0706_4B50 else { return nil }
    let record = try integer(at: end - 12, 8)
    guard try integer(at: record, 4) == 0x0606_4B50 else { throw Self.damaged }
    return (try integer(at: record + 48, 8), try integer(at: record + 32, 8))
  }

  private func slice(_ start: Int, _ count: Int) throws -> ArraySlice<UInt8> {
    guard start >= 0, count >= 0, count <= bytes.count, start <= bytes.count - count else {
      throw Self.damaged
    }
    return bytes[start..<start + count]
  }

  private func integer(at position: Int, _ count: Int) throws -> Int {
    let value = try slice(position, count).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    // No archive that is read here is as large.
    guard value < 1 << 48 else { throw Self.damaged }
    return Int(value)
  }

  private static let damaged = SubmissionTree.Unreadable(reason: "the zip archive is damaged")
}
