import Foundation

/// The tables of the article *NumPy → NDArray*.
enum FromNumPy {
  static let article = "Sources/NDArray/NDArray.docc/FromNumPy.md"

  struct Row {
    let line: Int
    /// Code in the columns of NumPy's calls, and in ours.
    var numPy: [String] = []
    var swift: [String] = []
  }

  static let rows: [Row] = {
    var rows: [Row] = []
    var header: [String]?
    for (number, line) in Snippet.text(article).components(separatedBy: "\n").enumerated() {
      guard line.hasPrefix("|") else {
        header = nil
        continue
      }
      let bar = "\u{1}"
      let cells = line.replacingOccurrences(of: "\\|", with: bar).split(
        separator: "|", omittingEmptySubsequences: false
      ).dropFirst().map { $0.replacingOccurrences(of: bar, with: "|") }
      guard let titles = header else {
        header = cells.map { $0.trimmingCharacters(in: .whitespaces) }
        continue
      }
      if line.hasPrefix("|---") { continue }
      var row = Row(line: number + 1)
      for (title, cell) in zip(titles, cells) {
        let code = cell.matches(of: /`([^`]+)`/).map { String($0.1) }
        if title.hasPrefix("NDArray") {
          row.swift += code
        } else if title.contains("NumPy") || title == "function" {
          row.numPy += code
        }
      }
      rows.append(row)
    }
    return rows
  }()

  /// A function that runs our call of each row after the declarations at the head of the article.
  static var function: String {
    var text = "func fromNumPy() throws {\n"
    for snippet in Snippet.all(in: article) {
      text += "#sourceLocation(file: \"\(article)\", line: \(snippet.line))\n"
      text += snippet.statements.joined(separator: "\n") + "\n"
    }
    for row in rows {
      for call in row.swift {
        text += "do {\n#sourceLocation(file: \"\(article)\", line: \(row.line))\n\(call)\n}\n"
      }
    }
    return text + "#sourceLocation()\n}\n"
  }
}
