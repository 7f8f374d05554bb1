import Foundation
import Grading

/// What `watch` shows after each round: what changed, the first unsolved check in full, and the rest in a line.
struct WatchReport {
  let result: CheckResult
  var style = Style.standardOutput

  var text: String {
    let report = CheckReport(result: result, style: style)
    var lines = report.opening
    if result.problem == nil, result.compileError == nil { lines += changes + firstUnsolved }
    return (lines + report.closing).joined(separator: "\n")
  }

  private var judged: [(check: Manifest.Check, verdict: Verdict)] {
    Array(zip(result.selection.checks, result.verdicts))
  }

  private var changes: [String] {
    let new = judged.filter { $0.verdict.passed && !result.passedBefore.contains($0.check.id) }
    let lost = judged.filter { !$0.verdict.passed && result.passedBefore.contains($0.check.id) }
    func names(_ some: [(check: Manifest.Check, verdict: Verdict)]) -> String {
      some.map(\.check.id).joined(separator: ", ")
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

  private var firstUnsolved: [String] {
    let open = judged.filter { !$0.verdict.passed }
    guard let first = open.first else { return [] }
    var lines = CheckReport(result: result, style: style).lines(first.check, first.verdict)
    let rest = open.dropFirst()
    let failing = rest.filter { $0.verdict.outcome != .notImplemented }.map(\.check.id)
    if !failing.isEmpty {
      lines.append("  " + say(.alsoFailing, ["checks": failing.joined(separator: ", ")]))
    }
    let waiting = rest.count - failing.count
    if waiting > 0 { lines.append("  " + style.dim(say(.wroteNothing, ["count": waiting]))) }
    return lines + [""]
  }
}
