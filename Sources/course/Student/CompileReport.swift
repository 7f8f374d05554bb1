import Foundation
import Grading

/// The compiler's first errors, each with the line that it means, a mark under the place, and its notes.
struct CompileReport {
  let errors: [Finding]
  /// How many more there are.
  let more: Int
  let unit: CourseUnit
  let style: Style

  private static let most = 3

  init(_ verdict: Verdict, unit: CourseUnit, style: Style) {
    errors = Array(verdict.findings.prefix(Self.most))
    more = verdict.findings.count - errors.count + (verdict.moreFindings ?? 0)
    (self.unit, self.style) = (unit, style)
  }

  /// The errors, and why nothing ran.
  var lines: [String] {
    let isInChecks = errors.contains { $0.place.map { path($0).hasPrefix("Tests/") } ?? false }
    let hint = isInChecks ? ["  " + say(.errorInChecks)] : []
    return ["  " + say(.nothingRan)] + errorLines + hint
  }

  /// The errors alone.
  var errorLines: [String] {
    var lines: [String] = []
    for error in errors {
      lines += told(error, style.red)
      for note in error.notes ?? [] { lines += told(note, style.dim, kind: say(.compilerNote)) }
    }
    return more > 0 ? lines + ["  " + say(.moreErrors, ["count": more])] : lines
  }

  private func told(_ finding: Finding, _ colour: (String) -> String, kind: String = "") -> [String]
  {
    let message = finding.values?["error"] ?? finding.message
    guard let place = finding.place else {
      return message.split(separator: "\n").map { "  " + colour(String($0)) }
    }
    let title = "\(path(place)):\(place.line):\(place.column): \(kind)\(message)"
    let source = FileManager.default.contents(atPath: place.file) ?? Data()
    let sourceLines = String(decoding: source, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard sourceLines.indices.contains(place.line - 1) else { return ["  " + colour(title)] }
    let line = sourceLines[place.line - 1]
    // Tabs stay, so that the mark is where the place is.
    let blanks = line.prefix(max(0, place.column - 1)).map { $0 == "\t" ? "\t" : " " }.joined()
    return ["  " + colour(title), "    \(line)", "    \(blanks)\(colour("^"))"]
  }

  private func path(_ place: Place) -> String {
    String(place.file.trimmingPrefix(unit.exercise.resolvingSymlinksInPath().path + "/"))
  }
}
