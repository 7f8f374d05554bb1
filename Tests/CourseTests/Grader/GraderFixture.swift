import Foundation

@testable import course

/// The small course of ``FixtureRepository`` with a hidden check, and folders for submissions and results.
final class GraderFixture {
  let fixture: FixtureRepository
  let submissions: URL
  let results: ResultsFolder
  let settings: CourseSettings

  var repository: Repository { fixture.repository }

  init(settings yaml: String = GraderFixture.yaml) throws {
    fixture = try FixtureRepository()
    let root = fixture.repository.root
    submissions = root.appendingPathComponent("submissions")
    results = ResultsFolder(url: root.appendingPathComponent("results"))
    try fixture.write(yaml, to: "course.yaml")
    try fixture.write("- {id: ofTen, points: 5}\n", to: "Hidden/03-Signs/checks.yaml")
    try fixture.write(
      """
      import GradedTests
      import Signs
      import Testing

      @Suite(.graded(seconds: 1, megabytes: 500)) struct HiddenChecks {
        @Test func ofTen() { #expect(sign(10) == 1, "the hidden check has its words") }
      }
      """, to: "Hidden/03-Signs/Tests/HiddenChecks.swift")
    settings = try CourseSettings(at: nil, repository: fixture.repository)
    try results.create()
    try FileManager.default.createDirectory(
      at: submissions, withIntermediateDirectories: true)
  }

  static let yaml = """
    title: Signs and sums
    limits: {sleep-seconds: 3}
    units:
      - {unit: Signs, hidden: Hidden/03-Signs}
      - {unit: Sums}
    """

  func units() throws -> [GradedUnit] {
    try GradedUnit.all(
      nil, settings: settings, folder: repository.root, repository: repository)
  }

  func session(forced: Bool = false) throws -> GradingSession {
    var session = GradingSession(
      units: try units(), limits: settings.limits, results: results, isSandboxed: true)
    session.isForced = forced
    return session
  }

  /// Hands in files as a folder.
  func handIn(_ student: String, _ files: [String: Data], links: [String: String] = [:]) throws {
    let manager = FileManager.default
    let folder = submissions.appendingPathComponent(student)
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    func place(_ path: String) throws -> URL {
      let url = folder.appendingPathComponent(path)
      try manager.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      return url
    }
    for (path, data) in files { try data.write(to: try place(path)) }
    for (path, target) in links {
      try manager.createSymbolicLink(atPath: try place(path).path, withDestinationPath: target)
    }
  }

  /// What the students of Signs were handed out, by path.
  func handedOut() throws -> [String: Data] {
    try Exercise(fixture.unit("Signs")).items(.stub).compactMapValues {
      if case .file(let data) = $0 { data } else { nil }
    }
  }
}
