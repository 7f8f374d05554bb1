import CZlib
import Foundation

/// Writes a zip archive whose entries are stored as they are (PKWARE APPNOTE 6.3).
struct ZipFile {
  private var body = Data()
  private var directory = Data()
  private var count = 0

  mutating func add(_ path: String, _ content: Data, isExecutable: Bool = false) {
    let name = Data(path.utf8)
    let checksum = content.withUnsafeBytes {
      crc32(0, $0.bindMemory(to: UInt8.self).baseAddress, UInt32(content.count))
    }
    // 1 January 2026, so that the same files make the same archive.
    let common = Self.integers(
      (20, 2), (0x800, 2), (0, 2), (0, 2), (46 << 9 | 1 << 5 | 1, 2), (Int(checksum), 4),
      (content.count, 4), (content.count, 4), (name.count, 2), (0, 2))
    let mode = isExecutable ? 0o100755 : 0o100644
    directory += Self.integers((0x0201_4B50, 4), (0x0314, 2)) + common
    directory += Self.integers((0, 2), (0, 2), (0, 2), (mode << 16, 4), (body.count, 4)) + name
    body += Self.integers((0x0403_4B50, 4)) + common + name + content
    count += 1
  }

  var data: Data {
    body + directory
      + Self.integers(
        (0x0605_4B50, 4), (0, 2), (0, 2), (count, 2), (count, 2), (directory.count, 4),
        (body.count, 4), (0, 2))
  }

  private static func integers(_ values: (value: Int, bytes: Int)...) -> Data {
    Data(
      values.flatMap { value, bytes in
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
      })
  }
}
