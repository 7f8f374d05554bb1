import Foundation

/// How far SwiftPM is: on a terminal in one line that is written over, elsewhere in a line now and then.
final class BuildProgress {
  private let purpose: String
  private let status: StatusLine
  private let isTerminal = isatty(2) == 1
  private let start = ContinuousClock.now
  private var told = -1

  /// Seconds between two lines where there is no terminal.
  private static let pause = 15

  init(_ purpose: String, on status: StatusLine) {
    self.purpose = purpose
    self.status = status
  }

  /// Tells of the last step in what SwiftPM has printed so far.
  func update(_ output: String) {
    let seconds = Int((ContinuousClock.now - start) / .seconds(1))
    let line = Self.line(purpose, Self.step(in: output), seconds: seconds)
    if isTerminal {
      status.show(line)
    } else if seconds / Self.pause > told {
      told = seconds / Self.pause
      FileHandle.standardError.write(Data("course: \(line)\n".utf8))
    }
  }

  /// Takes the line of the terminal away.
  func end() {
    if isTerminal { status.show("") }
  }

  static func line(_ purpose: String, _ step: String?, seconds: Int) -> String {
    let step = step.map { ": \($0)" } ?? ""
    return purpose + step + (seconds > 0 ? say(.afterSeconds, ["seconds": "\(seconds)"]) : "")
  }

  /// `12/22 Compiling NDArray` of the last line like `[12/22] Compiling NDArray BlockCache.swift`; before there is one,
  /// the last line, cut short.
  static func step(in output: String) -> String? {
    guard
      let match = output.split(separator: "\n").reversed().lazy
        .compactMap({ $0.wholeMatch(of: /\[(\d+\/\d+)\] (\w+)(?: (\S+))?.*/) }).first
    else { return output.split(separator: "\n").last.map { String($0.prefix(60)) } }
    return [match.1, match.2, match.3 ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
