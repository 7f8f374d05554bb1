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
  /// Why it did not pass, in sentences for the student; empty exactly when it passed. No more than ``mostFindings``.
  public var findings: [Finding]
  /// How many more findings there were; `nil` for none.
  public var moreFindings: Int?
  /// Wall-clock seconds of the check's process.
  public var seconds: Double
  /// What the student's code printed; `nil` for nothing.
  public var printed: Printed?

  /// As many findings are kept.
  public static let mostFindings = 10
  /// As many are told.
  public static let toldFindings = 3

  public init(_ outcome: Outcome, _ findings: [Finding] = [], seconds: Double = 0) {
    self.outcome = outcome
    self.findings = Array(findings.prefix(Self.mostFindings))
    if findings.count > Self.mostFindings { moreFindings = findings.count - Self.mostFindings }
    self.seconds = seconds
  }

  public var passed: Bool { outcome == .passed }

  /// What to tell the student of the first findings, `trapped: index out of range at Perceptron.swift:31`, and how many
  /// more there are.
  public var sentences: [String] {
    let untold = untoldFindings
    return findings.prefix(Self.toldFindings).map(sentence)
      + (untold > 0 ? ["and \(untold) more like \(untold == 1 ? "this" : "these")"] : [])
  }

  /// How many findings are not told.
  public var untoldFindings: Int {
    max(0, findings.count - Self.toldFindings) + (moreFindings ?? 0)
  }

  private func sentence(of finding: Finding) -> String {
    let prefix = outcome == .trapped ? "trapped: " : ""
    guard outcome != .wrong, let place = finding.place else { return prefix + finding.message }
    let callers = (finding.callers ?? []).map { ", called from \($0)" }.joined()
    return prefix + finding.message + " at \(place)" + callers
  }
}

/// One reason why a check failed, and where.
public struct Finding: Codable, Sendable, Equatable {
  public var message: String
  public var place: Place?
  /// The student's lines that led to the place, each of which called the one before.
  public var callers: [Place]?
  /// Why, where it is the engine that says so and not a check.
  public var reason: Reason?
  /// What stands in the reason's braces.
  public var values: [String: String]?
  /// What the compiler adds to its error.
  public var notes: [Finding]?

  public init(_ message: String, at place: Place? = nil) {
    self.message = message
    self.place = place
  }

  /// The finding with what `change` makes of the files of all its places.
  public func mappingFiles(_ change: (String) -> String) -> Finding {
    func mapped(_ place: Place) -> Place {
      Place(file: change(place.file), line: place.line, column: place.column)
    }
    var finding = self
    finding.place = place.map(mapped)
    finding.callers = callers?.map(mapped)
    finding.notes = notes?.map { $0.mappingFiles(change) }
    return finding
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
