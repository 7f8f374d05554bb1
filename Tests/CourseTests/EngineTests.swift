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
      ("isWrong", .wrong, "twice two: got 4, expected 5"),
      ("isWrongOften", .wrong, "twice 0: got 0, expected 1"),
      ("hasItsOwnWords", .wrong, "the gradient has the wrong sign"),
      ("throwsAnError", .wrong, "Caught error: "),
      ("hasCases", .wrong, "Expectation failed: (number → 2) != 2"),
      ("hasNoCase", .missing, "no verdict: its suite is not .graded, or it has no case to run"),
      ("isOutOfRange", .trapped, "trapped: index out of range"),
      ("overflows", .trapped, "trapped: integer overflow: the result does not fit into its type"),
      ("findsNil", .trapped, "trapped: a value was nil where `!` promised"),
      ("breaksAPrecondition", .trapped, "trapped: twice one is three"),
      (
        "recursesForever", .trapped,
        "trapped: endless(_:) calls itself without end at Fixtures.swift:\(line(of: "? 0 : endless("))"
      ),
      ("recursesInTurns", .trapped, "trapped: is"),
      ("loopsForever", .timedOut, "timed out after 1 s: does a loop never end? at Fixtures.swift:"),
      ("trapsAtTheLastMoment", .trapped, "trapped: integer overflow"),
      ("sleepsForever", .timedOut, "did nothing for 13 s"),
      ("printsBeforeItTraps", .trapped, "trapped: index out of range"),
      ("printsAndIsWrong", .wrong, "Expectation failed: (twice(2) → 4) == 5"),
      ("printsAndIsNotWritten", .notImplemented, "stub() is not implemented yet"),
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

  /// The line of ``Fixtures`` with this text.
  private static func line(of text: String) -> Int {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures.swift")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(
      separator: "\n", omittingEmptySubsequences: false)
    return (lines?.firstIndex { $0.contains(text) } ?? -1) + 1
  }

  @Test(
    arguments: [
      ("printsBeforeItTraps", ["the list: [1]", "no end of this line"]),
      ("printsAndIsWrong", ["twice 2 is 4", "to standard error"]),
      ("printsAndIsNotWritten", ["so far"]),
      ("overflows", nil), ("isWrong", nil), ("passes", nil), ("loopsForever", nil),
    ] as [(String, [String]?)])
  func prints(name: String, lines: [String]?) async throws {
    let run = try await Self.results.value
    let verdict = try #require(run.results.first { $0.name == name }).verdict
    #expect(verdict.printed?.lines == lines)
  }

  @Test func aRecursionThroughTwoFunctionsNamesBothLines() async throws {
    let run = try await Self.results.value
    let verdict = try #require(run.results.first { $0.name == "recursesInTurns" }).verdict
    let (even, odd) = (Self.line(of: "!isOdd(x"), Self.line(of: "!isEven(x"))
    // In which of them the stack ends is chance.
    let told = [("isEven", even, odd), ("isOdd", odd, even)].map { name, first, second in
      "trapped: \(name)(_:) calls itself without end at Fixtures.swift:\(first), "
        + "called from Fixtures.swift:\(second)"
    }
    #expect(told.contains(verdict.sentences[0]), "\(verdict.sentences)")
  }

  @Test func aFloodOfIssuesIsThreeSentences() async throws {
    let run = try await Self.results.value
    let verdict = try #require(run.results.first { $0.name == "isWrongOften" }).verdict
    #expect(
      verdict.sentences == [
        "twice 0: got 0, expected 1", "twice 1: got 2, expected 3", "twice 2: got 4, expected 5",
        "and 64 more like these",
      ])
    #expect(verdict.findings.count == 10 && verdict.moreFindings == 57)
  }

  @Test func everyFixtureHasAResult() async throws {
    let run = try await Self.results.value
    #expect(run.ended)
    #expect(run.results.count == 36)
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
    // The kernel takes its time to end what was killed.
    #expect(try await CourseProcess.processes(marked: [Self.mark], wanted: false).isEmpty)
  }
}
