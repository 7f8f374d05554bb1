import Foundation

/// The symbols and sections of an object file: ELF of 64 bits, little-endian, as Linux has it on x86-64 and arm64.
///
/// Every number in the file is doubted.
struct ObjectFile {
  struct Symbol {
    var name: String
    var isDefined: Bool
    var isWeak: Bool
  }

  /// Those that other files can see.
  private(set) var symbols: [Symbol] = []
  private(set) var sections: [String] = []

  private struct Section {
    var name: Int
    var kind: Int
    var offset: Int
    var size: Int
    /// The section with the names.
    var link: Int
  }

  /// - Parameter isWanted: whether a symbol is of interest, by whether it is defined.
  /// - Returns: `nil` if it is no such file, or damaged.
  init?(_ data: Data, where isWanted: (_ isDefined: Bool) -> Bool = { _ in true }) {
    guard data.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]) else { return nil }
    let isRead = data.withUnsafeBytes { read($0, isWanted) }
    guard isRead else { return nil }
  }

  private mutating func read(
    _ bytes: UnsafeRawBufferPointer, _ isWanted: (Bool) -> Bool
  ) -> Bool {
    func integer(_ place: Int, _ count: Int) -> Int? {
      guard place >= 0, place <= bytes.count - count else { return nil }
      let value = (0..<count).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64(bytes[place + $1]) }
      return value < 1 << 40 ? Int(value) : nil
    }
    func text(_ place: Int, in section: Section) -> String? {
      let (start, end) = (section.offset + place, section.offset + section.size)
      guard start < end, end <= bytes.count else { return nil }
      return String(decoding: bytes[start..<end].prefix { $0 != 0 }, as: UTF8.self)
    }
    guard let start = integer(0x28, 8), var count = integer(0x3C, 2), let names = integer(0x3E, 2)
    else { return false }
    func sectionAt(_ index: Int) -> Section? {
      let place = start + 64 * index
      guard let name = integer(place, 4), let kind = integer(place + 4, 4),
        let offset = integer(place + 24, 8), let size = integer(place + 32, 8),
        let link = integer(place + 40, 4)
      else { return nil }
      return Section(name: name, kind: kind, offset: offset, size: size, link: link)
    }
    guard let first = sectionAt(0) else { return false }
    // Where there are too many for the header's field, the first section tells.
    if count == 0 { count = first.size }
    let table = names == 0xFFFF ? first.link : names
    guard count <= bytes.count / 64, let sectionNames = sectionAt(table) else { return false }
    for index in 1..<max(1, count) {
      guard let section = sectionAt(index), let name = text(section.name, in: sectionNames) else {
        return false
      }
      sections.append(name)
      guard section.kind == 2 else { continue }
      guard let strings = sectionAt(section.link) else { return false }
      for place in stride(from: section.offset, to: section.offset + section.size, by: 24) {
        guard let info = integer(place + 4, 1), let home = integer(place + 6, 2),
          let name = integer(place, 4)
        else { return false }
        let (binding, isDefined) = (info >> 4, home != 0)
        guard binding != 0, isWanted(isDefined) else { continue }
        guard let text = text(name, in: strings) else { return false }
        symbols.append(Symbol(name: text, isDefined: isDefined, isWeak: binding == 2))
      }
    }
    return true
  }
}
