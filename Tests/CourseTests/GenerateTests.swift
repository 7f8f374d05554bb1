import Foundation
import Testing

@testable import course

@Suite struct GenerateTests {
  private func parts(_ fixture: FixtureRepository, _ name: String) throws -> (
    items: [String: GeneratedItem], folder: GeneratedFolder
  ) {
    let unit = try fixture.unit(name)
    return (try Exercise(unit).items(.stub), GeneratedFolder(url: unit.exercise))
  }

  @Test func writesAPackageWithTheStub() throws {
    let fixture = try FixtureRepository()
    let (items, folder) = try parts(fixture, "Sums")
    try folder.write(items)
    let stub = try fixture.read("Exercises/04-Sums/Sources/Sums.swift")
    #expect(stub.contains("  notImplemented()\n"))
    #expect(!stub.contains("SOLUTION") && !stub.contains("reduce"))
    let earlier = try fixture.read("Exercises/04-Sums/Earlier/Signs/Signs.swift")
    #expect(earlier.contains("x < 0 ? -1"))
    #expect(try fixture.read("Exercises/04-Sums/README.md").contains("| `ofThree` | 5 |"))
  }

  @Test func filesAreInTheLessonsOrder() throws {
    let fixture = try FixtureRepository()
    let (items, folder) = try parts(fixture, "Signs")
    try folder.write(items)
    #expect(try Exercise(fixture.unit("Signs")).studentFiles() == ["Signs.swift", "Lists.swift"])
    let readme = try fixture.read("Exercises/03-Signs/README.md")
    #expect(readme.contains(/Sources\/Signs.swift(?s).*Sources\/Lists.swift/))
  }

  @Test func twiceChangesNothing() throws {
    let fixture = try FixtureRepository()
    let (items, folder) = try parts(fixture, "Sums")
    #expect(!folder.difference(from: items).isEmpty)
    try folder.write(items)
    #expect(folder.difference(from: items) == .init())
  }

  @Test func staleFilesAreSeenAndRemoved() throws {
    let fixture = try FixtureRepository()
    let (items, folder) = try parts(fixture, "Signs")
    try folder.write(items)
    try fixture.write("own", to: "Exercises/03-Signs/Sources/Own.swift")
    let moved = fixture.repository.root.appendingPathComponent(
      "Courseware/03-Signs/Sources/Lists.swift")
    try FileManager.default.removeItem(at: moved)
    let (now, _) = try parts(fixture, "Signs")
    #expect(folder.difference(from: now).stale == ["Sources/Lists.swift"])
    try folder.write(now)
    #expect(folder.difference(from: now).isEmpty)
    let left = try folder.url.appendingPathComponent("Sources").filesBelow()
    #expect(left == ["Own.swift", "Signs.swift"])
  }

  @Test func editedFilesAreSeen() throws {
    let fixture = try FixtureRepository()
    let (items, folder) = try parts(fixture, "Signs")
    try folder.write(items)
    try fixture.write("// my work", to: "Exercises/03-Signs/Sources/Signs.swift")
    let difference = folder.difference(from: items)
    #expect(difference.edited == ["Sources/Signs.swift"])
    #expect(difference.changed == ["Sources/Signs.swift"])
  }

  @Test func theTextToFindOccursOnce() throws {
    let fixture = try FixtureRepository()
    let unit = try fixture.unit("Signs")
    var wrong = try #require(unit.manifest().wrong.first)
    wrong.find = "x "
    let failure = #expect(throws: Failure.self) { try Exercise(unit).items(.wrong(wrong)) }
    #expect(
      failure?.description == """
        Courseware/03-Signs/unit.yaml:8: the text to find for “no minus” occurs 2 times in Signs.swift, not once
        """)
    wrong.file = "Sign.swift"
    let missing = #expect(throws: Failure.self) { try Exercise(unit).items(.wrong(wrong)) }
    #expect(missing?.message == "there is no Sources/Sign.swift for “no minus”")
  }

  @Test func aUnitImportsNoLaterOne() throws {
    let fixture = try FixtureRepository()
    try fixture.write("import Sums\n", to: "Courseware/03-Signs/Sources/Later.swift")
    let failure = #expect(throws: Failure.self) { try fixture.unit("Signs").earlier() }
    #expect(failure?.message == "03 Signs imports the later unit 04 Sums")
  }
}

@Suite struct RepositoryTests {
  @Test(arguments: ["Signs", "signs", "03", "3", "03-signs"]) func finds(query: String) throws {
    let fixture = try FixtureRepository()
    #expect(try fixture.unit(query).name == "Signs")
  }

  @Test(
    arguments: [
      ("sings", "there is no unit “sings”; did you mean Signs?"),
      ("Convolution", "there is no unit “Convolution”; there are 03 Signs, 04 Sums"),
    ])
  func aTypingErrorIsAnswered(query: String, message: String) throws {
    let fixture = try FixtureRepository()
    let failure = #expect(throws: Failure.self) { try fixture.unit(query) }
    #expect(failure?.message == message)
  }

  @Test func editDistances() {
    #expect(editDistance(Array("kitten"), Array("sitting")) == 3)
    #expect(editDistance(Array(""), Array("abc")) == 3)
  }
}
