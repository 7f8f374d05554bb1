import Foundation

/// One check, run alone in a child process of the test binary, and judged by two witnesses that must agree: the
/// event stream of Swift Testing, which the student's code could find and write to, and what the trait `.graded`
/// reports on a ``CheckChannel``, which it could not.
public struct IsolatedRun: Sendable {
  /// `Module.Suite/function()/File.swift:10:4`
  public var testID: String
  /// The file of the test; the student's code is in `../Sources` seen from its folder.
  public var testFile: String
  public var limits: Limits
  /// What the check may sleep, where it shares that with others.
  public var sleep: SleepBudget?

  public init(testID: String, testFile: String, limits: Limits) {
    self.testID = testID
    self.testFile = testFile
    self.limits = limits
  }

  /// Whether this process is such a child.
  public static let isChild = getenv(childKey) != nil

  private static let childKey = "GRADED_TESTS_CHILD"
  private static let eventsDescriptor: Int32 = 40
  private static let channelDescriptor: Int32 = 41

  /// Makes this process, which is such a child, keep to `limits` and end with the process that started it.
  public static func enter(_ limits: Limits) -> CheckProof {
    LastWords.arrange()
    LastWords.arrangeThisThread()
    // What was printed is to be seen even of a process that is killed.
    LastWords.printByLine()
    limits.applyToThisProcess()
    if let parent = getenv(childKey).map({ atoi($0) }), parent != 0 {
      Thread.detachNewThread {
        while getppid() == parent { usleep(500_000) }
        kill(0, SIGKILL)
      }
    }
    return CheckProof(socket: channelDescriptor)
  }

  /// Lets this thread, on which the body of a check is about to run, tell of an endless recursion.
  public static func enterBody() { LastWords.arrangeThisThread() }

  /// The body of the check has ended, and what follows costs it no time.
  public static func leaveBody() { LastWords.stopTheClock() }

  /// Runs the check and says what it came to; whatever the check does, this returns.
  public func verdict() async -> Verdict {
    await Slots.shared.take(rank: CheckOrder.rank(of: testID))
    let verdict = await verdict(by: .thisProgram)
    await Slots.shared.giveBack()
    return verdict
  }

  /// Runs the check in a process that `launcher` starts, at once.
  ///
  /// A process that never came to the check, for want of memory or of processes, gets a second try. One that trapped
  /// without a word gets it for the words alone: what traps once has not passed.
  public func verdict(by launcher: Launcher) async -> Verdict {
    let first = await attempt(launcher)
    if first.verdict.outcome == .missing {
      return await attempt(launcher).verdict
    }
    guard first.isUnexplained else { return first.verdict }
    let second = await attempt(launcher)
    if case .signalled = second.end { return second.verdict }
    return first.verdict
  }

  private struct Attempt {
    var verdict: Verdict
    var end: ChildProcess.End?
    var output = ""

    /// Whether the process trapped and Swift's backtracer, which can fail, left no word of why.
    var isUnexplained: Bool {
      guard case .signalled(let signal) = end, [SIGILL, SIGTRAP].contains(signal) else {
        return false
      }
      return !TrapReport.isIn(output)
    }
  }

  private func attempt(_ launcher: Launcher) async -> Attempt {
    do {
      return try await run(launcher)
    } catch {
      return Attempt(verdict: Verdict(.missing, [Finding(.couldNotStart, ["error": "\(error)"])]))
    }
  }

