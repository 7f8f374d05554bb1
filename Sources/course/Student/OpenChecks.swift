import Foundation
import Grading

/// The checks of a run that did not pass, in the order in which to look at them: what is wrong before what waits for
/// code, both with the file that was just saved first, then in the lesson's order.
struct OpenChecks {
  struct Item {
    var check: Manifest.Check
    var verdict: Verdict

    var waits: Bool { verdict.outcome == .notImplemented }

    /// The file of `Sources/` to work on: where code is missing or the program stopped, else the check's own.
    var file: String? {
      let places = (verdict.findings.first?.place).map { [$0.file] } ?? []
      let sources = places.compactMap { file in
        file.firstRange(of: "/Sources/").map { String(file[$0.upperBound...]) }
      }
      return verdict.outcome == .wrong ? check.file ?? sources.first : sources.first ?? check.file
    }
  }

  let items: [Item]

  init(_ result: CheckResult) {
    let order = result.selection.order(after: result.saved)
    let verdicts = Dictionary(
      zip(result.selection.checks.map(\.id), result.verdicts)
    ) { first, _ in first }
    let open = order.compactMap { check in
      verdicts[check.id].flatMap { $0.passed ? nil : Item(check: check, verdict: $0) }
    }
    items = open.filter { !$0.waits } + open.filter(\.waits)
  }
}

extension Selection {
  /// The checks, those of the files of these names first.
  func order(after saved: [String]) -> [Manifest.Check] {
    let isFirst = { (check: Manifest.Check) in check.file.map(saved.contains) ?? false }
    return checks.filter(isFirst) + checks.filter { !isFirst($0) }
  }
}
