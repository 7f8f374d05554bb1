import Foundation
import Grading

/// What `watch` shows after each round: the first open check in full, what changed, and the rest in a line.
struct WatchReport {
  let result: CheckResult
  /// The check that was shown in full while the others still ran.
  var shown: String?
  /// The title stands already.
  var hasTitle = false
  var style = Style.standardOutput

  private var report: CheckReport { CheckReport(result: result, style: style) }

  var text: String {
    var lines = (hasTitle ? [] : report.title) + report.troubles
    if result.ran { lines += open + changes }
    return (lines + report.closing).joined(separator: "\n")
  }

  private var changes: [String] {
    let judged = Array(zip(result.selection.checks, result.verdicts))
    let new = judged.filter { $0.1.passed && !result.passedBefore.contains($0.0.id) }
    let lost = judged.filter { !$0.1.passed && result.passedBefore.contains($0.0.id) }
    func names(_ some: [(Manifest.Check, Verdict)]) -> String {
      some.map(\.0.id).joined(separator: ", ")
    }
    var lines: [String] = []
    if !new.isEmpty {
      lines.append("  " + style.green(say(.newlyPassed, ["checks": names(new)])))
    }
    if !lost.isEmpty {
      lines.append("  " + style.yellow(say(.noLongerPasses, ["checks": names(lost)])))
    }
    return lines.isEmpty ? [] : lines + [""]
  }

  private var open: [String] {
    let items = OpenChecks(result).items
    guard let first = items.first else { return [] }
    var lines =
      shown == first.check.id ? [] : report.lines(first.check, first.verdict, inFull: true)
    let rest = items.dropFirst()
    let failing = rest.filter { !$0.waits }.map(\.check.id)
    if !failing.isEmpty {
      lines.append("  " + say(.alsoFailing, ["checks": failing.joined(separator: ", ")]))
    }
    let waiting = rest.count(where: \.waits)
    if waiting > 0 { lines.append("  " + style.dim(say(.wroteNothing, ["count": waiting]))) }
    return lines + [""]
  }
}
