import Foundation
import Testing

@testable import course

/// An interrupted run goes on where it was, and only what changed is graded again.
@Suite struct ResumeTests {
  @Test func nothingIsLostOrGradedTwice() async throws {
    let fixture = try GraderFixture(settings: "units: [{unit: Sums}]")
    let path = "Exercises/04-Sums/Sources/Sums.swift"
    func sums(_ expression: String) -> [String: Data] {
      [path: Data("public func sumOfSigns(_ list: [Int]) -> Int { \(expression) }\n".utf8)]
    }
    for number in 0..<6 { try fixture.handIn("student-\(number)", sums("\(number)")) }
    let all = try Submission.all(in: fixture.submissions)

    // Interrupted after three: the others have no result, and the three are whole.
    _ = try await fixture.session().grade(Array(all.prefix(3)))
    let first = try fixture.results.records()
    #expect(first.map(\.student) == ["student-0", "student-1", "student-2"])
    try FileManager.default.createDirectory(
      at: fixture.results.work, withIntermediateDirectories: true)
    let resumed = try await fixture.session().grade(all)
    #expect(resumed.kept == ["student-0", "student-1", "student-2"])
    #expect(resumed.graded == ["student-3", "student-4", "student-5"])
    let records = try fixture.results.records()
    #expect(Array(records.prefix(3)) == first)
    #expect(
      records.map { $0.units["04-Sums"]?.checks[0].verdict.passed } == [
        false, true, false, false, false, false,
      ])

    // One student hands in again.
    try fixture.handIn("student-4", sums("1"))
    let changed = try await fixture.session().grade(all)
    #expect(changed.graded == ["student-4"])
    let verdict = try #require(
      fixture.results.record(of: "student-4")?.units["04-Sums"]?.checks[0].verdict)
    #expect(verdict.passed, "\(verdict)")

    // A changed test concerns everybody, changed points nobody.
    try fixture.fixture.write(
      try fixture.fixture.read("Courseware/04-Sums/unit.yaml").replacing(
        "points: 5", with: "points: 6"),
      to: "Courseware/04-Sums/unit.yaml")
    #expect(try await fixture.session().grade(all).graded == [])
    let book = try Gradebook(
      fixture.results, settings: fixture.settings, units: fixture.units())
    #expect(book.students.map(\.points) == [0, 6, 0, 0, 6, 0])
    #expect(throws: Failure.self) {
      try fixture.results.lock()
      try fixture.results.lock()
    }
  }
}
