import Foundation

/// Another program, run in this process's group, so that Ctrl-C ends both.
enum Tool {
  struct Result {
    var status: Int32
    /// Standard output and error, where they were kept.
    var output: String
  }

  /// Runs a program to its end, its output going where this one's errors go.
  static func run(_ arguments: [String]) throws -> Int32 {
    try wait(spawn(arguments) { posix_spawn_file_actions_adddup2(&$0, 2, 1) })
  }

  /// Runs a program to its end, with this one's input and output.
  static func runInherited(_ arguments: [String]) throws -> Int32 {
    try wait(spawn(arguments) { _ in })
  }

  /// Starts a program as the leader of a process group of its own, with this one's output and no input.
  static func startGroup(_ arguments: [String]) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What this process ignores, the program must not.
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
    return try spawn(arguments, &attributes) {
      posix_spawn_file_actions_addopen(&$0, 0, "/dev/null", O_RDONLY, 0)
    }
  }

  /// Runs a program to its end and keeps what it prints.
  ///
  /// - Parameter watched: told four times a second what that is so far.
  static func capture(
    _ arguments: [String], watched: ((_ output: String) -> Void)? = nil
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("course-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("output")
    // The compiler leaves a folder behind whenever it links. SwiftPM locks what it builds in the folder that all share.
    let isSwiftPM = arguments[0] == "swift" || arguments[0].hasSuffix("/swift")
    let child = try spawn(arguments, temporaryFolder: isSwiftPM ? nil : folder) {
      posix_spawn_file_actions_addopen(&$0, 1, file.path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
      posix_spawn_file_actions_adddup2(&$0, 1, 2)
    }
    func output() throws -> String { String(decoding: try Data(contentsOf: file), as: UTF8.self) }
    while let watched, !hasEnded(child) {
      watched(try output())
      usleep(250_000)
    }
    return Result(status: wait(child), output: try output())
  }

  /// Does on a thread of its own what waits for programs, so that it holds up nobody.
  static func blocking<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    let language = Language.current
    return try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        let result = Swift.Result { try Language.$current.withValue(language, operation: body) }
        continuation.resume(with: result)
      }
    }
  }

  /// Where in `PATH` a program is.
  static func path(of program: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(program)" }.first {
      URL(fileURLWithPath: $0).isFile && access($0, X_OK) == 0
    }
  }

  /// Becomes another program; returns only by throwing.
  static func replaceThisProcess(_ arguments: [String]) throws -> Never {
    fflush(nil)
    withCStrings(arguments) { _ = execvp(arguments[0], $0) }
    throw Failure("cannot start \(arguments[0]): \(String(cString: strerror(errno)))")
  }

  private static func spawn(
    _ arguments: [String], _ attributes: UnsafePointer<posix_spawnattr_t>? = nil,
    temporaryFolder: URL? = nil, _ prepare: (inout posix_spawn_file_actions_t) -> Void
  ) throws -> pid_t {
    fflush(nil)
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    prepare(&files)
    var child = pid_t()
    var environment = ProcessInfo.processInfo.environment
    if let temporaryFolder { environment["TMPDIR"] = temporaryFolder.path }
    let code = withCStrings(arguments) { words in
      withCStrings(environment.map { "\($0)=\($1)" }) { environment in
        posix_spawnp(&child, arguments[0], &files, attributes, words, environment)
      }
    }
    guard code == 0 else {
      throw Failure("cannot start \(arguments[0]): \(String(cString: strerror(code)))")
    }
    return child
  }

  private static func hasEnded(_ child: pid_t) -> Bool {
    var info = siginfo_t()
    let code = waitid(P_PID, id_t(child), &info, WEXITED | WNOWAIT | WNOHANG)
    return (code != 0 && errno != EINTR) || info.si_signo == SIGCHLD
  }

  private static func wait(_ child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
