import Foundation

/// Names that others gave, made fit for files of our own: of a bounded length, in one spelling of each text, and without
/// characters that melt with the slash before or after them.
enum EntryName {
  /// Bytes of a name that are kept as they are.
  private static let limit = 100
  private static let unseen: Set<Unicode.GeneralCategory> = [
    .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate,
  ]
  /// Between letters of some languages they are spelling.
  private static let joiners: Set<UInt32> = [0x200C, 0x200D]

  /// The parts of a path in a submission, with slashes of either kind between them.
  ///
  /// - Returns: `nil` if it is absolute, leads out, or is deeper than any submission.
  static func parts(of path: some Sequence<UInt8>) -> [String]? {
    let bytes = Array(path)
    let slashes = [UInt8(ascii: "/"), UInt8(ascii: "\\")]
    guard let first = bytes.first, !slashes.contains(first), !bytes.contains(0) else { return nil }
    let parts = bytes.split { slashes.contains($0) }.filter { $0 != [UInt8(ascii: ".")] }
    guard !parts.isEmpty, parts.count <= 50, !parts.contains([46, 46]) else { return nil }
    return parts.map { short(text(of: $0)) }
  }

  /// A name as text: bytes that are no UTF-8, and characters that are not seen, as `%E9`.
  static func text(of bytes: some Collection<UInt8>) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { return escaped(bytes) }
    let name = text.precomposedStringWithCanonicalMapping
    let isSeen = name.unicodeScalars.allSatisfy {
      !unseen.contains($0.properties.generalCategory) || joiners.contains($0.value)
    }
    let framed = "/\(name)/"
    let standsAlone =
      framed.first == "/" && framed.last == "/" && framed.count == name.count + 2
    return isSeen && standsAlone ? name : escaped(name.utf8)
  }

  private static func escaped(_ bytes: some Collection<UInt8>) -> String {
    bytes.reduce(into: "") { text, byte in
      if byte < 0x80, byte >= 0x20, byte != 0x7F {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
  }

  /// The name itself, or the beginning of one that is too long, with a fingerprint of the whole and its ending.
  static func short(_ name: String) -> String {
    guard name.utf8.count > limit else { return name }
    let ending = name.lastIndex(of: ".").map { name[$0...] } ?? ""
    var start = ""
    for character in name where start.utf8.count < limit / 2 {
      guard character.utf8.count <= 8 else { break }
      start.append(character)
    }
    let mark = Fingerprint.of(Data(name.utf8))
    return "\(start)-\(mark)\(ending.utf8.count <= 10 ? ending : "")"
  }
}
