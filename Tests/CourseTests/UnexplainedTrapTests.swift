import Foundation
import Testing

@testable import Grading

/// Swift's backtracer, which alone tells of an overflow, can fail.
@Suite struct UnexplainedTrapTests {
  private static let report = """
    *** Signal 4: Backtracing from 0x7f5fb34f9361... done ***
    *** Swift runtime failure: arithmetic overflow ***
    """

  /// The verdict on a shell that runs `first` the first time, `second` the second, and what comes beyond in both
  /// cases; and how often it ran.
  private func verdict(
    _ first: String, then second: String
  ) async throws -> (verdict: Verdict, runs: Int) {
    let marks = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: marks) }
    let script = """
      echo run >> "$MARKS"
      if [ "$(wc -l < "$MARKS")" -eq 1 ]; then \(first); else \(second); fi
      """
    let launcher = Launcher(
      executable: "/bin/sh", arguments: ["-c", script],
      environment: ["MARKS": marks.path, "REPORT": Self.report], isSandbox: false)
    let run = IsolatedRun(
      testID: "Unit.Checks/adds()/Checks.swift:1:1", testFile: "/unit/Tests/Checks.swift",
      limits: Limits())
    let verdict = await run.verdict(by: launcher)
    return (verdict, try String(contentsOf: marks, encoding: .utf8).split(separator: "\n").count)
  }

  @Test(arguments: ["ILL", "TRAP"]) func aSilentTrapIsRunAgainForItsWords(signal: String)
    async throws
  {
    let (verdict, runs) = try await verdict(
      "kill -\(signal) $$", then: #"echo "$REPORT" >&2; kill -\#(signal) $$"#)
    #expect(verdict.outcome == .trapped)
    #expect(verdict.findings.map(\.reason) == [.overflow])
    #expect(runs == 2)
  }

  @Test(arguments: ["... failed ***", "..."]) func anAnnouncementIsNoWord(_ end: String)
    async throws
  {
    let (verdict, runs) = try await verdict(
      "echo '*** Signal 4: Backtracing from 0x55df33b2cdd2\(end)' >&2; kill -ILL $$",
      then: #"echo "$REPORT" >&2; kill -ILL $$"#)
    #expect(verdict.findings.map(\.reason) == [.overflow])
    #expect(runs == 2)
  }

  @Test func onceIsEnoughWhereThereAreWords() async throws {
    let (verdict, runs) = try await verdict(
      #"echo "$REPORT" >&2; kill -ILL $$"#, then: "kill -ILL $$")
    #expect(verdict.findings.map(\.reason) == [.overflow])
    #expect(runs == 1)
    let fatal = try await self.verdict(
      "echo 'm.swift:3: Fatal error: no' >&2; kill -ILL $$", then: "exit")
    #expect(fatal.verdict.sentences == ["trapped: no"])
    #expect(fatal.runs == 1)
  }

  @Test func aSilentTrapIsNoPassWhateverTheSecondRunComesTo() async throws {
    for second in ["kill -ILL $$", "exit 0"] {
      let (verdict, runs) = try await verdict("kill -ILL $$", then: second)
      #expect(verdict.outcome == .trapped)
      #expect(verdict.findings.map(\.reason) == [.signal])
      #expect(runs == 2)
    }
  }

  @Test func otherSignalsSpeakForThemselves() async throws {
    let (verdict, runs) = try await verdict("kill -SEGV $$", then: "exit 0")
    #expect(verdict.findings.map(\.reason) == [.outOfStack])
    #expect(runs == 1)
  }
}
