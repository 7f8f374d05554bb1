import Foundation

/// One round of `watch`: `course check` in a process group of its own, so that it can be ended as a whole.
struct WatchRound: Sendable {
  private let process: pid_t

  /// Starts a round; `ended` is called when it is over, however it ends.
  ///
  /// - Parameter saved: the names of the files that were just saved.
  init(_ words: [String], saved: [String], ended: @escaping @Sendable () -> Void) throws {
    let process = try Tool.startGroup(
      ["/proc/self/exe", "check", "--watched", "--language", Language.current.rawValue]
        + saved.map { "--saved=\($0)" } + words)
    self.process = process
    Thread.detachNewThread {
      // The zombie is left for `stop()`, so that its number is no stranger's till then.
      var info = siginfo_t()
      while waitid(P_PID, id_t(process), &info, WEXITED | WNOWAIT) < 0 && errno == EINTR {}
      ended()
    }
  }

  /// Ends it and everything that it started.
  func stop() {
    // The build tool lets go of its database first.
    kill(-process, SIGINT)
    for _ in 0..<50 where !hasEnded { usleep(10_000) }
    kill(-process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
  }

  var hasEnded: Bool {
    var info = siginfo_t()
    return waitid(P_PID, id_t(process), &info, WEXITED | WNOWAIT | WNOHANG) != 0
      || info.si_signo == SIGCHLD
  }
}
