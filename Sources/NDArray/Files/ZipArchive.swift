/// The part of the zip format that `.npz` files use: stored and deflated entries, found by the
/// central directory at the end of the file, with 64-bit sizes (PKWARE, "APPNOTE.TXT", 6.3.10).
struct ZipArchive {
  struct Entry: Sendable {
    let name: String
    let isDeflated: Bool
    let checksum: UInt32
    let compressedSize: Int
    let size: Int
    /// Where its local header begins.
    let offset: Int
  }

  static let localHeader = 0x0403_4b50
  static let directoryHeader = 0x0201_4b50
  static let endHeader = 0x0605_4b50
  private static let locator64Header = 0x0706_4b50
  private static let end64Header = 0x0606_4b50

  // MARK: - Reading

  /// The entries that the central directory lists.
  static func entries(in bytes: UnsafeRawBufferPointer) throws(FileError) -> [Entry] {
    let reader = ByteReader(bytes)
    let end = try endOfDirectory(reader)
    var at = end.offset
    var entries: [Entry] = []
    for _ in 0..<end.count {
      guard try reader.word(at, 4) == directoryHeader else {
        throw FileError(nil, .byte(at), "no entry of the zip directory stands here")
      }
      let next = try reader.word(at + 28, 2) + reader.word(at + 30, 2) + reader.word(at + 32, 2)
      entries.append(try entry(at, reader))
      at += 46 + next
    }
    return entries
  }

  private static func endOfDirectory(
    _ reader: ByteReader
  ) throws(FileError) -> (count: Int, offset: Int) {
    // A comment of up to 65535 bytes may follow.
    let last = reader.count - 22
    var at = last
    while at >= 0, at >= last - 0xFFFF {
      if try reader.word(at, 4) == endHeader, try reader.word(at + 20, 2) == last - at { break }
      at -= 1
    }
    guard at >= 0, at >= last - 0xFFFF else {
      throw FileError(nil, .byte(0), "not a zip file, or one cut off: it has no directory")
    }
    let (count, offset) = (try reader.word(at + 10, 2), try reader.word(at + 16, 4))
    guard count == 0xFFFF || offset == 0xFFFF_FFFF else { return (count, offset) }
    guard at >= 20, try reader.word(at - 20, 4) == locator64Header else { return (count, offset) }
    let end64 = try reader.word(at - 12, 8)
    guard try reader.word(end64, 4) == end64Header else {
      throw FileError(nil, .byte(end64), "the end of the 64-bit zip directory does not stand here")
    }
    return (try reader.word(end64 + 32, 8), try reader.word(end64 + 48, 8))
  }

  private static func entry(_ at: Int, _ reader: ByteReader) throws(FileError) -> Entry {
    let (flags, method) = (try reader.word(at + 8, 2), try reader.word(at + 10, 2))
    guard flags & 1 == 0 else { throw FileError(nil, .byte(at), "the zip entry is encrypted") }
    guard method == 0 || method == 8 else {
      throw FileError(nil, .byte(at), "the zip entry is neither stored nor deflated")
    }
    let nameLength = try reader.word(at + 28, 2)
    let name = String(decoding: try reader.bytes(at + 46, nameLength), as: UTF8.self)
    var sizes = [
      try reader.word(at + 24, 4), try reader.word(at + 20, 4), try reader.word(at + 42, 4),
    ]
    // A field of 64 bits stands in the extra data for each that is all ones here.
    var extra = at + 46 + nameLength
    let end = extra + (try reader.word(at + 30, 2))
    while extra + 4 <= end {
      let length = try reader.word(extra + 2, 2)
      if try reader.word(extra, 2) == 1 {
        var field = extra + 4
        for i in sizes.indices where sizes[i] == 0xFFFF_FFFF && field + 8 <= extra + 4 + length {
          sizes[i] = try reader.word(field, 8)
          field += 8
        }
      }
      extra += 4 + length
    }
    return Entry(
      name: name, isDeflated: method == 8, checksum: UInt32(try reader.word(at + 16, 4)),
      compressedSize: sizes[1], size: sizes[0], offset: sizes[2])
  }

  /// The data of an entry, uncompressed and compared with their checksum.
  static func contents(
    of entry: Entry, in bytes: UnsafeRawBufferPointer
  ) throws(FileError) -> [UInt8] {
    let reader = ByteReader(bytes)
    guard try reader.word(entry.offset, 4) == localHeader else {
      throw FileError(nil, .byte(entry.offset), "entry '\(entry.name)' does not begin here")
    }
    let names = try reader.word(entry.offset + 26, 2) + reader.word(entry.offset + 28, 2)
    let start = entry.offset + 30 + names
    let data = try reader.bytes(start, entry.compressedSize)
    var contents: [UInt8]
    if entry.isDeflated {
      do throws(FileError) {
        contents = try Deflate.inflated(data, size: entry.size)
      } catch {
        guard case .byte(let offset) = error.position else { throw error }
        throw FileError(nil, .byte(start + offset), "entry '\(entry.name)': \(error.reason)")
      }
    } else {
      guard entry.size == entry.compressedSize else {
        throw FileError(nil, .byte(start), "entry '\(entry.name)' is stored in another size")
      }
      contents = Array(data)
    }
    guard contents.withUnsafeBytes({ Deflate.checksum($0) }) == entry.checksum else {
      throw FileError(nil, .byte(start), "entry '\(entry.name)' is damaged: its checksum differs")
    }
    return contents
  }
}

/// Numbers and pieces of a file at places that the file itself names, and that may lie outside it.
private struct ByteReader {
  private let contents: UnsafeRawBufferPointer

  init(_ contents: UnsafeRawBufferPointer) { self.contents = contents }

  var count: Int { contents.count }

  /// A number of `width` bytes, the lowest first.
  func word(_ at: Int, _ width: Int) throws(FileError) -> Int {
    let value = try bytes(at, width).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard let word = Int(exactly: value) else {
      throw FileError(nil, .byte(at), "a number that is larger than any file")
    }
    return word
  }

  func bytes(_ at: Int, _ length: Int) throws(FileError) -> UnsafeRawBufferPointer {
    guard at >= 0, length >= 0, at <= contents.count, length <= contents.count - at else {
      throw FileError(
        nil, .byte(contents.count), "the file ends before byte \(at) and its \(length)")
    }
    return UnsafeRawBufferPointer(rebasing: contents[at..<at + length])
  }
}
