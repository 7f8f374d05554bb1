import Foundation
import Grading

/// What `check` tells a person of a unit.
struct CheckReport {
  let result: CheckResult
  var style = Style.standardOutput
  private var unit: CourseUnit { result.selection.unit }
  private var checks: [Manifest.Check] { result.selection.checks }

  /// So many lines of what the student's code printed are shown under a check that is one of several.
  private static let firstLines = 5

  /// Each check with its points and time, and why it did not pass.
  var text: String {
    var lines = title + troubles
    if result.ran {
      let isAlone = checks.count == 1
      for (check, verdict) in zip(checks, result.verdicts) {
        lines += self.lines(check, verdict, inFull: isAlone)
      }
      lines.append("")
    }
    return (lines + closing + [""]).joined(separator: "\n")
  }

  /// The unit.
  var title: [String] {
    [style.bold("\(unit.title): \(result.selection.manifest.translatedTitle)"), ""]
  }

  /// What kept all of its checks from running.
  var troubles: [String] {
    var lines: [String] = []
    for path in result.missingFiles {
      let name = path.trimmingPrefix("Sources/")
      let values = ["file": path, "number": unit.number, "name": String(name)]
      lines += indented(style.red(say(.fileIsMissing, values)), by: 2) + [""]
    }
    for warning in result.warnings {
      let place = warning.place.map { " (\($0.file):\($0.line))" } ?? ""
      let text = say(.wouldBeRefused, ["reason": warning.message]) + place
      lines += indented(style.red(text), by: 2) + [""]
    }
    if let problem = result.problem { lines += indented("\(problem)", by: 2) + [""] }
    if let verdict = result.compileFailure {
      lines += CompileReport(verdict, unit: unit, style: style).lines + [""]
    }
    return lines
  }

  /// One check: a line, its findings if it says more than that nothing is written yet, and what was printed, of a check
  /// that is shown in full even if it passed.
  func lines(_ check: Manifest.Check, _ verdict: Verdict, inFull: Bool) -> [String] {
    let width = result.selection.manifest.checks.map(\.id.count).max() ?? 0
    let points = "\(verdict.passed ? check.points : 0)/\(check.points)"
    let right = String(repeating: " ", count: max(0, 5 - points.count)) + points
    let name = "\(check.id.padded(to: width))  \(right)"
    let time = String(format: "  %5.2f s", verdict.seconds)
    let printed = self.printed(in: check, verdict, inFull: inFull)
    switch verdict.outcome {
    case .passed: return [style.green("  ✓ \(name)\(time)")] + (inFull ? printed : [])
    case .notImplemented:
      let sentences = verdict.translatedSentences.joined(separator: "; ")
      return [style.dim("  · \(name)  \(sentences)")] + (inFull ? printed : [])
    default:
      return [style.red("  ✗ \(name)\(time)")] + findings(of: verdict) + printed
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
    return lines + [NextStep(result).sentence].compactMap(\.self)
  }

  private func findings(of verdict: Verdict) -> [String] {
    verdict.translatedSentences.enumerated().flatMap { number, sentence in
      let isFinding = number < min(verdict.findings.count, Verdict.toldFindings)
      let place = isFinding && verdict.outcome == .wrong ? verdict.findings[number].place : nil
      return indented(sentence + (place.map { " (\($0))" } ?? ""), by: 6)
    }
  }

  /// With a rule at the left, so that nothing of it can be taken for a word of the tool.
  private func printed(in check: Manifest.Check, _ verdict: Verdict, inFull: Bool) -> [String] {
    guard let printed = verdict.printed else { return [] }
    let shown = printed.lines.prefix(inFull ? .max : Self.firstLines)
    let more = printed.lines.count - shown.count + printed.moreLines
    var lines = [style.dim("      " + say(.yourCodePrinted))]
    lines += shown.map { "      \(style.dim("│")) \($0)" }
    if more > 0 {
      let values: [String: any CustomStringConvertible] = [
        "count": more, "number": unit.number, "check": check.id,
      ]
      lines.append(style.dim("      " + say(inFull ? .moreLines : .moreLinesShown, values)))
    }
    return lines
  }

  private func indented(_ text: String, by count: Int) -> [String] {
    let space = String(repeating: " ", count: count)
    return text.split(separator: "\n").map { space + $0 }
  }
}
