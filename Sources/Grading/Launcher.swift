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
    // One thread makes sums the same on every machine, and starts sooner.
    "OPENBLAS_NUM_THREADS": "1",
  ]
}
