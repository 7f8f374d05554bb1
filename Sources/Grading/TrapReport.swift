import Foundation

/// What a crashed process said before it died: Swift's fatal error and the backtrace after it.
struct TrapReport: Sendable {
  /// One plain sentence, with the student's own lines.
  var finding: Finding
  var isOutOfMemory: Bool

  var chain: [Place] { [finding.place].compactMap(\.self) + (finding.callers ?? []) }

  /// Reads `output`, the standard error of a process that died of `signal`; frames in files below `folder` are the
  /// student's.
  init(output: String, signal: Int32, folder: String) {
    // What the backtracer says of itself may stand between the message and the report.
    let lines = Self.lines(output).filter { !$0.hasPrefix("swift-runtime: ") }
    let message = Self.message(lines)
    isOutOfMemory =
      message?.contains(/(failed to|cannot|could not) allocate/.ignoresCase()) ?? false
    let trace = Backtrace(lines).inExercise(folder)
    var chain = trace.chain
    if message == nil, [SIGSEGV, SIGBUS].contains(signal), let recursion = trace.recursion {
      finding = Finding(.endlessRecursion, ["function": recursion.function])
      chain = recursion.chain
    } else {
      finding = message.map(Self.plain) ?? Self.describe(signal)
    }
    finding.setChain(chain)
  }

  /// The student's lines that a process was at when it was last told to say so.
  static func chain(in output: String, folder: String) -> [Place] {
    let lines = lines(output)
    let report = lines[(lines.lastIndex(where: isSignal) ?? 0)...]
    return Backtrace(report).inExercise(folder).chain
  }

  /// What stands on standard error before the runtime's own words: what the student's code wrote there.
  static func before(_ output: String) -> String {
    output.split(separator: "\n", omittingEmptySubsequences: false).prefix {
      !isSignal($0) && fatal(in: $0) == nil && !$0.contains(": not implemented yet: ")
    }.filter { !$0.hasPrefix("swift-runtime: ") }.joined(separator: "\n")
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

extension Finding {
  /// Sets the place, and the lines that led there.
  mutating func setChain(_ chain: [Place]) {
    place = chain.first
    callers = chain.count > 1 ? Array(chain.dropFirst()) : nil
  }
}
