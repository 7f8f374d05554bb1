import Foundation
import Testing

@testable import course

@Suite struct SettingsTests {
  private static let good = """
    title: Signs and sums
    time-zone: Europe/Berlin
    late: {grace: 10 min, per-day: 10 %, at-most: 50, closed-after: 7 days}
    limits: {time-factor: 1.5, processes: 100, files: 10, file-kilobytes: 20, total-megabytes: 3}
    units:
      - unit: Signs
        points: 12.5
        deadline: 2026-10-12 23:59
        checks: {ofFive: 7}
      - unit: Sums
        late: {per-day: 20}
    """

  @Test func areRead() throws {
    let fixture = try FixtureRepository()
    defer { withExtendedLifetime(fixture) {} }
    let settings = try CourseSettings(
      yaml: Self.good, file: "course.yaml", repository: fixture.repository)
    #expect(settings.title == "Signs and sums")
    let signs = settings.units[0]
    #expect(signs.points == 12.5 && signs.checks == ["ofFive": 7])
    // 23:59 in Berlin's summer is 21:59 in Greenwich.
    #expect(signs.deadline?.formatted(.iso8601) == "2026-10-12T21:59:00Z")
    #expect(signs.late.grace == 600 && signs.late.closedAfter == 7 * 86_400)
    #expect(settings.units[1].late.perDay == 20 && settings.units[1].late.grace == 0)
    #expect(settings.limits.timeFactor == 1.5 && settings.limits.processes == 100)
    #expect(settings.limits.files.file == 20_000 && settings.limits.files.total == 3_000_000)
  }

  @Test func withoutAFileEveryUnitCounts() throws {
    let repository = try FixtureRepository()
    let settings = try CourseSettings(at: nil, repository: repository.repository)
    #expect(settings.units.map(\.unit) == ["Signs", "Sums"])
  }

  @Test(
    arguments: [
      (
        "title:", "titel:",
        "c.yaml:1: unknown key “titel”; known here: title, time-zone, late, limits, units"
      ),
      (
        "Europe/Berlin", "Berlin",
        "c.yaml:2: there is no time zone “Berlin”; for example Europe/Berlin"
      ),
      (
        "10 min", "10 minutes",
        "c.yaml:3: “grace” must be a length of time like 10 min, 2 h or 3 days"
      ),
      ("at-most: 50", "at-most: 500", "c.yaml:3: “at-most” must be a percentage from 0 to 100"),
      (
        "processes: 100", "processes: 1",
        "c.yaml:4: “processes” must be a whole number from 16 to 100000"
      ),
      ("unit: Signs", "unit: Sines", "c.yaml:6: there is no unit “Sines”; did you mean Signs?"),
      ("12.5", "many", "c.yaml:7: “points” must be a number from 0 to 100,000"),
      ("23:59", "24:59", "c.yaml:8: “deadline” must be a time like 2026-10-12 23:59"),
      (
        "2026-10-12 23:59", "12.10.2026",
        "c.yaml:8: “deadline” must be a time like 2026-10-12 23:59"
      ),
      ("ofFive", "ofSix", "c.yaml:9: 03 Signs has no check “ofSix”"),
      ("unit: Sums", "unit: Signs", "c.yaml:10: a second entry for Signs"),
      (
        "units:", "unit: x\nunits:",
        "c.yaml:5: unknown key “unit”; known here: title, time-zone, late, limits, units"
      ),
    ])
  func mistakesAreToldWithTheirLine(text: String, replacement: String, message: String) throws {
    let yaml = Self.good.replacing(text, with: replacement, maxReplacements: 1)
    let fixture = try FixtureRepository()
    let failure = #expect(throws: Failure.self) {
      try CourseSettings(yaml: yaml, file: "c.yaml", repository: fixture.repository)
    }
    #expect(failure?.description == message)
  }

  @Test(
    arguments: [
      ("- {id: ofTen}", "03-Signs/checks.yaml:1: “points” is missing"),
      (
        "- {id: a, points: 1}\n- {id: a, points: 2}",
        "03-Signs/checks.yaml:2: a second check is called “a”"
      ),
    ])
  func mistakesInHiddenChecksAreToldWithTheirLine(yaml: String, message: String) throws {
    let fixture = try FixtureRepository()
    try fixture.write(yaml, to: "Hidden/03-Signs/checks.yaml")
    let failure = #expect(throws: Failure.self) {
      try HiddenChecks(in: "Hidden/03-Signs", of: fixture.repository.root)
    }
    #expect(failure?.description == message)
  }
}
