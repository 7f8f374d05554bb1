import Foundation
import Grading
import Testing

@testable import course

/// A whole course in small: exercises are made, a student edits them badly, and they are checked.
@Suite struct CheckTests {
  @Test func badStudentsDoNotHideTheTruth() async throws {
    let fixture = try FixtureRepository()
    let signs = try fixture.unit("Signs")
    let sums = try fixture.unit("Sums")
    for unit in [signs, sums] {
      try GeneratedFolder(url: unit.exercise).write(Exercise(unit).items(.stub))
    }
    func check(_ unit: CourseUnit) async throws -> [Verdict] {
      try await ExercisePackage(unit: unit, folder: unit.exercise).verdicts(unit.manifest())
    }

    // As it was handed out.
    #expect(try await check(signs).map(\.outcome) == Array(repeating: .notImplemented, count: 4))
    #expect(try await check(sums).map(\.outcome) == [.notImplemented])

    // One check passes, one loops, one leaves, one traps at the student's own line.
    try fixture.write(
      """
      import Foundation

      public func sign(_ x: Int) -> Int {
        if x == -5 { while x < 0 {} }
        if x == 0 { exit(0) }
        return 1
      }

      extension Int: @retroactive Error {}
      """, to: "Exercises/03-Signs/Sources/Signs.swift")
    try fixture.write(
      """
      public func sign(of list: [Int], at index: Int) -> Int {
        print("the list is", list)
        // The index may lie beyond the list.
        return sign(element(of: list, at: index))
      }
      func element(of list: [Int], at index: Int) -> Int { list[index] }
      """, to: "Exercises/03-Signs/Sources/Lists.swift")
    let verdicts = try await check(signs)
    #expect(verdicts.map(\.outcome) == [.passed, .timedOut, .exitedEarly, .trapped])
    #expect(
      verdicts[1].sentences == ["timed out after 1 s: does a loop never end? at Signs.swift:4"])
    #expect(
      verdicts[3].sentences == [
        "trapped: index out of range at Lists.swift:6, called from Lists.swift:4"
      ])
    #expect(verdicts[3].printed == Printed(lines: ["the list is [4]"]))
    let result = CheckResult(selection: try Selection(signs), verdicts: verdicts)
    let report = CheckReport(result: result, style: Style(isOn: false)).text
    #expect(result.score == Score(earned: 1, possible: 10, failed: 3))
    #expect(report.contains("✓ ofFive"))
    #expect(report.contains("called exit(0) before the check had finished"))
    #expect(report.contains("      │ the list is [4]\n"))
    #expect(report.contains("1 of 4 checks, 1 of 10 points"))
    let warnings = try await GradeWarnings(unit: signs).findings(
      in: ExercisePackage(unit: signs, folder: signs.exercise))
    #expect(
      warnings.map(\.message) == [
        "the conformance of Swift.Int to Swift.Error would hold in the checks, too"
      ])
    #expect(warnings.first?.place?.description == "Signs.swift:9")

    // A syntax error in one unit, and a solved unit that imports it.
    try fixture.write(
      "public func sign(_ x: Int) -> Int {\n  return +\n}\n",
      to: "Exercises/03-Signs/Sources/Signs.swift")
    try fixture.write(
      """
      import Signs

      public func sumOfSigns(_ list: [Int]) -> Int { list.map { sign($0) }.reduce(0, +) }
      """, to: "Exercises/04-Sums/Sources/Sums.swift")
    let broken = try await check(signs)
    #expect(broken.map(\.outcome) == Array(repeating: .didNotCompile, count: 4))
    #expect(broken[0].findings[0].place?.description == "Signs.swift:2")
    #expect(try await check(sums).map(\.outcome) == [.passed])

    // The variants stand in the way of nothing: the stub, the solution, and two wrong ones.
    let exercise = try Exercise(signs)
    let solution = try Variant(exercise).write(.solution)
    #expect(try await solution.verdicts(exercise.manifest).allSatisfy(\.passed))
    let wrong = exercise.manifest.wrong
    let caught = try Variant(exercise).write(.wrong(wrong[0]))
    #expect(
      try await caught.verdicts(exercise.manifest, only: ["ofMinusFive"]).map(\.outcome) == [.wrong]
    )
    let harmless = try Variant(exercise).write(.wrong(wrong[1]))
    let spared = try await harmless.verdicts(exercise.manifest, only: ["ofMinusFive"])
    #expect(spared.map(\.outcome) == [.passed], "\(spared)")
    #expect(try await check(signs).map(\.outcome) == Array(repeating: .didNotCompile, count: 4))

    // Manifest and tests fit together.
    var manifest = try signs.manifest()
    manifest.checks.append(.init(id: "ofSix", points: 1, hints: []))
    let package = try Variant(exercise).write(.solution)
    #expect(try await package.verdicts(manifest).last?.outcome == .missing)
    manifest.checks.removeFirst()
    let failure = await #expect(throws: Failure.self) { try await package.run(manifest) }
    #expect(failure?.message == "there is no check for the test “ofFive”")
  }
}
