import Foundation

/// Where progress is shown, and what is known of that place.
struct ProgressOutput {
  struct Terminal {
    let width: Int
    let hasColour: Bool
  }

  /// `nil` for a file or a pipe.
  let terminal: Terminal?
  /// Seconds from some moment on.
  let clock: () -> Double
  let write: (String) -> Void

  /// Standard error, a terminal if it is one that can rewrite a line.
  static func standardError(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> ProgressOutput {
    let isTerminal = isatty(STDERR_FILENO) == 1 && environment["TERM", default: "dumb"] != "dumb"
    let hasColour = environment["NO_COLOR", default: ""].isEmpty
    return ProgressOutput(
      terminal: isTerminal ? Terminal(width: windowWidth, hasColour: hasColour) : nil,
      clock: { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 },
      write: { FileHandle.standardError.write(Data($0.utf8)) })
  }

  private static var windowWidth: Int {
    var size = winsize()
    let known = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return known ? Int(size.ws_col) : 80
  }
}