  private func run(_ launcher: Launcher) async throws -> Attempt {
    let mark = UUID().uuidString
    let (events, output, errors) = (try ScratchFile(), try ScratchFile(), try ScratchFile())
    let channel = try CheckChannel()
    defer {
      for file in [events, output, errors] { file.close() }
      channel.close()
    }
    var environment = launcher.environment.merging(Launcher.settings) { $1 }
    environment[Self.childKey] = "\(launcher.isSandbox ? 0 : getpid()) \(mark)"
    let measured = limits.ofAllProcesses(sleeping: sleep?.allowance)
    var child = try await ChildProcess.run(
      launcher.executable,
      launcher.arguments + [
        "--testing-library", "swift-testing",
        // Nothing but the student's words on standard output.
        "--verbosity", "\(Int.min)",
        "--event-stream-output-path", "/proc/self/fd/\(Self.eventsDescriptor)",
        "--filter", "^\(NSRegularExpression.escapedPattern(for: testID))$",
      ],
      environment: environment, output: output, errors: errors,
      handing: [
        Self.eventsDescriptor: events.descriptor, Self.channelDescriptor: channel.childEnd,
      ],
      limits: limits, measured: measured, isolated: true)
    sleep?.take(child.asleepSeconds)
    if launcher.isSandbox {
      if case .exited(let code) = child.end, code > 128 { child.end = .signalled(code - 128) }
    } else {
      Stray.killAll(marked: mark)
    }
    // Of a long output the end says why the process died.
    let text = String(decoding: errors.contents(last: 200_000), as: UTF8.self)
    var verdict = judge(
      child, EventStream(events.contents(last: .max)), channel.evidence(on: testID), output: text,
      measured)
    verdict.seconds = child.seconds
    verdict.printed = Printed(output, errors: TrapReport.before(text))
    return Attempt(verdict: verdict, end: child.end, output: text)
  }

  private func judge(
    _ child: ChildProcess, _ events: EventStream, _ evidence: CheckChannel.Evidence, output: String,
    _ measured: ProcessMeter.Limits
  ) -> Verdict {
    switch child.end {
    case .signalled(SIGPROF), .signalled(SIGXCPU), .timedOut, .tookTooLong:
      var finding = Finding(.timedOut, ["seconds": limits.seconds.formatted()])
      finding.setChain(TrapReport.chain(in: output, folder: folder))
      return Verdict(.timedOut, [finding])
    case .asleep:
      let seconds = "\(Int(measured.asleepSeconds.rounded()))"
      return Verdict(.timedOut, [Finding(.asleep, ["seconds": seconds])])
    case .tookTooMuchMemory:
      return Verdict(.outOfMemory, [Finding(.outOfMemory, ["megabytes": "\(limits.megabytes)"])])
    case .tooMuchOutput:
      return Verdict(
        .tooMuchOutput,
        [Finding(.tooMuchOutput, ["megabytes": "\(limits.outputBytes / 1_000_000)"])])
    case .signalled(let signal):
      return died(of: signal, output: output)
    case .exited(let code):
      if let verdict = events.verdict(of: testID), code == 0 || !verdict.passed {
        return verdict.passed ? confirmed(evidence) : verdict
      }
      if let finding = notImplemented(output) { return Verdict(.notImplemented, [finding]) }
      guard events.started(testID) else {
        return Verdict(.missing, [Finding(.notFound)])
      }
      return Verdict(
        .exitedEarly, [Finding(.exitedEarly, ["code": "\(code)"])])
    }
  }

  /// A pass, if the trait reported on its own line what the event stream tells.
  private func confirmed(_ evidence: CheckChannel.Evidence) -> Verdict {
    guard !evidence.isForged, evidence.started, let issues = evidence.issues else {
      return Verdict(.missing, [Finding(.noProof)])
    }
    guard issues == 0 else {
      return Verdict(.wrong, [Finding(.recordRemoved, ["count": "\(issues)"])])
    }
    return Verdict(.passed)
  }

  private func died(of signal: Int32, output: String) -> Verdict {
    let report = TrapReport(output: output, signal: signal, folder: folder)
    if report.isOutOfMemory {
      var finding = Finding(.outOfMemory, ["megabytes": "\(limits.megabytes)"])
      finding.setChain(report.chain)
      return Verdict(.outOfMemory, [finding])
    }
    return Verdict(.trapped, [report.finding])
  }

  /// The exercise, with a slash at its end.
  private var folder: String {
    URL(fileURLWithPath: testFile).deletingLastPathComponent().deletingLastPathComponent().path
      + "/"
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
