import Foundation
import Grading
import Synchronization

/// Shows the first open check as soon as it is certain to be that, while the other checks still run.
final class WatchStream: Sendable {
  private let selection: Selection
  /// The checks in the order in which a student looks at them.
  private let order: [String]
  private let show: @Sendable (String) -> Void
  private let state = Mutex(State())

  private struct State {
    var verdicts: [String: Verdict] = [:]
    var shown: String?
    var isOver = false
  }

  /// - Parameter show: writes a text.
  init(
    _ selection: Selection, saved: [String],
    show: @escaping @Sendable (String) -> Void = {
      print($0)
      fflush(nil)
    }
  ) {
    (self.selection, self.show) = (selection, show)
    order = selection.order(after: saved).map(\.id)
  }

  /// Takes the verdict on one check.
  func add(_ name: String, _ verdict: Verdict) {
    state.withLock { state in
      state.verdicts[name] = verdict
      guard !state.isOver, state.shown == nil, let first = firstWrong(state.verdicts) else {
        return
      }
      state.shown = first.id
      var result = CheckResult(selection: selection)
      result.verdicts = [state.verdicts[first.id]!]
      let report = CheckReport(result: result)
      let lines = report.title + report.lines(first, state.verdicts[first.id]!, inFull: true)
      show(lines.joined(separator: "\n"))
    }
  }

  /// All verdicts are there; says which check was shown.
  func end() -> String? {
    state.withLock { state in
      state.isOver = true
      return state.shown
    }
  }

  /// The first check that is wrong, once no check before it can turn out to be. Of those that only wait for code the first
  /// is known at the end.
  private func firstWrong(_ verdicts: [String: Verdict]) -> Manifest.Check? {
    for id in order {
      guard let verdict = verdicts[id] else { return nil }
      if verdict.passed || verdict.outcome == .notImplemented { continue }
      return selection.checks.first { $0.id == id }
    }
    return nil
  }
}
