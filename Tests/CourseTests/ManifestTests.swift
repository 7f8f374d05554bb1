import Testing

@testable import course

@Suite struct ManifestTests {
  private static let good = """
    title: Signs
    checks:
      - id: positive
        points: 2
        hints: [a, b, c]
    wrong:
      - name: other sign
        file: Signs.swift
        find: |-
          x > 0
            ? 1 : 0
        replace: ""
        caught-by: positive
    """

  @Test func spellingsComeIntoTheReadme() throws {
    let swift =
      "swift:\n  - code: z .< 0\n    means: element by element\n    means-ru: поэлементно\n"
    let manifest = try Manifest(yaml: swift + Self.good, file: "unit.yaml")
    #expect(
      manifest.spellings == [
        .init(code: "z .< 0", meaning: "element by element", russianMeaning: "поэлементно")
      ])
  }

  @Test func isRead() throws {
    let manifest = try Manifest(yaml: Self.good, file: "unit.yaml")
    #expect(manifest.title == "Signs")
    #expect(manifest.checks == [.init(id: "positive", points: 2, hints: ["a", "b", "c"])])
    #expect(manifest.points == 2)
    #expect(
      manifest.wrong == [
        .init(
          name: "other sign", file: "Signs.swift", find: "x > 0\n  ? 1 : 0", replace: "",
          caughtBy: "positive", line: 7)
      ])
  }

  @Test(
    arguments: [
      ("title: Signs\n", "", "u.yaml:1: “title” is missing"),
      (
        "title: Signs", "titel: Signs",
        "u.yaml:1: unknown key “titel”; known here: title, title-ru, swift, checks, wrong, equivalent, hidden"
      ),
      ("points: 2", "points: two", "u.yaml:4: “points” must be a whole number from 0 to 1000"),
      ("points: 2", "points: -1", "u.yaml:4: “points” must be a whole number from 0 to 1000"),
      (
        "[a, b, c]", "[a, b]",
        "u.yaml:5: a check has three hints (nudge, formula, pseudo-code), not 2"
      ),
      (
        "[a, b, c]", "[a, b, c: d]",
        "u.yaml:5: an entry of “hints” must be text; put quotes around it if it has “: ” or “ #” in it"
      ),
      ("caught-by: positive", "caught-by: negative", "u.yaml:7: no check is called “negative”"),
      (
        "wrong:", "  - {id: positive, points: 1, hints: [a, b, c]}\nwrong:",
        "u.yaml:6: a second check is called “positive”"
      ),
      (
        "  - id: positive\n    points: 2\n    hints: [a, b, c]", "  none",
        "u.yaml:3: “checks” must be a list"
      ),
    ])
  func mistakesAreToldWithTheirLine(text: String, replacement: String, message: String) {
    let yaml = Self.good.replacing(text, with: replacement)
    let failure = #expect(throws: Failure.self) { try Manifest(yaml: yaml, file: "u.yaml") }
    #expect(failure?.description == message)
  }

  @Test func brokenYAMLIsToldWithItsLine() {
    let failure = #expect(throws: Failure.self) {
      try Manifest(yaml: "title: [a\nchecks: }", file: "u.yaml")
    }
    #expect(failure?.description.hasPrefix("u.yaml: 2:") == true)
  }
}
