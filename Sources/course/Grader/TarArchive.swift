import Foundation

/// Reads the entries of a tar archive (POSIX ustar and pax, GNU's long names) from its unpacked bytes.
///
/// Only plain files are taken; of links, devices and pipes there is a note.
enum TarArchive {
  static func read(_ data: Data, into tree: inout SubmissionTree) throws {
    var position = 0
    var longName: String?
    let bytes = [UInt8](data)
    while position + 512 <= bytes.count, bytes[position] != 0 {
      let header = Array(bytes[position..<position + 512])
      func field(_ start: Int, _ count: Int) -> String {
        let field = header[start..<start + count].prefix { $0 != 0 }
        return String(decoding: field, as: UTF8.self)
      }
      let digits = field(124, 12).trimmingCharacters(in: .whitespaces)
      guard let size = Int(digits, radix: 8), size >= 0, size <= bytes.count - position - 512
      else { throw SubmissionTree.Unreadable(reason: "the tar archive is damaged") }
      let start = position + 512
      let content = Data(bytes[start..<start + size])
      position = start + (size + 511) / 512 * 512
      let prefix = field(257, 5) == "ustar" ? field(345, 155) : ""
      let name = longName ?? (prefix.isEmpty ? "" : prefix + "/") + field(0, 100)
      let kind = header[156]
      if kind != UInt8(ascii: "L"), kind != UInt8(ascii: "x") { longName = nil }
      switch kind {
      case 0, UInt8(ascii: "0"), UInt8(ascii: "7"):
        try tree.add(name, size: size) { content }
      case UInt8(ascii: "L"):
        longName = String(decoding: content.prefix { $0 != 0 }, as: UTF8.self)
      case UInt8(ascii: "x"): longName = path(inExtendedHeader: content) ?? longName
      case UInt8(ascii: "g"), UInt8(ascii: "5"): break
      case UInt8(ascii: "1"), UInt8(ascii: "2"): tree.leaveOut(name, "it is a link")
      default: tree.leaveOut(name, "it is neither a file nor a folder")
      }
    }
  }

  /// `path` of the records `LENGTH KEY=VALUE\n`.
  private static func path(inExtendedHeader data: Data) -> String? {
    let text = String(decoding: data, as: UTF8.self)
    return text.split(separator: "\n").lazy
      .compactMap { $0.firstMatch(of: /^\d+ path=(.+)$/).map { String($0.1) } }.last
  }
}
