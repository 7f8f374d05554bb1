/// Why a check failed, where the engine itself knows: a stable key, and an English sentence in which values
/// stand in braces.
///
/// Other languages are the business of whoever shows a ``Finding``: its ``Finding/reason`` and
/// ``Finding/values`` are all that its sentence is made of.
public enum Reason: String, Codable, Sendable, CaseIterable {
  // What the check did to its process.
  case timedOut, asleep, tooMuchOutput, outOfMemory, exitedEarly, notImplemented, didNotCompile
  // There is no verdict.
  case couldNotStart, notFound, noSuchTest, noVerdict, skipped, noCase
  // Somebody meddled with the proof.
  case noProof, recordRemoved, twoVerdicts
  // Traps, in a beginner's words instead of the runtime's.
  case foundNil, negativeArrayIndex, arrayIndexOutOfRange, indexOutOfRange, overflow, zeroDivision
  case notFiniteToInteger, tooBigForInteger, endBeforeStart, lastOfEmpty, negativePrefix, wrongCast
  case thrownUnderTry, overlappingAccess, stoppedItself, outOfStack, endlessRecursion
  case killedFromOutside, signal

  /// The sentence with its values in braces: `timed out after {seconds} s: does a loop never end?`
  public var english: String {
    switch self {
    case .timedOut: "timed out after {seconds} s: does a loop never end?"
    case .asleep: "did nothing for {seconds} s: does it wait for what never comes?"
    case .tooMuchOutput: "printed more than {megabytes} MB: does a loop never end?"
    case .outOfMemory: "used more than {megabytes} MB of memory"
    case .exitedEarly: "called exit({code}) before the check had finished"
    case .notImplemented: "{function} is not implemented yet"
    case .didNotCompile: "does not compile: {error}"
    case .couldNotStart: "the check could not be started: {error}"
    case .notFound: "the check was not found when it should run"
    case .noSuchTest: "there is no such test"
    case .noVerdict: "no verdict: its suite is not .graded, or it has no case to run"
    case .skipped: "the check was skipped"
    case .noCase: "the check had no case to run"
    case .noProof: "the check left no proof that it came to its end"
    case .recordRemoved: "failed {count} times, and the record of it was removed"
    case .twoVerdicts: "two verdicts were left on this check"
    case .foundNil: "a value was nil where `!` promised that it would not be"
    case .negativeArrayIndex: "index out of range: a negative index into an Array"
    case .arrayIndexOutOfRange: "index out of range of the Array"
    case .indexOutOfRange: "index out of range"
    case .overflow: "integer overflow: the result does not fit into its type"
    case .zeroDivision: "integer division by zero"
    case .notFiniteToInteger: "a number that is infinite or NaN was converted to an integer"
    case .tooBigForInteger: "a number was converted to an integer type too small for it"
    case .endBeforeStart: "a range whose end lies before its start"
    case .lastOfEmpty: "the last element of an empty collection was removed"
    case .negativePrefix: "a prefix of negative length"
    case .wrongCast: "a value was cast with `as!` to a type that it does not have"
    case .thrownUnderTry: "an error was thrown under `try!`"
    case .overlappingAccess: "two overlapping accesses to one variable"
    case .stoppedItself: "the program stopped itself"
    case .outOfStack: "the program ran out of stack: does a function call itself without end?"
    case .endlessRecursion: "{function} calls itself without end"
    case .killedFromOutside: "the process was killed from outside"
    case .signal: "the process died of signal {number} ({name})"
    }
  }
}

extension Finding {
  /// A finding whose sentence is that of `reason` with these values in it.
  public init(_ reason: Reason, _ values: [String: String] = [:], at place: Place? = nil) {
    message = values.reduce(reason.english) { $0.replacing("{\($1.key)}", with: $1.value) }
    self.place = place
    self.reason = reason
    self.values = values
  }
}
