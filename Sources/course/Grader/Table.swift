import Foundation

/// A table that an instructor writes, perhaps with a spreadsheet: separated by commas, semicolons or tabs, in UTF-8
/// or UTF-16, with a byte-order mark or without.
struct Table {
  struct Row {
    var line: Int
    var fields: [String]
  }

  let file: String
  /// The rows below the header, without empty ones.
  private(set) var rows: [Row] = []
  /// Whether numbers have a comma where others have a point.
  private(set) var hasDecimalCommas = false

  /// - Parameters:
  ///   - header: the names of the columns, in the first line.
  ///   - optional: so many of the last ones may be left out.
  /// - Throws: ``Failure`` at the line that is wrong.
  init(
    _ data: Data, file: String, header: [String], optional: Int = 0, mayLackHeader: Bool = false
  ) throws {
    self.file = file
    var text = try Self.text(of: data, file: file)
    var offset = 0
    // Excel's own way of telling the separator.
    if text.lowercased().hasPrefix("sep="), let end = text.firstIndex(where: \.isNewline) {
      text = String(text[text.index(after: end)...])
      offset = 1
    }
    let first = text.prefix { !$0.isNewline }
    let separator: Character =
      first.contains(";") && !first.contains(",") ? ";" : first.contains("\t") ? "\t" : ","
    hasDecimalCommas = separator != ","
    let all: [(line: Int, fields: [String])]
    do {
      all = try CSV.rows(of: text, separator: separator)
    } catch let open as CSV.OpenQuote {
      throw Failure(
        "the quotation mark that begins here does not end", file: file, line: open.line + offset)
    }
    let least = header.count - optional
    for (number, row) in all.enumerated() {
      var fields = row.fields.map { $0.trimmingCharacters(in: .whitespaces) }
      while fields.count > header.count, fields.last == "" { fields.removeLast() }
      let line = row.line + offset
      if number == 0 {
        let names = Array(header.prefix(max(least, fields.count)))
        if fields.map({ $0.lowercased() }) == names { continue }
        guard mayLackHeader else {
          throw Failure(
            "the first line must be \(header.joined(separator: ","))", file: file, line: line)
        }
      }
      if fields.allSatisfy(\.isEmpty) { continue }
      guard (least...header.count).contains(fields.count) else {
        throw Failure("\(fields.count) fields, not \(header.count)", file: file, line: line)
      }
      fields += Array(repeating: "", count: header.count - fields.count)
      rows.append(Row(line: line, fields: fields))
    }
  }

  func failure(_ message: String, _ row: Row) -> Failure {
    Failure(message, file: file, line: row.line)
  }

  /// A number as a spreadsheet of any language writes it.
  func number(_ text: String) -> Double? {
    let text = hasDecimalCommas ? text.replacing(",", with: ".") : text
    return Double(text)
  }

  private static func text(of data: Data, file: String) throws -> String {
    if data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF]) {
      guard let text = String(data: data, encoding: .utf16) else {
        throw Failure("is no text in UTF-16", file: file)
      }
      return String(text.drop { $0 == "\u{FEFF}" })
    }
    let bytes = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    throw Failure(
      "is no text in UTF-8; save the table as “CSV UTF-8”", file: file, line: line + 1)
  }
}
