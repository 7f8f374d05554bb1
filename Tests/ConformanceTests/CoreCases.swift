import Foundation
import Testing

@testable import Conformance

/// The library against random cases that `NDArrayTests/References/make_cases.py` and
/// `make_random_cases.py` have put to NumPy.
@Suite struct CoreCases {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("NDArrayTests/References")

  @Test(
    "NumPy's value, shape, dtype and refusals, on every memory layout",
    arguments: ["elementwise", "reductions", "indexing", "shapes", "products", "random", "files"])
  func cases(group: String) throws {
    let path = Self.folder.appendingPathComponent("cases-\(group).jsonl").path
    let verdicts = try Runner(executable: RunnerTests.tool, layouts: true).run(path)
    #expect(verdicts.count >= 150)
    for verdict in verdicts where verdict.status == .fail {
      Issue.record("\(verdict.id): \(verdict.why), got \(verdict.got.line)")
    }
    let unsupported = verdicts.count { $0.status == .unsupported }
    #expect(unsupported * 25 <= verdicts.count, "more than 4 % cannot be asked")
  }
}
