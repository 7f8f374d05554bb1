/// Comma-separated values as RFC 4180 has them.
enum CSV {
  /// The text of a table, a line a row.
  static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func quoted(_ field: String) -> String {
    // A spreadsheet would compute a field that begins like a formula.
    let field = field.first.map { "=+-@\t".contains($0) } == true ? "'" + field : field
    guard field.contains(where: { ",\"".contains($0) || $0.isNewline }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }

  /// A quotation mark without its second.
  struct OpenQuote: Error { var line: Int }

  /// The rows of a text with the number of the line on which each begins; empty lines are left out.
  ///
  /// - Throws: ``OpenQuote`` with the line on which a field begins that does not end.
  static func rows(
    of text: String, separator: Character = ","
  ) throws -> [(line: Int, fields: [String])] {
    var rows: [(line: Int, fields: [String])] = []
    var (fields, field, isQuoted) = ([String](), "", false)
    var (line, start, quote) = (1, 1, 1)
    var characters = Array(text)[...]
    while let character = characters.popFirst() {
      if character.isNewline { line += 1 }
      if isQuoted {
        if character != "\"" {
          field.append(character)
        } else if characters.first == "\"" {
          field.append(characters.removeFirst())
        } else {
          isQuoted = false
        }
      } else if character == "\"", field.isEmpty {
        (isQuoted, quote) = (true, line)
      } else if character == separator {
        fields.append(field)
        field = ""
      } else if character.isNewline {
        if !fields.isEmpty || !field.isEmpty { rows.append((start, fields + [field])) }
        (fields, field, start) = ([], "", line)
      } else {
        field.append(character)
      }
    }
    guard !isQuoted else { throw OpenQuote(line: quote) }
    if !fields.isEmpty || !field.isEmpty { rows.append((start, fields + [field])) }
    return rows
  }
}
