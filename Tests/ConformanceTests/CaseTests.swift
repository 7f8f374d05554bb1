import Foundation
import Testing

@testable import Conformance

/// The library against the random cases that `References/make_cases.py` has put to NumPy.
@Suite struct CaseTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("References")

  private static let groups = [
    "creation", "elementwise", "files", "indexing", "linalg", "products", "reductions", "shapes",
    "sorting", "statistics", "streams", "text",
  ]

  /// What static types and value semantics rule out; `Documentation/` tells why.
  private static let reasons = ["mixed dtypes", "write-through views", "dtype float16"]

  @Test(
    "NumPy's value, shape, dtype and refusals, on every dtype and memory layout", arguments: groups)
  func cases(group: String) throws {
    let path = Self.folder.appendingPathComponent("\(group).jsonl").path
    let verdicts = try Runner(executable: RunnerTests.tool, layouts: true).run(path)
    #expect(verdicts.count >= 80)
    for verdict in verdicts where verdict.status != .pass {
      let isExcused =
        verdict.status == .unsupported && Self.reasons.contains { verdict.why.hasPrefix($0) }
      #expect(isExcused, "\(verdict.line)")
    }
    let unsupported = verdicts.count { $0.status == .unsupported }
    #expect(unsupported * 25 <= verdicts.count, "more than 4 % cannot be asked")
  }

  @Test("every operation of the vocabulary occurs")
  func vocabulary() throws {
    let data = try Data(contentsOf: Self.folder.appendingPathComponent("vocabulary.json"))
    let vocabulary = try JSONDecoder().decode([String: [String]].self, from: data)
    #expect(vocabulary.count == 298)
    var used: [String: Set<String>] = [:]
    for group in Self.groups {
      let path = Self.folder.appendingPathComponent("\(group).jsonl")
      for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n") {
        let test = try Case(line: line)
        used[test.operation, default: []].formUnion(test.keywords.keys)
      }
    }
    for (operation, keywords) in vocabulary {
      let found = try #require(used[operation], "no case of \(operation)")
      #expect(
        found.isSuperset(of: keywords),
        "\(operation) without \(keywords.filter { !found.contains($0) })")
    }
  }
}
