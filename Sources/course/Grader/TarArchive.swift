import Foundation

/// Reads the entries of a tar archive (POSIX ustar and pax, GNU's long names) from its unpacked bytes.
///
/// Only plain files are taken; of links, devices and pipes there is a note.
enum TarArchive {
  static func read(_ data: Data, into tree: inout SubmissionTree) throws {
    var position = 0
    var longName: [UInt8]?
    let bytes = [UInt8](data)
    while position + 512 <= bytes.count, bytes[position] != 0 {
      let header = bytes[position..<position + 512]
      func field(_ start: Int, _ count: Int) -> [UInt8] {
        Array(header.dropFirst(start).prefix(count).prefix { $0 != 0 })
      }
      let digits = String(decoding: field(124, 12), as: UTF8.self)
        .trimmingCharacters(in: .whitespaces)
      guard let size = Int(digits, radix: 8), size >= 0, size <= bytes.count - position - 512
      else { throw damaged }
      let start = position + 512
      let content = bytes[start..<start + size]
      position = start + (size + 511) / 512 * 512
      let prefix = field(257, 5) == Array("ustar".utf8) ? field(345, 155) : []
      let name =
        longName ?? (prefix.isEmpty ? [] : prefix + [UInt8(ascii: "/")]) + field(0, 100)
      let kind = header[header.startIndex + 156]
      if kind != UInt8(ascii: "L"), kind != UInt8(ascii: "x") { longName = nil }
      switch kind {
      case 0, UInt8(ascii: "0"), UInt8(ascii: "7"):
        guard name.last != UInt8(ascii: "/") else { continue }
        try tree.add(name, size: size) { _ in Data(content) }
      case UInt8(ascii: "L"): longName = Array(content.prefix { $0 != 0 })
      case UInt8(ascii: "x"): longName = path(inExtendedHeader: content) ?? longName
      case UInt8(ascii: "g"), UInt8(ascii: "5"): break
      case UInt8(ascii: "1"), UInt8(ascii: "2"): tree.leaveOut(name, "it is a link")
      default: tree.leaveOut(name, "it is neither a file nor a folder")
      }
    }
    guard position > 0 || bytes.allSatisfy({ $0 == 0 }) else { throw damaged }
  }

  private static let damaged = SubmissionTree.Unreadable(
    reason: "the archive is damaged, or is neither zip nor tar")

  /// `path` of the records `LENGTH KEY=VALUE\n`, the last if there are several.
  private static func path(inExtendedHeader data: ArraySlice<UInt8>) -> [UInt8]? {
    var path: [UInt8]?
    var rest = data
    while let space = rest.firstIndex(of: UInt8(ascii: " ")),
      let length = Int(String(decoding: rest[..<space], as: UTF8.self)),
      length > space - rest.startIndex + 1, length <= rest.count
    {
      let record = rest[(space + 1)..<(rest.startIndex + length - 1)]
      if record.starts(with: Array("path=".utf8)) { path = Array(record.dropFirst(5)) }
      rest = rest.dropFirst(length)
    }
    return path
  }
}
