import Foundation
import Testing

@testable import course

/// Survivors, equivalent mutants and what is said of both.
@Suite struct MutationReportTests {
  private let fixture: FixtureRepository

  init() throws { fixture = try FixtureRepository() }

  private func exercise(_ equivalent: String = "") throws -> Exercise {
    let manifest = try fixture.read("Courseware/03-Signs/unit.yaml")
    try fixture.write(manifest + equivalent, to: "Courseware/03-Signs/unit.yaml")
    return try Exercise(fixture.unit("Signs"))
  }

  private let bound = Mutant(
    kind: "bound", file: "Signs.swift", function: "sign", line: 5,
    before: "x < 0 ? -1 : x > 0 ? 1 : 0", after: "x <= 0 ? -1 : x > 0 ? 1 : 0", offset: 0,
    length: 0, replacement: "")

  private func report(_ exercise: Exercise, _ fate: MutantFate) -> MutationReport {
    MutationReport(exercise: exercise, all: [bound], results: [(bound, fate)])
  }

  private static let equivalent = """

    equivalent:
      - file: Signs.swift
        in: sign
        line: "x < 0 ?  -1 : x > 0 ? 1 : 0"
        becomes: "x <= 0 ? -1 : x > 0 ? 1 : 0"
        reason: for the sake of the test
    """

  @Test func aSurvivorStandsBesideTheChecksOfItsFile() throws {
    let report = report(try exercise(), .survived)
    #expect(report.survivors == [bound] && report.refuted.isEmpty)
    #expect(
      report.lines(on: bound, .survived) == """
          ✗ Courseware/03-Signs/Sources/Signs.swift:5 bound, in sign
                x < 0 ? -1 : x > 0 ? 1 : 0
              → x <= 0 ? -1 : x > 0 ? 1 : 0
              passes ofFive, ofMinusFive, ofZero
        """)
    #expect(report.lines(on: bound, .killed(by: "ofZero")) == nil)
    #expect(
      report.table == [
        "                         killed  did not compile        explained         survived",
        "  bound                       0                0                0                1",
        "  together                    0                0                0                1",
      ])
  }

  @Test func oneThatTheManifestExplainsIsNone() throws {
    let report = report(try exercise(Self.equivalent), .survived)
    #expect(report.survivors.isEmpty && report.refuted.isEmpty)
    #expect(report.lines(on: bound, .survived) == nil)
    #expect(report.table[2].hasSuffix(" 1                0"))
  }

  @Test func anExplanationOfWhatIsKilledIsAnError() throws {
    let exercise = try exercise(Self.equivalent)
    let line = try #require(exercise.manifest.equivalent?.first?.line)
    #expect(
      report(exercise, .killed(by: "ofZero")).refuted == [
        "Courseware/03-Signs/unit.yaml:\(line): “x <= 0 ? -1 : x > 0 ? 1 : 0” is not equivalent: ofZero fails"
      ])
    #expect(report(exercise, .didNotCompile).refuted.count == 1)
  }

  @Test func anExplanationOfWhatIsNotThereIsAnError() throws {
    let exercise = try exercise(Self.equivalent.replacing("<= 0", with: "< 1"))
    let report = report(exercise, .survived)
    #expect(report.survivors == [bound])
    #expect(report.refuted.count == 1)
    #expect(report.refuted[0].contains("Signs.swift has no mutant “x < 0 ?"))
  }

  /// The whole way: found, compiled, linked, run.
  @Test func mutantsAreTriedAndJudged() async throws {
    let exercise = try exercise()
    let source = try fixture.read("Courseware/03-Signs/Sources/Signs.swift")
    func mutant(_ find: String, _ replace: String) throws -> Mutant {
      let range = try #require(source.range(of: find))
      return Mutant(
        kind: "test", file: "Signs.swift", function: "sign", line: 5, before: find, after: replace,
        offset: source.utf8.distance(from: source.startIndex, to: range.lowerBound),
        length: find.utf8.count, replacement: replace)
    }
    let mutants = try [
      mutant("? -1", "? 1"), mutant("x < 0", "x < \"\""), mutant("x < 0", "x <= -1"),
      mutant("? -1", "? [Int]()[0]"), mutant("? -1", "? { while true {} }()"),
    ]
    let run = try await MutationRun(exercise, toolchain: Toolchain())
    let fates = try await run.fates(of: mutants, jobs: 2)
    #expect(fates[0] == .killed(by: "ofMinusFive"))
    #expect(fates[1] == .didNotCompile)
    #expect(fates[2] == .survived)
    #expect(fates[3] == .killed(by: "ofMinusFive, which died"))
    #expect(fates[4] == .killed(by: "ofMinusFive, which died"))
  }
}
