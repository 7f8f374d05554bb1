import Foundation

/// One check, run alone in a child process of the test binary, and judged by the event stream that the
/// child leaves in a file whose name only this process and the child's runner know.
public struct IsolatedRun: Sendable {
  /// `Module.Suite/function()/File.swift:10:4`
  public var testID: String
  /// The file of the test; the student's code is in `../Sources` seen from its folder.
  public var testFile: String
  public var limits: Limits

  public init(testID: String, testFile: String, limits: Limits) {
    self.testID = testID
    self.testFile = testFile
    self.limits = limits
  }

  /// Whether this process is such a child.
  public static let isChild = getenv(childKey) != nil

  private static let childKey = "GRADED_TESTS_CHILD"

  /// Makes this process, which is such a child, keep to `limits` and end with the process that started it.
  public static func enter(_ limits: Limits) {
    limits.applyToThisProcess()
    let parent = getenv(childKey).map { atoi($0) }
    Thread.detachNewThread {
      while getppid() == parent { usleep(500_000) }
      kill(0, SIGKILL)
    }
  }

  /// Runs the check and says what it came to; whatever the check does, this returns.
  public func verdict() async -> Verdict {
    await Slots.shared.take()
    let verdict: Verdict
    do {
      verdict = try await run()
    } catch {
      verdict = Verdict(.missing, [Finding(.couldNotStart, ["error": "\(error)"])])
    }
    await Slots.shared.giveBack()
    return verdict
  }

  private func run() async throws -> Verdict {
    let folder = try SecretFolder()
    defer { folder.remove() }
    let events = folder.path + "/events"
    let output = folder.path + "/output"
    let child = try await ChildProcess.run(
      "/proc/self/exe",
      [
        "--testing-library", "swift-testing", "--event-stream-output-path", events,
        "--filter", "^\(NSRegularExpression.escapedPattern(for: testID))$",
      ],
      environment: Self.environment(mark: folder.path), output: output, limits: limits,
      isolated: true)
    Stray.killAll(marked: folder.path)
    var verdict = judge(
      child, EventStream(contentsOf: events), output: Self.text(ofFile: output))
    verdict.seconds = child.seconds
    return verdict
  }

  private static func environment(mark: String) -> [String: String] {
    var environment = ProcessInfo.processInfo.environment
    environment[VerdictLog.key] = nil
    environment[childKey] = "\(getpid()) \(mark)"
    environment["SWIFT_BACKTRACE"] =
      "enable=yes,color=no,interactive=no,threads=crashed,registers=none,images=none"
    // One thread makes sums the same on every machine, and starts sooner.
    environment["OPENBLAS_NUM_THREADS"] = "1"
    return environment
  }

  /// The beginning and the end of a file that may be long or hold anything.
  private static func text(ofFile path: String) -> String {
    let data = FileManager.default.contents(atPath: path) ?? Data()
    return String(decoding: data.suffix(200_000), as: UTF8.self)
  }

  func judge(_ child: ChildProcess, _ events: EventStream, output: String) -> Verdict {
    let seconds = limits.seconds.formatted()
    switch child.end {
    case .timedOut, .signalled(SIGXCPU):
      return Verdict(
        .timedOut, [Finding(.timedOut, ["seconds": seconds])])
    case .tooMuchOutput:
      return Verdict(
        .tooMuchOutput,
        [Finding(.tooMuchOutput, ["megabytes": "\(limits.outputBytes / 1_000_000)"])])
    case .signalled(let signal):
      return died(of: signal, output: output)
    case .exited(let code):
      if let verdict = events.verdict(of: testID), code == 0 || !verdict.passed { return verdict }
      if let finding = notImplemented(output) { return Verdict(.notImplemented, [finding]) }
      guard events.started(testID) else {
        return Verdict(.missing, [Finding(.notFound)])
      }
      return Verdict(
        .exitedEarly, [Finding(.exitedEarly, ["code": "\(code)"])])
    }
  }

  private func died(of signal: Int32, output: String) -> Verdict {
    let sources = URL(fileURLWithPath: testFile).deletingLastPathComponent()
      .deletingLastPathComponent().path
    let report = TrapReport(output: output, signal: signal, folder: sources + "/")
    if report.isOutOfMemory {
      return Verdict(
        .outOfMemory,
        [Finding(.outOfMemory, ["megabytes": "\(limits.megabytes)"], at: report.place)])
    }
    return Verdict(.trapped, [report.finding])
  }

  /// The line that `notImplemented()` of CourseKit wrote.
  private func notImplemented(_ output: String) -> Finding? {
    guard
      let match = output.firstMatch(
        of: /(?m)^(\/.+):(\d+): not implemented yet: (.+)$/), let line = Int(match.2)
    else { return nil }
    return Finding(
      .notImplemented, ["function": String(match.3)], at: Place(file: String(match.1), line: line))
  }
}

/// As many children at a time as there are processors.
private actor Slots {
  static let shared = Slots()

  private var free = ProcessInfo.processInfo.activeProcessorCount
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func giveBack() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
