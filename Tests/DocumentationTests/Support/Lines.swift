import Foundation

/// Lines as a user of NumPy types them, right and wrong, each in a function of its own.
struct Lines {
  struct Line {
    let code: String
    /// What the compiler should say.
    let words: String?
    /// Whether it stands below the heading of those that are known to take long.
    let isSlow: Bool
  }

  let lines: [Line]

  init(_ file: String) {
    var isSlow = false
    var lines: [Line] = []
    for line in Snippet.text("Tests/DocumentationTests/References/\(file)").split(separator: "\n") {
      if line.hasPrefix("#") {
        isSlow = line.hasPrefix("# Slow") || line.hasPrefix("# Refused after")
      } else {
        let sides = line.components(separatedBy: " ⇒ ")
        lines.append(
          Line(code: sides[0], words: sides.count > 1 ? sides[1] : nil, isSlow: isSlow))
      }
    }
    self.lines = lines
  }

  /// What the compiler says of each line, allowed so many steps of its solver in each expression. Steps are counted
  /// and not timed, so that a busy machine decides nothing; 8,000 are about 100 ms.
  func errors(steps: Int, importing modules: [String] = ["NDArray"]) throws -> [[String]] {
    let context = Snippet.text("Tests/DocumentationTests/References/lines-context.swift")
      .split(separator: "\n").filter { !$0.hasPrefix("//") }.joined(separator: "; ")
    var source = modules.map { "import \($0)\n" }.joined()
    var starts: [Int: Int] = [:]
    for (number, line) in lines.enumerated() {
      source += "func line\(number)() throws { \(context); do {\n\(line.code)\n} }\n"
      starts[source.count { $0 == "\n" } - 1] = number
    }
    let output = try Compiler.typecheck(
      ["Lines.swift": source], ["-Xfrontend", "-solver-scope-threshold=\(steps)"])
    var errors = [[String]](repeating: [], count: lines.count)
    for match in output.matches(of: /Lines\.swift:(\d+):\d+: error: (.*)/) {
      guard let number = starts[Int(match.1)!] else { continue }
      errors[number].append(String(match.2))
    }
    return errors
  }
}
