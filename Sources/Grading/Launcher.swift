import Foundation

/// How the process of a check is started: plainly, or in a sandbox.
public struct Launcher: Sendable {
  public var executable: String
  /// What comes before the arguments of the test binary.
  public var arguments: [String]
  public var environment: [String: String]
  /// The program before the test binary shuts it off from all other processes, ends it when it is itself ended,
  /// and tells of a signal n by the exit code 128 + n.
  public var isSandbox: Bool

  public init(
    executable: String, arguments: [String] = [], environment: [String: String], isSandbox: Bool
  ) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.isSandbox = isSandbox
  }

  /// The program that is running now, once more.
  static var thisProgram: Launcher {
    var environment = ProcessInfo.processInfo.environment
    environment[VerdictLog.key] = nil
    return Launcher(executable: "/proc/self/exe", environment: environment, isSandbox: false)
  }

  /// The settings of Swift's runtime and of the libraries with which every check runs.
  static let settings = [
    "SWIFT_BACKTRACE":
      "enable=yes,color=no,interactive=no,threads=crashed,registers=none,images=none",
    // One thread makes sums the same on every machine, and starts sooner; threads count as processes, too, of which
    // a check may have few.
    "OPENBLAS_NUM_THREADS": "1",
    "NDARRAY_NUM_THREADS": "1",
  ]

  /// What a program came to that is no check.
  public struct Result: Sendable {
    /// Its exit code; `nil` if it was killed, by a signal or for going beyond its limits.
    public var status: Int32?
    /// The end of its standard output and error.
    public var output: String
  }

  /// Runs the program with `arguments` until it ends or is beyond the clock's or the output's limit.
  ///
  /// - Throws: ``SpawnError`` if it cannot start.
  public func run(_ arguments: [String], limits: Limits) async throws -> Result {
    let output = try ScratchFile()
    defer { output.close() }
    let child = try await ChildProcess.run(
      executable, self.arguments + arguments, environment: environment, output: output,
      limits: limits, isolated: true)
    let text = String(decoding: output.contents(last: 1_000_000), as: UTF8.self)
    guard case .exited(let code) = child.end else { return Result(status: nil, output: text) }
    return Result(status: code, output: text)
  }
}
