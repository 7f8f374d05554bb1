import Foundation
import Testing

@testable import course

@Suite struct VerificationTests {
  private let fixture: FixtureRepository

  init() throws { fixture = try FixtureRepository() }

  private func hintProblems(_ hint: String) throws -> [String] {
    let manifest = try fixture.read("Courseware/03-Signs/unit.yaml")
      .replacing(
        "file: Signs.swift, hints: [a, b, c]", with: "file: Signs.swift, hints: [a, b, '\(hint)']",
        maxReplacements: 1)
    try fixture.write(manifest, to: "Courseware/03-Signs/unit.yaml")
    return try HintGate(exercise: Exercise(fixture.unit("Signs"))).problems()
  }

  @Test(
    arguments: [
      "index < list.count ? sign(list[index]) : 0",
      "answer index<list.count ? sign(list[index]) : 0 and that is it",
    ])
  func aHintWithTheSolutionIsFound(hint: String) throws {
    #expect(
      try hintProblems(hint) == [
        "hint 3 of ofFive gives the solution away: index < list.count ? sign(list[index]) : 0"
      ])
  }

  @Test(arguments: ["the sign of the element, else 0", "x < 0 ? -1 : x > 0 ? 1 : 0"])
  func aHintWithoutItIsNot(hint: String) throws {
    #expect(try hintProblems(hint).isEmpty)
  }

  private func textProblems(_ english: String, _ russian: String?) throws -> [String] {
    try fixture.write(english, to: "Courseware/03-Signs/README.md")
    if let russian { try fixture.write(russian, to: "Courseware/03-Signs/README.ru.md") }
    return try TextGate(unit: fixture.unit("Signs")).problems()
  }

  @Test func textsThatAgreeAreFine() throws {
    let text = """
      See [signs](Sources/Signs.swift), [more](https://example.org/x) and [below](#below). 1.25 here.
      ```
      loss 0.5
      ```
      """
    #expect(try textProblems(text, text.replacing("1.25", with: "1,25")).isEmpty)
  }

  @Test func whatIsMissingIsNamed() throws {
    #expect(try textProblems("", nil) == ["there is no README.ru.md"])
    let english = "[a](Sources/None.swift) ![b](Figures/b.png)\n```text\nloss 0.5, 7 epochs\n```\n"
    let russian = "```text\nloss 0.6, 7 epochs\n```\n"
    #expect(
      try textProblems(english, russian) == [
        "README.md links to Sources/None.swift, which is not there",
        "README.md links to Figures/b.png, which is not there",
        "a figure is only in README.md: Figures/b.png",
        "a printed number is only in README.md: 0.5",
        "a printed number is only in README.ru.md: 0.6",
      ])
  }

  @Test func theContentsNameEachUnit() throws {
    try fixture.write("[03 Signs](03-Signs)", to: "Courseware/README.md")
    try fixture.write("[04 Sums](04-Sums/README.ru.md)", to: "Courseware/README.ru.md")
    #expect(try textProblems("", "") == ["Courseware/README.ru.md does not name the unit"])
  }
}
