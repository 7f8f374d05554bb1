/// The root's `Package.swift` for students: without units, and of the targets only those whose folders are there.
struct ReleasedManifest {
  /// Whether the repository for students has a folder, by its path.
  let has: (String) -> Bool

  func text(of manifest: String) -> String {
    var text = manifest.replacing(/(let units: \[Unit\] = \[)(?:.|\n)*?\n\]/) { "\($0.1)]" }
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
    guard let name = item.firstMatch(of: /name: "([^"\\]+)"/) else { return false }
    if kind == "library" || kind == "executable" {
      let target = item.firstMatch(of: /targets: \["([^"]+)"/)
      return !has("Sources/\(target?.1 ?? name.1)")
    }
    let path = item.firstMatch(of: /path: "([^"\\]+)"/).map { String($0.1) }
    return !has(path ?? (kind == "testTarget" ? "Tests/\(name.1)" : "Sources/\(name.1)"))
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
