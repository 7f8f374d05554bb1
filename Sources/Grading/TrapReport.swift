import Foundation

/// What a crashed process said before it died: Swift's fatal error and the backtrace after it.
struct TrapReport: Sendable {
  /// One plain sentence, without the place.
  var sentence: String
  /// The first frame in the student's own files.
  var place: Place?
  var isOutOfMemory: Bool

  /// Reads `output`, the standard output and error of a process that died of `signal`; frames in files
  /// below `folder` are the student's.
  init(output: String, signal: Int32, folder: String) {
    // What the backtracer says of itself may stand between the message and the report.
    let lines = output.split(separator: "\n", omittingEmptySubsequences: true)
      .filter { !$0.hasPrefix("swift-runtime: ") }
    let message = Self.message(lines)
    isOutOfMemory =
      message?.contains(/(failed to|cannot|could not) allocate/.ignoresCase()) ?? false
    sentence = message.map(Self.plain) ?? Self.describe(signal)
    place = Self.place(lines, below: folder)
  }

  /// The text of the last fatal error, with the lines that continue it.
  private static func message(_ lines: [Substring]) -> String? {
    let report = lines.lastIndex { $0.hasPrefix("*** Signal ") } ?? lines.endIndex
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
    ).map { $0.1.map(String.init) ?? "the program stopped itself" }
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
  private static func plain(_ message: String) -> String {
    for (words, sentence) in translations where message.localizedCaseInsensitiveContains(words) {
      return sentence
    }
    return message
  }

  private static let translations: [(words: String, sentence: String)] = [
    ("Unexpectedly found nil", "a value was nil where `!` promised that it would not be"),
    ("Negative Array index", "index out of range: a negative index into an Array"),
    ("Array index is out of range", "index out of range of the Array"),
    ("Index out of range", "index out of range"),
    ("arithmetic overflow", "integer overflow: the result does not fit into its type"),
    ("Division by zero", "integer division by zero"),
    (
      "because it is either infinite or NaN",
      "a number that is infinite or NaN was converted to an integer"
    ),
    (
      "Not enough bits to represent", "a number was converted to an integer type too small for it"
    ),
    ("because the result would be", "a number was converted to an integer type too small for it"),
    ("Range requires lowerBound <= upperBound", "a range whose end lies before its start"),
    (
      "Can't remove last element from an empty",
      "the last element of an empty collection was removed"
    ),
    ("Can't take a prefix of negative length", "a prefix of negative length"),
    ("Could not cast value", "a value was cast with `as!` to a type that it does not have"),
    ("unexpectedly raised an error", "an error was thrown under `try!`"),
    ("Simultaneous accesses", "two overlapping accesses to one variable"),
  ]

  private static func describe(_ signal: Int32) -> String {
    switch signal {
    case SIGSEGV, SIGBUS: "the program ran out of stack: does a function call itself without end?"
    case SIGKILL: "the process was killed from outside"
    default: "the process died of signal \(signal) (\(String(cString: strsignal(signal))))"
    }
  }
}
