import Foundation

/// All checks of a test binary in one process, side by side: tells quickly which pass, for authors who try many wrong
/// solutions. What does not pass here, or never comes to its end, is for ``IsolatedRun`` to judge.
public enum TogetherRun {
  private static let key = "GRADED_TESTS_TOGETHER"

  /// This process is such a run.
  public static let isOn = getenv(key) != nil

  /// The names of the checks that passed.
  ///
  /// - Parameter seconds: of processor time, after which the process is ended.
  /// - Throws: ``SpawnError`` if it cannot start.
  public static func passing(_ binary: String, seconds: Double) async throws -> Set<String> {
    let folder = try SecretFolder()
    defer { folder.remove() }
    let log = folder.path + "/verdicts"
    let output = try ScratchFile()
    defer { output.close() }
    var environment = ProcessInfo.processInfo.environment.merging(Launcher.settings) { $1 }
    environment[VerdictLog.key] = log
    environment[key] = "\(seconds)"
    // It died if a check traps, and then others tell of that.
    environment["SWIFT_BACKTRACE"] = "enable=no"
    _ = try await ChildProcess.run(
      binary, ["--testing-library", "swift-testing"], environment: environment, output: output,
      limits: Limits(seconds: seconds), isolated: true)
    let passed = VerdictLog.read(log).filter(\.value.passed)
    return Set(passed.keys.map(EventStream.functionName))
  }

  /// Ends this process, which is such a run, after its seconds.
  public static let limit: Void = {
    let seconds = getenv(key).map { atof($0) } ?? 0
    var limit = rlimit(
      rlim_cur: rlim_t(seconds.rounded(.up)), rlim_max: rlim_t(seconds.rounded(.up)))
    setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
  }()
}
