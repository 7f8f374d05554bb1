import Foundation

/// One program of all the code in the documentation, and what it prints.
///
/// Each snippet is the body of a function of its own, so it cannot lean on another. What it does not
/// declare comes from `References/Context.swift`.
enum Examples {
  static let snippets: [Snippet] =
    (["README.md"] + Snippet.files(in: "Documentation", ".md")
    + Snippet.files(in: "Sources/NDArray", ".md") + Snippet.files(in: "Sources/NDArray", ".swift")
    + Snippet.files(in: "Sources/CourseKit", ".swift"))
    .flatMap(Snippet.all(in:))

  static let result = Result { try Compiler.run(sources) }

  /// What a snippet printed, or nil if it did not come to its end.
  static func output(of number: Int) throws -> [String]? {
    let lines = try result.get().output.components(separatedBy: "\n")
    guard let begin = lines.firstIndex(of: "begin \(number)"),
      let end = lines[begin...].firstIndex(of: "end \(number)")
    else { return nil }
    return Array(lines[(begin + 1)..<end])
  }

  private static var sources: [String: String] {
    let header = "import CourseKit\nimport Foundation\nimport NDArray\n"
    var functions = header
    // The sketches of the course's design speak of the layers of unit 04.
    var sketches = header + "import Networks\n"
    var main = header
    for (number, snippet) in snippets.enumerated() {
      var function = "func snippet\(number)() throws {\n"
      function += "#sourceLocation(file: \"\(snippet.file)\", line: \(snippet.line))\n"
      function += snippet.statements.joined(separator: "\n") + "\n#sourceLocation()\n}\n"
      if snippet.file == "Documentation/CourseDesign.md" {
        sketches += function
      } else {
        functions += function
      }
      if !snippet.promises.isEmpty {
        main +=
          "print(\"begin \(number)\"); fflush(nil); try snippet\(number)(); print(\"end \(number)\")\n"
      }
    }
    functions += FromNumPy.function
    let names = NumPyNames.function("renamed", NumPyNames.lines.map { "do { \($0.right) }" }).source
    main += "try fromNumPy()\nprint(\"the rows ran\")\n"
    return [
      "Context.swift": Snippet.text("Tests/DocumentationTests/References/Context.swift"),
      "Names.swift": names, "Sketches.swift": sketches, "Snippets.swift": functions,
      "main.swift": main,
    ]
  }
}
