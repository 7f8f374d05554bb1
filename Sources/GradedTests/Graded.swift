import Grading
import Synchronization
import Testing

/// Runs each test of a suite in a process of its own, within limits, so that what one does (trap, loop, exit,
/// flood) is the verdict on that one and on no other.
///
/// The process that `swift test` started runs no student code: for each test it starts its own binary
/// again, reads the events that the child wrote, and records its issues as its own. The student's code must
/// not be reached outside a test's body, as in `arguments:` or a global.
public struct Graded: SuiteTrait, TestTrait, TestScoping {
  private let mark = Mark()
  fileprivate let seconds: Double?
  fileprivate let megabytes: Int?

  init(seconds: Double? = nil, megabytes: Int? = nil) {
    self.seconds = seconds
    self.megabytes = megabytes
  }

  public var isRecursive: Bool { true }

  /// The outermost trait of a test function takes all of it, every case of its arguments included; in the process of
  /// the check it is told of each case, too.
  public func scopeProvider(for test: Test, testCase: Test.Case?) -> Graded? {
    guard !test.isSuite, testCase == nil || IsolatedRun.isChild, test.graded.first?.mark === mark
    else { return nil }
    return self
  }

  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    if testCase != nil {
      IsolatedRun.enterBody()
      return try await function()
    }
    let limits = test.limits
    if PlainRun.isWanted { return await PlainRun.perform(test, limits, function) }
    let id = "\(test.id)"
    if IsolatedRun.isChild {
      // Lives in this function's frame alone.
      let report = IsolatedRun.enter(limits)
      report.started(id)
      let issues = try await countingIssues(of: test, function)
      IsolatedRun.leaveBody()
      return report.ended(id, issues: issues)
    }
    if TogetherRun.isOn { return await runTogether(test, id, function) }
    if CheckList.isWanted { return CheckList.append(.init(testID: id, limits: limits)) }
    let location = test.sourceLocation
    let run = IsolatedRun(testID: id, testFile: location.filePath, limits: limits)
    let verdict = await run.verdict()
    VerdictLog.append(verdict, testID: id)
    // One sentence is of no finding: how many more there are.
    for (number, sentence) in verdict.sentences.enumerated() {
      let place = number < Verdict.toldFindings ? verdict.findings[number].place : nil
      Issue.record(
        Comment(rawValue: sentence), sourceLocation: place.map(SourceLocation.init) ?? location)
    }
    if !verdict.passed, let printed = verdict.printed { tell(printed, by: test.name) }
  }

  /// Shows what the student's code printed in a check, in one piece.
  private func tell(_ printed: Printed, by name: String) {
    let lines = printed.lines.map { "  │ \($0)\n" }.joined()
    let more = printed.moreLines > 0 ? "  … \(printed.moreLines) more lines\n" : ""
    print("your code printed in \(name):\n" + lines + more, terminator: "")
  }

  /// Performs the test in this process, for a ``TogetherRun``, and leaves a verdict if it passes.
  private func runTogether(
    _ test: Test, _ id: String, _ function: @Sendable () async throws -> Void
  ) async {
    TogetherRun.limit
    let issues = (try? await countingIssues(of: test, function)) ?? 1
    if issues == 0 { VerdictLog.append(Verdict(.passed), testID: id) }
  }

  /// Performs the test and counts what it records; an error that it throws goes on to the runner.
  private func countingIssues(
    of test: Test, _ function: @Sendable () async throws -> Void
  ) async throws -> Int {
    let count = Mutex(0)
    let counter = IssueHandlingTrait.compactMapIssues { issue in
      if issue.isFailure { count.withLock { $0 += 1 } }
      return issue
    }
    try await counter.provideScope(for: test, testCase: nil, performing: function)
    return count.withLock { $0 }
  }

  private final class Mark: Sendable {}
}

extension Trait where Self == Graded {
  /// A graded suite, within ``Limits``' defaults of 10 s, 2048 MB and 4 MB of output for each test.
  public static var graded: Self { Graded() }

  /// A graded suite or test with limits of its own; those of a test go before those of its suite.
  public static func graded(seconds: Double? = nil, megabytes: Int? = nil) -> Self {
    Graded(seconds: seconds, megabytes: megabytes)
  }
}

extension SourceLocation {
  fileprivate init(_ place: Place) {
    let path = place.file.split(separator: "/")
    let fileID = path.suffix(2).joined(separator: "/")
    self.init(fileID: fileID, filePath: place.file, line: place.line, column: place.column)
  }
}

extension Test {
  fileprivate var graded: [Graded] { traits.compactMap { $0 as? Graded } }

  fileprivate var limits: Limits {
    var limits = Limits()
    for trait in graded {
      limits.seconds = trait.seconds ?? limits.seconds
      limits.megabytes = trait.megabytes ?? limits.megabytes
    }
    return limits
  }
}
