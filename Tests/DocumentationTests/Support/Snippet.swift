import Foundation

/// The root of the repository.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// A piece of code in the documentation.
struct Snippet: Sendable {
  /// The path in the repository.
  let file: String
  /// Where the code begins.
  let line: Int
  let code: [String]

  /// The blocks marked `swift` of a Markdown file, or of the doc comments of a Swift file.
  static func all(in file: String) -> [Snippet] {
    let isSource = file.hasSuffix(".swift")
    var snippets: [Snippet] = []
    var open: (line: Int, code: [String])?
    for (number, line) in text(file).components(separatedBy: "\n").enumerated() {
      var line = line
      if isSource {
        let trimmed = line.trimmingCharacters(in: .whitespaces)
        guard trimmed.hasPrefix("///") else { continue }
        line = String(trimmed.dropFirst(3))
        if line.hasPrefix(" ") { line.removeFirst() }
      }
      if let block = open, line.hasPrefix("```") {
        snippets.append(Snippet(file: file, line: block.line, code: block.code))
        open = nil
      } else if open != nil {
        open?.code.append(line)
      } else if line == "```swift" {
        open = (number + 2, [])
      }
    }
    return snippets
  }

  /// The files with a suffix below a folder, sorted.
  static func files(in folder: String, _ suffix: String) -> [String] {
    let walk = FileManager.default.enumerator(
      atPath: repository.appendingPathComponent(folder).path)
    let paths = walk?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(suffix) }.map { "\(folder)/\($0)" }.sorted()
  }

  static func text(_ file: String) -> String {
    let url = repository.appendingPathComponent(file)
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      fatalError("cannot read \(url.path)")
    }
    return text
  }

  /// The code as statements: modules are imported, and a script's first line read, by the file around it.
  var statements: [String] {
    code.map { $0.hasPrefix("import ") || $0.hasPrefix("#!") ? "" : $0 }
  }

  /// What the comments beside and below `print` say that is printed, line by line.
  var promises: [String] {
    var lines: [String] = []
    var follows = false
    for line in code {
      if let match = line.firstMatch(of: /^\s*print\(.*?\)\s*(?:\/\/ ?(.*))?$/) {
        if let comment = match.1 { lines.append(String(comment)) }
        follows = true
      } else if follows, let match = line.firstMatch(of: /^\s*\/\/ ?(.*)$/) {
        lines.append(String(match.1))
      } else {
        follows = false
      }
    }
    return lines
  }
}
