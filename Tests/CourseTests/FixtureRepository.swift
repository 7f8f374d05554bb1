import Foundation

@testable import course

/// A repository in a temporary folder with two small units, whose library is the real grading engine and
/// nothing else, so that its exercises build in seconds.
final class FixtureRepository {
  let repository: Repository

  init() throws {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("course-tests-\(UUID().uuidString)").resolvingSymlinksInPath()
    repository = Repository(root: root)
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
    let paths = [
      "Grading", "GradedTests/Graded.swift", "GradedTests/PlainRun.swift",
      "CourseKit/NotImplemented.swift",
    ]
    for path in paths {
      let link = root.appendingPathComponent("Sources/\(path)")
      try FileManager.default.createDirectory(
        at: link.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        at: link, withDestinationURL: sources.appendingPathComponent(path))
    }
    for (path, text) in Self.files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(at: repository.root) }

  func unit(_ name: String) throws -> CourseUnit { try repository.unit(name) }

  func write(_ text: String, to path: String) throws {
    let url = repository.root.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func read(_ path: String) throws -> String {
    try String(contentsOf: repository.root.appendingPathComponent(path), encoding: .utf8)
  }

  private static let files = [
    "Sources/NDArray/NDArray.swift": "",
    "Package.swift": """
    // swift-tools-version: 6.2
    import PackageDescription
    let package = Package(
      name: "NDArray",
      products: [
        .library(name: "NDArray", targets: ["NDArray"]),
        .library(name: "CourseKit", targets: ["CourseKit"]),
        .library(name: "GradedTests", targets: ["GradedTests"]),
      ],
      targets: [
        .target(name: "NDArray"), .target(name: "CourseKit"), .target(name: "Grading"),
        .target(name: "GradedTests", dependencies: ["CourseKit", "Grading", "NDArray"]),
      ],
      swiftLanguageModes: [.v6])
    """,
    "Courseware/03-Signs/unit.yaml": """
    title: Signs
    checks:
      - {id: ofFive, points: 1, file: Signs.swift, hints: [a, b, c], hints-ru: [намёк, б, в]}
      - {id: ofMinusFive, points: 2, file: Signs.swift, hints: [a, b, c], hints-ru: [намёк, б, в]}
      - {id: ofZero, points: 3, file: Signs.swift, hints: [a, b, c], hints-ru: [намёк, б, в]}
      - {id: atAnIndex, points: 4, file: Lists.swift, hints: [a, b, c], hints-ru: [намёк, б, в]}
    wrong:
      - {name: no minus, file: Signs.swift, find: "x < 0 ? -1", replace: "x < 0 ? 1", caught-by: ofMinusFive}
      - {name: harmless, file: Signs.swift, find: "x < 0", replace: "x <= -1", caught-by: ofMinusFive}
    """,
    "Courseware/03-Signs/Sources/Signs.swift": """
    import CourseKit

    public func sign(_ x: Int) -> Int {
      // BEGIN SOLUTION
      x < 0 ? -1 : x > 0 ? 1 : 0
      // END SOLUTION
    }
    """,
    "Courseware/03-Signs/Sources/Lists.swift": """
    import CourseKit

    public func sign(of list: [Int], at index: Int) -> Int {
      // BEGIN SOLUTION
      index < list.count ? sign(list[index]) : 0
      // END SOLUTION
    }
    """,
    "Courseware/03-Signs/Tests/SignsChecks.swift": """
    import GradedTests
    import Signs
    import Testing

    @Suite(.graded(seconds: 1, megabytes: 500)) struct SignsChecks {
      @Test func ofFive() { #expect(sign(5) == 1) }
      @Test func ofMinusFive() { #expect(sign(-5) == -1) }
      @Test func ofZero() { #expect(sign(0) == 0) }
      @Test func atAnIndex() { #expect(sign(of: [4], at: 1) == 0) }
    }
    """,
    "Courseware/04-Sums/unit.yaml": """
    title: Sums of signs
    checks:
      - {id: ofThree, points: 5, hints: [a, b, c], hints-ru: [намёк, б, в]}
    """,
    "Courseware/04-Sums/Sources/Sums.swift": """
    import CourseKit
    import Signs

    public func sumOfSigns(_ list: [Int]) -> Int {
      // BEGIN SOLUTION
      list.reduce(0) { $0 + sign($1) }
      // END SOLUTION
    }
    """,
    "Courseware/04-Sums/Tests/SumsChecks.swift": """
    import GradedTests
    import Sums
    import Testing

    @Suite(.graded) struct SumsChecks {
      @Test func ofThree() { #expect(sumOfSigns([1, 2, -3]) == 1) }
    }
    """,
  ]
}
