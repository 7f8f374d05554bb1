import Foundation

/// A run of all graded tests in a test binary: what was found, and the verdict on each.
public struct GradedRun: Sendable {
  /// A test and what it came to; `missing` for one that left no verdict.
  public struct Result: Sendable {
    public var test: EventStream.Test
    public var verdict: Verdict

    /// The name of the test function, which is the check's identifier: `updateMovesTheBoundary`.
    public var name: String { test.functionName }
  }

  public var results: [Result]
  /// What the binary itself printed, for when it does not run at all.
  public var output: String
  /// The run came to its own end.
  public var ended: Bool

  /// Runs the tests of `binary` whose identifiers match the regular expression `filter`.
  ///
  /// The process that this starts runs no student code; each test is a child of it (``IsolatedRun``).
  ///
  /// - Parameters:
  ///   - order: the names of those that are to be run first.
  ///   - progress: told of each verdict when it is there.
  public static func of(
    _ binary: String, filter: String? = nil, environment extra: [String: String] = [:],
    order: [String] = [], progress: (@Sendable (_ name: String, Verdict) -> Void)? = nil
  ) async throws -> GradedRun {
    let folder = try SecretFolder()
    defer { folder.remove() }
    let (events, log) = (folder.path + "/events", folder.path + "/verdicts")
    let output = try ScratchFile()
    defer { output.close() }
    var environment = ProcessInfo.processInfo.environment.merging(extra) { $1 }
    environment[VerdictLog.key] = log
    environment[CheckOrder.key] = order.joined(separator: "\n")
    let follower = progress.map { progress in
      Task {
        await VerdictLog.follow(log) {
          progress(EventStream.functionName(of: $0.testID), $0.verdict)
        }
      }
    }
    defer { follower?.cancel() }
    _ = try await ChildProcess.run(
      binary,
      ["--testing-library", "swift-testing", "--event-stream-output-path", events]
        + (filter.map { ["--filter", $0] } ?? []),
      environment: environment, output: output, limits: Limits(seconds: 3600, outputBytes: .max),
      isolated: false)

    let stream = EventStream(contentsOf: events)
    let verdicts = VerdictLog.read(log)
    let results = stream.tests.map { test in
      let missing = Verdict(
        .missing, [Finding(.noVerdict)])
      return Result(test: test, verdict: verdicts[test.id] ?? missing)
    }
    let text = String(decoding: output.contents(last: 10_000), as: UTF8.self)
    return GradedRun(results: results, output: text, ended: stream.ended)
  }
}

extension EventStream.Test {
  /// The function's name without its parentheses.
  public var functionName: String { EventStream.functionName(of: id) }
}

extension EventStream {
  /// `learns` of `Module.Suite/learns(from:)/File.swift:3:4`.
  static func functionName(of testID: String) -> String {
    let path = testID.split(separator: "/")
    guard let function = path.last(where: { $0.contains("(") }) else { return testID }
    return String(function.prefix { $0 != "(" }).replacing("`", with: "")
  }
}
