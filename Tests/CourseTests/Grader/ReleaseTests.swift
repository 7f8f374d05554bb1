import Foundation
import Grading
import Testing

@testable import course

/// What students are handed out.
@Suite struct ReleaseTests {
  private func release(_ names: [String], of fixture: GraderFixture) throws -> Repository {
    let units = try names.map { name in
      let unit = try fixture.fixture.unit(name)
      let hidden = try HiddenChecks(
        in: fixture.settings[unit].hidden, of: fixture.repository.root)
      return ReleasedUnit(exercise: try Exercise(unit), hidden: hidden)
    }
    let folder = fixture.repository.root.appendingPathComponent("students")
    try StudentRepository(repository: fixture.repository, units: units).write(to: folder)
    return Repository(root: folder)
  }

  /// A student's repository builds, its checks give what the grader gives, and nothing in it is a solution.
  @Test func itsVerdictsAreTheGraders() async throws {
    let fixture = try GraderFixture()
    let students = try release(["Signs"], of: fixture)
    #expect(try students.units().map(\.name) == ["Signs"])
    let text = try students.root.filesBelow().map {
      (try? String(contentsOf: students.root.appendingPathComponent($0), encoding: .utf8)) ?? ""
    }.joined(separator: "\n")
    for secret in ["x < 0 ? -1", "index < list.count", "ofTen", "no minus", "BEGIN SOLUTION"] {
      // The generator, which is in the tool, knows the marker.
      #expect(!text.contains(secret) || secret == "BEGIN SOLUTION")
    }
    #expect(text.contains("Besides these there are 1 hidden checks, worth 5 points"))

    let unit = try students.unit("Signs")
    let package = ExercisePackage(unit: unit, folder: unit.exercise)
    let untouched = try await package.verdicts(unit.manifest())
    #expect(untouched.map(\.outcome) == Array(repeating: .notImplemented, count: 4))

    // Half a solution, checked by the student and graded by the instructor.
    let source = unit.exercise.appendingPathComponent("Sources/Signs.swift")
    let half = "public func sign(_ x: Int) -> Int { x < 0 ? -1 : 1 }\n"
    try Data(half.utf8).write(to: source)
    let own = try await package.verdicts(unit.manifest())
    try FileManager.default.createDirectory(
      at: fixture.submissions.appendingPathComponent("ada"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: students.root.appendingPathComponent("Exercises"),
      to: fixture.submissions.appendingPathComponent("ada/Exercises"))
    _ = try await fixture.session().grade(Submission.all(in: fixture.submissions))
    let graded = try #require(fixture.results.record(of: "ada")?.units["03-Signs"])
    let shown = graded.checks.filter { !$0.isHidden }.map(\.verdict)
    #expect(shown.map(\.outcome) == own.map(\.outcome))
    #expect(shown.map(\.sentences) == own.map(\.sentences))
    #expect(graded.checks.last?.verdict.outcome == .passed)
    #expect(graded.notes == [])
  }

  @Test func mutantsStayWithTheAuthors() throws {
    let fixture = try GraderFixture()
    let path = "Courseware/03-Signs/unit.yaml"
    let equivalent = """

      equivalent:
        - file: Signs.swift
          line: "x < 0 ? -1 : x > 0 ? 1 : 0"
          becomes: "x < 1 ? -1 : x > 0 ? 1 : 0"
          reason: for the sake of the test
      """
    try fixture.fixture.write(fixture.fixture.read(path) + equivalent, to: path)
    #expect(try fixture.fixture.unit("Signs").manifest().equivalent?.count == 1)
    let students = try release(["Signs"], of: fixture)
    #expect(try students.unit("Signs").manifest().equivalent == nil)
  }

  @Test func aLaterUnitBringsTheEarlierOnesSources() throws {
    let fixture = try GraderFixture()
    let students = try release(["Sums"], of: fixture)
    let earlier = students.root.appendingPathComponent("Exercises/04-Sums/Earlier/Signs")
    #expect(earlier.appendingPathComponent("Signs.swift").isFile)
    #expect(!students.root.appendingPathComponent("Exercises/03-Signs").isFolder)
    let both = try release(["Signs", "Sums"], of: fixture)
    let stub = both.root.appendingPathComponent("Exercises/04-Sums/Earlier/Signs/Signs.swift")
    #expect(try String(contentsOf: stub, encoding: .utf8).contains("notImplemented()"))
  }

  @Test func aSolutionOutsideItsRegionIsSeenAndOneInALessonTakenOut() throws {
    let fixture = try GraderFixture()
    let body = (1...4).map { "  let part\($0) = x * \($0) - 100 * \($0)" }.joined(separator: "\n")
    try fixture.fixture.write(
      """
      func long(_ x: Int) -> Int {
        // BEGIN SOLUTION
      \(body)
        return part1
        // END SOLUTION
      }
      """, to: "Courseware/03-Signs/Sources/Long.swift")
    let lesson = "# Signs\n```swift\nfunc long() {\n\(body)\n\n  return part1\n}\n```\nEnd.\n"
    try fixture.fixture.write(lesson, to: "Courseware/03-Signs/README.md")
    let students = try release(["Signs"], of: fixture)
    let text = try String(
      contentsOf: students.root.appendingPathComponent("Courseware/03-Signs/README.md"),
      encoding: .utf8)
    #expect(text == "# Signs\n```swift\nfunc long() {\n  // yours to write\n}\n```\nEnd.\n")

    try fixture.fixture.write(
      "/*\n\(body)\nreturn part1\n*/\n", to: "Courseware/03-Signs/Tests/Notes.swift")
    let failure = #expect(throws: Failure.self) { try release(["Signs"], of: fixture) }
    #expect(
      failure?.message.contains("Tests/Notes.swift holds a solution of 03-Signs/Sources/Long.swift")
        == true)
  }

  /// The real repository: its manifest names nothing that is not there, and no solution goes out.
  @Test func theCourseItselfCanBeReleased() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let repository = Repository(root: root)
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("course-release-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let units = try repository.units().map {
      ReleasedUnit(exercise: try Exercise($0), hidden: try HiddenChecks(in: nil, of: root))
    }
    try StudentRepository(repository: repository, units: units).write(to: folder)
    let manifest = try String(
      contentsOf: folder.appendingPathComponent("Package.swift"), encoding: .utf8)
    let targets = manifest.matches(
      of: /\.(?:t|executableT|systemLibraryT?|systemL)[a-zA-Z]*\(\s*name: "(\w+)"/)
    #expect(targets.count >= 6)
    for target in targets {
      #expect(folder.appendingPathComponent("Sources/\(target.1)").isFolder, "\(target.1)")
    }
    #expect(!manifest.contains("NDArrayTests"))
    #expect(!manifest.contains("Conformance"))
    #expect(!manifest.contains("fuzz"))
    #expect(manifest.contains("let units: [Unit] = []"))
    #expect(manifest.firstMatch(of: /Unit\(\s*"/) == nil)
    let manifests = try folder.filesBelow().filter { $0.hasSuffix("unit.yaml") }
    #expect(manifests.count == units.count)
    for path in manifests {
      let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      #expect(!text.contains("caught-by"))
    }
  }
}
