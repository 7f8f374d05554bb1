/// What one check came to.
///
/// A check passes only on positive evidence: it started, it ended without an issue, and so did the run
/// it belongs to. Everything else is a fail with a reason.
public struct Verdict: Codable, Sendable, Equatable {
  /// The kind of a verdict.
  public enum Outcome: String, Codable, Sendable, CaseIterable {
    case passed
    case wrong
    case trapped
    case timedOut = "timed out"
    case outOfMemory = "out of memory"
    case tooMuchOutput = "too much output"
    case exitedEarly = "exited early"
    case notImplemented = "not implemented"
    case didNotCompile = "did not compile"
    case missing
  }

  public var outcome: Outcome
  /// Why it did not pass, in sentences for the student; empty exactly when it passed.
  public var findings: [Finding]
  /// Wall-clock seconds of the check's process.
  public var seconds: Double

  public init(_ outcome: Outcome, _ findings: [Finding] = [], seconds: Double = 0) {
    self.outcome = outcome
    self.findings = findings
    self.seconds = seconds
  }

  public var passed: Bool { outcome == .passed }

  /// What to tell the student of each finding: `trapped: index out of range at Perceptron.swift:31`.
  public var sentences: [String] {
    findings.map { finding in
      let prefix = outcome == .trapped ? "trapped: " : ""
      let place = outcome == .wrong ? nil : finding.place
      return prefix + finding.message + (place.map { " at \($0)" } ?? "")
    }
  }
}

/// One reason why a check failed, and where.
public struct Finding: Codable, Sendable, Equatable {
  public var message: String
  public var place: Place?
  /// Why, where it is the engine that says so and not a check.
  public var reason: Reason?
  /// What stands in the reason's braces.
  public var values: [String: String]?

  public init(_ message: String, at place: Place? = nil) {
    self.message = message
    self.place = place
  }
}

/// A line of source.
public struct Place: Codable, Sendable, Equatable, CustomStringConvertible {
  public var file: String
  public var line: Int
  public var column: Int

  public init(file: String, line: Int, column: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `Perceptron.swift:31`
  public var description: String {
    let start = file.lastIndex(of: "/").map { file.index(after: $0) } ?? file.startIndex
    return "\(file[start...]):\(line)"
  }
}
