import Foundation
import Testing

@testable import Conformance

/// The cases that `NDArrayTests/References/make_statistics.py` has NumPy compute: sorting, sets, running and
/// NaN-safe reductions, quantiles, histograms and the rest, on every dtype and layout, refusals included.
@Suite struct StatisticsCaseTests {
  /// What static types rule out; `Documentation/` tells why.
  private static let reasons = ["mixed dtypes"]

  @Test("NumPy's results for sorting and statistics")
  func cases() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("NDArrayTests/References/statistics.jsonl").path
    let verdicts = try Runner(executable: RunnerTests.tool, layouts: true).run(path)
    #expect(verdicts.count > 500)
    for verdict in verdicts where verdict.status != .pass {
      let isExcused =
        verdict.status == .unsupported
        && Self.reasons.contains { verdict.why.hasPrefix($0) }
      #expect(isExcused, "\(verdict.line)")
    }
  }
}
