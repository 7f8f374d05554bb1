import Foundation
import Grading
import Testing

/// What the engine says of checks that behave in every way a check can (see `Fixtures.swift`).
@Suite struct EngineTests {
  static let mark = UUID().uuidString
  static let results = Task {
    try await GradedRun.of(
      "/proc/self/exe", filter: #"^CourseTests\.(Ungraded)?Fixtures/"#,
      environment: [fixturesKey: mark])
  }

  @Test(
    arguments: [
      ("passes", .passed, ""),
      ("has a raw name", .passed, ""),
      ("hasItsOwnLimit", .passed, ""),
      ("leavesAChildBehind", .passed, ""),
      ("leavesTimeToWhatItStarts", .passed, ""),
      ("seesNoSecrets", .passed, ""),
      ("isWrong", .wrong, "Expectation failed: (twice(2) → 4) == 5\ntwice two"),
      ("hasItsOwnWords", .wrong, "the gradient has the wrong sign"),
      ("throwsAnError", .wrong, "Caught error: "),
      ("hasCases", .wrong, "Expectation failed: (number → 2) != 2"),
      ("hasNoCase", .missing, "no verdict: its suite is not .graded, or it has no case to run"),
      ("isOutOfRange", .trapped, "trapped: index out of range"),
      ("overflows", .trapped, "trapped: integer overflow: the result does not fit into its type"),
      ("findsNil", .trapped, "trapped: a value was nil where `!` promised"),
      ("breaksAPrecondition", .trapped, "trapped: twice one is three"),
      ("recursesForever", .trapped, "trapped: the program ran out of stack"),
      ("loopsForever", .timedOut, "timed out after 1 s"),
      ("sleepsForever", .timedOut, "timed out after 1 s"),
      ("exitsWithSuccess", .exitedEarly, "called exit(0) before the check had finished"),
      ("exitsWithFailure", .exitedEarly, "called exit(3) before the check had finished"),
      ("exitsInADeferredBlock", .exitedEarly, "called exit(0) before the check had finished"),
      ("forgesAnEnd", .exitedEarly, "called exit(0) before the check had finished"),
      ("erasesItsIssues", .wrong, "failed 1 times, and the record of it was removed"),
      ("writesAnEndBeforeItLeaves", .missing, "the check left no proof that it came to its end"),
      ("floods", .tooMuchOutput, "printed more than 4 MB"),
      ("allocatesTenGigabytes", .outOfMemory, "used more than 400 MB of memory"),
      ("isNotImplemented", .notImplemented, "stub() is not implemented yet at Fixtures.swift:"),
      ("isSkipped", .missing, "no verdict"),
      ("hasNoTrait", .missing, "no verdict"),
    ] as [(String, Verdict.Outcome, String)])
  func verdict(of name: String, is outcome: Verdict.Outcome, saying sentence: String) async throws {
    let run = try await Self.results.value
    let result = try #require(run.results.first { $0.name == name })
    #expect(result.verdict.outcome == outcome)
    #expect((result.verdict.sentences.first ?? "").hasPrefix(sentence))
    #expect(result.verdict.passed == result.verdict.findings.isEmpty)
  }

  @Test func everyFixtureHasAResult() async throws {
    let run = try await Self.results.value
    #expect(run.ended)
    #expect(run.results.count == 30)
  }

  @Test func everyIssueIsKept() async throws {
    let run = try await Self.results.value
    let verdict = try #require(run.results.first { $0.name == "isWrongTwice" }).verdict
    #expect(verdict.findings.count == 2)
    let lines = verdict.findings.compactMap { $0.place?.line }
    #expect(lines.count == 2 && lines[1] == lines[0] + 1)
  }

  @Test func nothingIsLeftRunning() async throws {
    _ = try await Self.results.value
    let mark = Data(Self.mark.utf8)
    let left = try FileManager.default.contentsOfDirectory(atPath: "/proc").filter {
      let environment = FileManager.default.contents(atPath: "/proc/\($0)/environ")
      return environment?.range(of: mark) != nil
    }
    #expect(left.isEmpty)
  }
}
