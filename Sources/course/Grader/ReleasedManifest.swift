/// The root's `Package.swift` for students: without units, tests, and the modules that only authors need.
struct ReleasedManifest {
  let without: Set<String>

  init(without: Set<String>) { self.without = without }

  func text(of manifest: String) -> String {
    let lines = manifest.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { $0.wholeMatch(of: /\s*Unit\("\d\d", .*/) == nil }
    var text = lines.joined(separator: "\n")
    for kind in ["testTarget", "target", "executableTarget", "library", "executable"] {
      var start = text.startIndex
      while let range = text.range(of: ".\(kind)(", range: start..<text.endIndex) {
        start = range.upperBound
        guard let end = Self.end(of: text, from: range.upperBound),
          isDropped(text[range.lowerBound..<end], kind: kind)
        else { continue }
        let line = text[..<range.lowerBound].lastIndex(of: "\n") ?? text.startIndex
        let tail = text[end...].first == "," ? text.index(after: end) : end
        start = line
        text.removeSubrange(line..<tail)
      }
    }
    return text
  }

  private func isDropped(_ item: Substring, kind: String) -> Bool {
    // The targets of a unit are made by a function, and name what it is given.
    guard let match = item.firstMatch(of: /name: "([^"\\]+)"/) else { return false }
    if kind == "testTarget" { return true }
    let targets = item.firstMatch(of: /targets: \["([^"]+)"/).map { String($0.1) }
    return without.contains(targets ?? String(match.1))
  }

  /// The place after the parenthesis that closes the one before `start`.
  private static func end(of text: String, from start: String.Index) -> String.Index? {
    var depth = 1
    var index = start
    while index < text.endIndex {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      index = text.index(after: index)
      if depth == 0 { return index }
    }
    return nil
  }
}
