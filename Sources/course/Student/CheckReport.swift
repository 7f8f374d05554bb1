import Foundation
import Grading

/// What `check` tells a person of a unit.
struct CheckReport {
  let result: CheckResult
  var style = Style.standardOutput
  private var unit: CourseUnit { result.selection.unit }
  private var checks: [Manifest.Check] { result.selection.checks }

  /// Each check with its points and time, and why it did not pass.
  var text: String {
    var lines = opening
    if result.problem == nil, result.compileError == nil {
      for (check, verdict) in zip(checks, result.verdicts) {
        lines += self.lines(check, verdict)
      }
      lines.append("")
    }
    return (lines + closing + [""]).joined(separator: "\n")
  }

  /// The unit, and what kept all of its checks from running.
  var opening: [String] {
    var lines = [style.bold("\(unit.title): \(result.selection.manifest.translatedTitle)"), ""]
    for path in result.missingFiles {
      let name = path.trimmingPrefix("Sources/")
      let values = ["file": path, "number": unit.number, "name": String(name)]
      lines += indented(style.red(say(.fileIsMissing, values)), by: 2) + [""]
    }
    if let problem = result.problem { lines += indented("\(problem)", by: 2) + [""] }
    if let error = result.compileError { lines += compileError(error) + [""] }
    return lines
  }

  /// One check: a line, and its findings if it says more than that nothing is written yet.
  func lines(_ check: Manifest.Check, _ verdict: Verdict) -> [String] {
    let width = result.selection.manifest.checks.map(\.id.count).max() ?? 0
    let points = "\(verdict.passed ? check.points : 0)/\(check.points)"
    let right = String(repeating: " ", count: max(0, 5 - points.count)) + points
    let name = "\(check.id.padded(to: width))  \(right)"
    let time = String(format: "  %5.2f s", verdict.seconds)
    switch verdict.outcome {
    case .passed: return [style.green("  ✓ \(name)\(time)")]
    case .notImplemented:
      return [style.dim("  · \(name)  \(verdict.translatedSentences.joined(separator: "; "))")]
    default:
      return [style.red("  ✗ \(name)\(time)")] + findings(of: verdict)
    }
  }

  /// Points, and where to go on.
  var closing: [String] {
    let score = result.score
    guard result.problem == nil else { return [] }
    let passed = checks.count - score.failed
    let summary = say(
      .summary,
      [
        "passed": passed, "count": checks.count, "earned": score.earned,
        "possible": score.possible,
      ])
    let bar = style.isOn ? style.bar(passed, of: checks.count) + " " : ""
    let lines = [String(format: "%@%@, %.1f s", bar, style.bold(summary), result.seconds)]
    guard let next = zip(checks, result.verdicts).first(where: { !$0.1.passed })?.0 else {
      return lines + [say(.allPassed, ["number": unit.number])]
    }
    let file = next.file.map { say(.inFile, ["file": "Sources/\($0)"]) } ?? ""
    return lines + [say(.next, ["check": next.id, "file": file, "number": unit.number])]
  }

  private func findings(of verdict: Verdict) -> [String] {
    zip(verdict.findings, verdict.translatedSentences).flatMap { finding, sentence in
      let place = verdict.outcome == .wrong ? finding.place.map { " (\($0))" } ?? "" : ""
      return indented(sentence + place, by: 6)
    }
  }

  /// The compiler's error with the line that it means and a mark under the place.
  private func compileError(_ error: Finding) -> [String] {
    var lines = indented(say(.nothingRan), by: 2)
    guard let place = error.place else { return lines + indented(error.message, by: 2) }
    let folder = unit.exercise.resolvingSymlinksInPath().path + "/"
    let path = place.file.trimmingPrefix(folder)
    let message = error.values?["error"] ?? error.message
    lines.append("  " + style.red("\(path):\(place.line):\(place.column): \(message)"))
    let source = FileManager.default.contents(atPath: place.file) ?? Data()
    let sourceLines = String(decoding: source, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    if sourceLines.indices.contains(place.line - 1) {
      let blanks = String(repeating: " ", count: max(0, place.column - 1))
      lines += ["    \(sourceLines[place.line - 1])", "    \(blanks)\(style.red("^"))"]
    }
    return path.hasPrefix("Tests/") ? lines + indented(say(.errorInChecks), by: 2) : lines
  }

  private func indented(_ text: String, by count: Int) -> [String] {
    let space = String(repeating: " ", count: count)
    return text.split(separator: "\n").map { space + $0 }
  }
}
