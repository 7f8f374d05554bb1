import Foundation
import Grading
import Testing

/// All checks in one process, one after another, which ends with the first that fails: for tools that try a thousand wrong
/// solutions and do not ask more than whether any check notices.
///
/// The limits of a check hold for it but for its memory, which the process is held to from outside.
enum PlainRun {
  static let isWanted = getenv("COURSE_PLAIN_RUN") != nil

  static func perform(
    _ test: Test, _ limits: Limits, _ function: @Sendable () async throws -> Void
  ) async {
    let name = CheckList.Entry(testID: "\(test.id)", limits: limits).name
    say("started", name)
    limitProcessorTime(limits.seconds)
    let stopper = IssueHandlingTrait.compactMapIssues { issue in
      if issue.isFailure { fail(name) }
      return issue
    }
    do {
      try await stopper.provideScope(for: test, testCase: nil, performing: function)
    } catch {
      fail(name)
    }
    say("passed", name)
  }

  private static func fail(_ name: String) -> Never {
    say("failed", name)
    _exit(1)
  }

  private static func say(_ word: String, _ name: String) {
    let line = Array("\nplain: \(word) \(name)\n".utf8)
    _ = write(1, line, line.count)
  }

  private static func limitProcessorTime(_ seconds: Double) {
    var timer = itimerval()
    timer.it_value = timeval(
      tv_sec: Int(seconds), tv_usec: Int(seconds.truncatingRemainder(dividingBy: 1) * 1e6))
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
  }
}
