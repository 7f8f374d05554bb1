import Foundation

/// What a crashed process said before it died: Swift's fatal error and the backtrace after it.
struct TrapReport: Sendable {
  /// One plain sentence, with the first frame in the student's own files.
  var finding: Finding
  var isOutOfMemory: Bool

  var place: Place? { finding.place }

  /// Reads `output`, the standard output and error of a process that died of `signal`; frames in files
  /// below `folder` are the student's.
  init(output: String, signal: Int32, folder: String) {
    // What the backtracer says of itself may stand between the message and the report.
    let lines = Self.lines(output).filter { !$0.hasPrefix("swift-runtime: ") }
    let message = Self.message(lines)
    isOutOfMemory =
      message?.contains(/(failed to|cannot|could not) allocate/.ignoresCase()) ?? false
    finding = message.map(Self.plain) ?? Self.describe(signal)
    finding.place = Self.place(lines, below: folder)
  }

  /// Whether a process said why it died. Of an overflow the backtracer alone tells, which is announced before it has
  /// come to its end: `*** Signal 4: Backtracing from 0x55df33b2cdd2... failed ***`.
  static func isIn(_ output: String) -> Bool {
    lines(output).contains { isSignal($0) && $0.contains("... done") || fatal(in: $0) != nil }
  }

  private static func lines(_ output: String) -> [Substring] {
    output.split(separator: "\n", omittingEmptySubsequences: true)
  }

  private static func isSignal(_ line: Substring) -> Bool { line.hasPrefix("*** Signal ") }

  /// The text of the last fatal error, with the lines that continue it.
  private static func message(_ lines: [Substring]) -> String? {
    let report = lines.lastIndex(where: isSignal) ?? lines.endIndex
    if let start = lines[..<report].lastIndex(where: { fatal(in: $0) != nil }) {
      let more = lines[(start + 1)..<report].prefix(4)
      return ([fatal(in: lines[start]) ?? ""] + more.map(String.init)).joined(separator: "\n")
    }
    // Overflow says nothing on standard error; the backtrace names it.
    return lines.lazy.compactMap {
      $0.firstMatch(of: /\*\*\* Swift runtime failure: (.+) \*\*\*/).map { String($0.1) }
    }.last
  }

  private static func fatal(in line: Substring) -> String? {
    line.firstMatch(
      of: /(?:Fatal error|Precondition failed|Assertion failed)(?:: (.*))?$/
    ).map { $0.1.map(String.init) ?? "" }
  }

  private static func place(_ lines: [Substring], below folder: String) -> Place? {
    for line in lines {
      guard let match = line.firstMatch(of: /\ at (\/.+?):(\d+)(?::(\d+))?$/),
        match.1.hasPrefix(folder), let number = Int(match.2), number > 0
      else { continue }
      return Place(
        file: String(match.1), line: number, column: match.3.flatMap { Int($0) } ?? 1)
    }
    return nil
  }

  /// Swift's words in a beginner's.
  private static func plain(_ message: String) -> Finding {
    for (words, reason) in translations where message.localizedCaseInsensitiveContains(words) {
      return Finding(reason)
    }
    let words = message.trimmingCharacters(in: .newlines)
    return words.isEmpty ? Finding(.stoppedItself) : Finding(words)
  }

  private static let translations: [(words: String, reason: Reason)] = [
    ("Unexpectedly found nil", .foundNil),
    ("Negative Array index", .negativeArrayIndex),
    ("Array index is out of range", .arrayIndexOutOfRange),
    ("Index out of range", .indexOutOfRange),
    ("arithmetic overflow", .overflow),
    ("Division by zero", .zeroDivision),
    ("because it is either infinite or NaN", .notFiniteToInteger),
    ("Not enough bits to represent", .tooBigForInteger),
    ("because the result would be", .tooBigForInteger),
    ("Range requires lowerBound <= upperBound", .endBeforeStart),
    ("Can't remove last element from an empty", .lastOfEmpty),
    ("Can't take a prefix of negative length", .negativePrefix),
    ("Could not cast value", .wrongCast),
    ("unexpectedly raised an error", .thrownUnderTry),
    ("Simultaneous accesses", .overlappingAccess),
  ]

  private static func describe(_ signal: Int32) -> Finding {
    switch signal {
    case SIGSEGV, SIGBUS: Finding(.outOfStack)
    case SIGKILL: Finding(.killedFromOutside)
    default:
      Finding(.signal, ["number": "\(signal)", "name": String(cString: strsignal(signal))])
    }
  }
}
