import Classification
import GradedTests
import NDArray
import Testing

@Suite(.graded) struct MetricsChecks {
  /// The test table of lecture 1: 100 objects of each of the classes 0, 55 and 58.
  private let lecture = ConfusionMatrix(counts: [[95, 3, 2], [9, 71, 20], [13, 22, 65]])

  @Test("counts pairs: rows actual, columns predicted") func confusionCounts() {
    let matrix = ConfusionMatrix(
      actual: [0, 0, 1, 1, 1, 2], predicted: [0, 1, 1, 2, 2, 2], classes: 4)
    let counts: NDArray<Int> = [[1, 1, 0, 0], [0, 1, 2, 0], [0, 0, 1, 0], [0, 0, 0, 0]]
    expectEqual(matrix.counts, counts, "rows are the actual classes")
  }

  @Test("the lecture's class: precision .8120, recall .9500, F1 .8756") func measuresOfTheLecture()
  {
    let digits = 5e-5
    expectClose(lecture.precision, [0.8120, 0.7396, 0.7471], tolerance: digits, "precision")
    expectClose(lecture.recall, [0.95, 0.71, 0.65], tolerance: digits, "recall")
    expectClose(lecture.f1, [0.8756, 0.7245, 0.6952], tolerance: digits, "F1")
    expectClose(lecture.accuracy, 0.77, "accuracy")
  }

  @Test("macro and weighted averages") func averagesOfMeasures() {
    let uneven = ConfusionMatrix(counts: [[90, 0], [5, 5]])
    expectClose(uneven.accuracy, 0.95, "accuracy hides the small class")
    expectClose(uneven.macroAverage(uneven.recall), 0.75, "macro recall, (1 + 0.5)/2")
    expectClose(uneven.weightedAverage(uneven.recall), 0.95, "weighted recall, (90·1 + 10·0.5)/100")
    expectClose(lecture.macroAverage(lecture.f1), 0.7651, tolerance: 5e-5, "the lecture's macro F1")
  }

  @Test("a class never predicted, a class without objects") func measuresWithoutObjects() {
    let matrix = ConfusionMatrix(counts: [[3, 0, 1], [2, 0, 0], [0, 0, 0]])
    expectClose(matrix.precision, [0.6, 0, 0], "precision: 0 rather than 0/0")
    expectClose(matrix.recall, [0.75, 0, 0], "recall: 0 rather than 0/0")
    expectClose(matrix.f1, NDArray([2.0 / 3, 0, 0]), "F1: 0 rather than 0/0")
    expectClose(
      matrix.macroAverage(matrix.precision), 0.2,
      "macro precision: an absent class counts as a third")
    expectClose(matrix.macroAverage(matrix.recall), 0.25, "macro recall, (0.75 + 0 + 0)/3")
    expectClose(
      matrix.weightedAverage(matrix.precision), 0.4, "weighted precision, (4·0.6 + 2·0 + 0·0)/6")
    expectClose(matrix.accuracy, 0.5, "accuracy, 3 of 6")
  }

  @Test("agrees with scikit-learn") func measuresAgainstScikitLearn() throws {
    let cases: [ReportCase] = try reference("reports.json")
    for expected in cases {
      let classes = expected.names.count
      let matrix = ConfusionMatrix(
        actual: expected.actual, predicted: expected.predicted, classes: classes)
      let name = "of \(classes) classes"
      expectEqual(matrix.counts, expected.counts, "counts \(name)")
      expectClose(matrix.accuracy, expected.accuracy, "accuracy \(name)")
      let measures = [matrix.precision, matrix.recall, matrix.f1]
      for (got, wanted) in zip(measures, [expected.precision, expected.recall, expected.f1]) {
        expectClose(got, wanted, "precision, recall or F1 \(name)")
      }
      let macro = NDArray(measures.map { matrix.macroAverage($0) })
      expectClose(macro, expected.macro, "macro averages \(name)")
      let weighted = NDArray(measures.map { matrix.weightedAverage($0) })
      expectClose(weighted, expected.weighted, "weighted averages \(name)")
    }
  }

  @Test("the report, letter by letter") func reportAgainstScikitLearn() throws {
    let cases: [ReportCase] = try reference("reports.json")
    for expected in cases {
      let report = ClassificationReport(
        ConfusionMatrix(counts: expected.counts), names: expected.names, digits: expected.digits)
      let (got, wanted) = (report.description.lines, expected.text.lines)
      for (number, pair) in zip(got, wanted).enumerated() where pair.0 != pair.1 {
        Issue.record("line \(number + 1):\nexpected \"\(pair.1)\"\n     got \"\(pair.0)\"")
      }
      #expect(got.count == wanted.count, "\(wanted.count) lines, the last one empty")
    }
  }

  @Test("ROC curve and area") func rocAgainstScikitLearn() throws {
    let byHand = ROCCurve(scores: [0.8, 0.1, 0.9, 0.8, 0.3], labels: [0, 1, 1, 1, 0])
    let across: NDArray<Double> = [0, 0, 0.5, 1, 1]
    let third = 1.0 / 3
    expectClose(
      NDArray(byHand.falsePositiveRate), across, "false positives at .9, .8 (twice), .3, .1")
    expectClose(
      NDArray(byHand.truePositiveRate), NDArray([0, third, 2 * third, 2 * third, 1]),
      "true positives at the same thresholds")
    expectClose(byHand.area, 3.5 / 6, "3 of 6 pairs in order, one tie counts half")
    let equal = ROCCurve(scores: [0.5, 0.5, 0.5], labels: [1, 0, 0])
    expectClose(NDArray(equal.falsePositiveRate), [0, 1], "all scores equal: all pass together")
    expectClose(equal.area, 0.5, "all scores equal: no better than chance")
    let near = ROCCurve(scores: NDArray([0.5, 0.5 + 1e-12]), labels: [0, 1])
    expectClose(near.area, 1, "scores that differ in their twelfth digit are two, not a tie")
    struct Case: Decodable {
      let labels: NDArray<Int>
      let scores, falsePositiveRate, truePositiveRate: NDArray<Double>
      let area: Double
    }
    let cases: [Case] = try reference("roc.json")
    for expected in cases {
      let curve = ROCCurve(scores: expected.scores, labels: expected.labels)
      let name = "\(expected.labels.count) objects, some with equal scores"
      expectClose(
        NDArray(curve.falsePositiveRate), expected.falsePositiveRate, "false positives, \(name)")
      expectClose(
        NDArray(curve.truePositiveRate), expected.truePositiveRate, "true positives, \(name)")
      expectClose(curve.area, expected.area, "area, \(name)")
    }
  }
}

extension String {
  fileprivate var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }
}
