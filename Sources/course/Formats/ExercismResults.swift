import Foundation

/// `results.json` of an Exercism test runner, version 3 (https://exercism.org/docs/building/tooling/test-runners/interface).
///
/// Tests come in the order of the manifest, which is that of the files; hidden ones do not come.
struct ExercismResults: Encodable {
  struct Test: Encodable {
    var name: String
    var status: String
    var message: String?
    var output: String?
    var test_code: String
    var task_id: Int
  }

  var version = 3
  var status: String
  var message: String?
  var tests: [Test]

  private static let messageLimit = 65_535
  private static let outputLimit = 500

  /// - Parameter tests: the texts of the unit's test files.
  init(_ score: UnitScore, tests sources: [String]) {
    let shown = score.shown
    let didNotRun = shown.allSatisfy {
      [.didNotCompile, .missing].contains($0.verdict.outcome)
    }
    if didNotRun {
      status = "error"
      let reason = score.problem ?? shown.first?.sentences.first ?? "there is no check"
      message = Self.cut(reason, to: Self.messageLimit)
      tests = []
      return
    }
    status = shown.allSatisfy(\.verdict.passed) ? "pass" : "fail"
    tests = shown.enumerated().map { number, check in
      let passed = check.verdict.passed
      return Test(
        name: check.id,
        status: passed ? "pass" : check.verdict.outcome == .wrong ? "fail" : "error",
        message: passed
          ? nil : Self.cut(check.sentences.joined(separator: "\n"), to: Self.messageLimit),
        output: check.override.map { Self.cut($0.comment, to: Self.outputLimit) },
        test_code: Self.code(of: check.id, in: sources), task_id: number + 1)
    }
  }

  func json() throws -> String { try JSONText.of(self) }

  private static func cut(_ text: String, to limit: Int) -> String {
    text.count <= limit ? text : text.prefix(limit - 1) + "…"
  }

  /// The test function, by its indentation.
  static func code(of name: String, in sources: [String]) -> String {
    for source in sources {
      let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
      guard let start = lines.firstIndex(where: { $0.contains("func \(name)(") }) else { continue }
      var first = start
      while !lines[first].contains("@Test"), first > 0 { first -= 1 }
      let indent = lines[first].prefix { $0 == " " }
      if lines[start].hasSuffix("}") { return lines[first...start].joined(separator: "\n") }
      let end = lines[start...].firstIndex { $0 == indent + "}" } ?? start
      return lines[first...end].joined(separator: "\n")
    }
    return ""
  }
}

extension Exercise {
  /// The texts of the tests, by file name.
  func testSources() throws -> [String] {
    let folder = unit.courseware.appendingPathComponent("Tests")
    return try folder.filesBelow().map {
      try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
    }
  }
}
