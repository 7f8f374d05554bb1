import Foundation

/// `References/numpy-names.txt`: calls in NumPy's spelling, and what they become.
enum NumPyNames {
  static let lines: [(wrong: String, right: String)] =
    Snippet.text("Tests/DocumentationTests/References/numpy-names.txt").split(separator: "\n")
    .filter { !$0.hasPrefix("#") }
    .map { line in
      let sides = line.components(separatedBy: " → ")
      return (sides[0], sides[1])
    }

  /// A function with a call in each line, after what the calls speak of.
  static func function(_ name: String, _ calls: [String]) -> (source: String, firstLine: Int) {
    let context = Snippet.text("Tests/DocumentationTests/References/numpy-names-context.swift")
    let head = "import Foundation\nimport NDArray\n\nfunc \(name)() throws {\n\(context)"
    let source = head + calls.joined(separator: "\n") + "\n}\n"
    return (source, head.components(separatedBy: "\n").count)
  }

  /// The names that are declared unavailable in the library's sources.
  static let declared: [String] = Snippet.files(in: "Sources/NDArray/NumPyNames", ".swift")
    .flatMap { file in
      Snippet.text(file).matches(
        of:
          /@available\(\s*\*, unavailable,[^@]*?\spublic (?:static |mutating )*(?:func|var) `?(\w+)/
      ).map { String($0.1) }
    }
}
