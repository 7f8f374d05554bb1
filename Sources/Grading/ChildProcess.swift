import Foundation

/// A program that ran until it ended or went beyond its limits.
///
/// `posix_spawn` and `wait4` directly: the grader needs the group, a file for the output that no
/// surviving grandchild can hold open, and the signal; and every exercise links this module, so it
/// brings no package along.
struct ChildProcess: Sendable {
  enum End: Sendable, Equatable {
    case exited(Int32)
    case signalled(Int32)
    /// Killed with its whole group when all of it had slept for too long.
    case asleep
    /// Killed with its whole group when the clock ran out.
    case timedOut
    /// Killed with its whole group when its output had grown too long.
    case tooMuchOutput
    /// Killed with its whole group when all of its processes together had used up what a ``ProcessMeter`` sees.
    case tookTooLong
    case tookTooMuchMemory
  }

  var end: End
  var seconds: Double
  /// Seconds in which all of it slept.
  var asleepSeconds = 0.0

  /// Runs `executable` with its output going to the file `output`.
  ///
  /// - Parameter errors: where its standard error goes, if not there too.
  /// - Parameter handing: descriptors of this process, and what they are called in the child.
  /// - Parameter measured: what all of its processes together may use.
  /// - Parameter isolated: in a process group of its own, of which nothing outlives it; otherwise in this one's,
  ///   so that Ctrl-C ends both.
  /// - Throws: ``SpawnError`` if it cannot start.
  static func run(
    _ executable: String, _ arguments: [String], environment: [String: String],
    output: ScratchFile, errors: ScratchFile? = nil, handing descriptors: [Int32: Int32] = [:],
    limits: Limits, measured: ProcessMeter.Limits? = nil, isolated: Bool
  ) async throws -> ChildProcess {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Result {
            try runBlocking(
              executable, arguments, environment: environment, outputs: [output, errors ?? output],
              handing: descriptors, limits: limits, measured: measured, isolated: isolated)
          })
      }
    }
  }

  private static func runBlocking(
    _ executable: String, _ arguments: [String], environment: [String: String],
    outputs: [ScratchFile], handing descriptors: [Int32: Int32], limits: Limits,
    measured: ProcessMeter.Limits?, isolated: Bool
  ) throws -> ChildProcess {
    let start = ContinuousClock.now
    let child = try spawn(
      executable, arguments, environment: environment.map { "\($0)=\($1)" }, outputs: outputs,
      handing: descriptors, isolated: isolated)
    var sleep = Sleep(of: child)
    let stopped = watch(
      child, from: start, outputs: outputs, limits: limits, measured: measured, sleep: &sleep)
    // The zombie keeps its number, so the group can be killed without hitting a stranger.
    kill(isolated ? -child : child, SIGKILL)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}

    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let signal = status & 0x7F
    let end: End = signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
    return ChildProcess(end: stopped ?? end, seconds: seconds, asleepSeconds: sleep.seconds)
  }

  /// Waits until `child` has ended or has gone beyond what no limit of the kernel stops: sleep, and its output. (The
  /// threads of Swift's pool block the signal that `RLIMIT_FSIZE` sends.)
  private static func watch(
    _ child: pid_t, from start: ContinuousClock.Instant, outputs: [ScratchFile], limits: Limits,
    measured: ProcessMeter.Limits?, sleep: inout Sleep
  ) -> End? {
    let deadline = start + .seconds(limits.wallSeconds)
    let files = Dictionary(outputs.map { ($0.descriptor, $0) }) { first, _ in first }.values
    let asleepSeconds = measured?.asleepSeconds ?? limits.asleepSeconds
    var meter = ProcessMeter(root: child)
    var pause: useconds_t = 1000
    while true {
      var info = siginfo_t()
      let code = waitid(P_PID, id_t(child), &info, WEXITED | WNOWAIT | WNOHANG)
      // Of the fields that tell an ended child from none, Swift imports this one.
      let ended = code == 0 && info.si_signo == SIGCHLD
      if files.reduce(0, { $0 + $1.size }) >= limits.outputBytes { return .tooMuchOutput }
      if ended || (code != 0 && errno != EINTR) { return nil }
      sleep.look()
      if sleep.seconds >= asleepSeconds { return .asleep }
      if let measured, let end = meter.look(limits: measured) { return end }
      if ContinuousClock.now >= deadline { return .timedOut }
      usleep(pause)
      pause = min(pause * 5 / 4, 20_000)
    }
  }

  private static func spawn(
    _ executable: String, _ arguments: [String], environment: [String], outputs: [ScratchFile],
    handing descriptors: [Int32: Int32], isolated: Bool
  ) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16((isolated ? POSIX_SPAWN_SETPGROUP : 0) | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)
    )

    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&files, outputs[0].descriptor, 1)
    posix_spawn_file_actions_adddup2(&files, outputs[1].descriptor, 2)
    // From numbers far above those that they get, so that none takes another's place.
    let sources = descriptors.mapValues { fcntl($0, F_DUPFD_CLOEXEC, 64) }
    defer { for source in sources.values { close(source) } }
    for (number, source) in sources { posix_spawn_file_actions_adddup2(&files, source, number) }

    var child = pid_t()
    let code = withCStrings([executable] + arguments) { arguments in
      withCStrings(environment) { environment in
        posix_spawn(&child, executable, &files, &attributes, arguments, environment)
      }
    }
    guard code == 0 else { throw SpawnError(executable: executable, code: code) }
    return child
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}

/// A program that could not be started.
struct SpawnError: Error, CustomStringConvertible {
  var executable: String
  var code: Int32

  var description: String { "cannot start \(executable): \(String(cString: strerror(code)))" }
}
