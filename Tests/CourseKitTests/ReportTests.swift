import CourseKit
import Foundation
import NDArray
import Testing

/// Against scikit-learn: see References/make_reports.py.
@Suite struct ReportTests {
  struct Case: Decodable, CustomTestStringConvertible {
    let name, text: String
    let actual, predicted, matrix: [Int]
    let classNames: [String]
    let digits: Int
    let accuracy: Double
    let macro, weighted, f1: [Double]

    var testDescription: String { name }
  }

  static let cases: [Case] = {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "References/reports.json")
    return try! JSONDecoder().decode([Case].self, from: Data(contentsOf: url))
  }()

  @Test(arguments: cases)
  func printsAsScikitLearnPrints(_ stored: Case) {
    let report = ClassificationReport(
      actual: NDArray(stored.actual), predicted: NDArray(stored.predicted),
      classNames: stored.classNames)
    #expect(report.text(digits: stored.digits) == stored.text)
  }

  @Test(arguments: cases)
  func measuresAsScikitLearnMeasures(_ stored: Case) {
    let matrix = ConfusionMatrix(
      actual: NDArray(stored.actual), predicted: NDArray(stored.predicted),
      classNames: stored.classNames)
    #expect(matrix.counts.elements == stored.matrix)
    let report = ClassificationReport(matrix)
    func close(_ a: [Double], _ b: [Double]) -> Bool {
      zip(a, b).allSatisfy { abs($0 - $1) < 1e-14 } && a.count == b.count
    }
    func numbers(_ row: ClassificationReport.Row) -> [Double] {
      [row.precision, row.recall, row.f1]
    }
    #expect(close([report.accuracy], [stored.accuracy]))
    #expect(close(numbers(report.macroAverage), stored.macro))
    #expect(close(numbers(report.weightedAverage), stored.weighted))
    #expect(close(report.classes.map(\.f1), stored.f1))
  }

  @Test func theLecturesClass() throws {
    let stored = try #require(Self.cases.first { $0.name == "lecture" })
    let row = ClassificationReport(
      actual: NDArray(stored.actual), predicted: NDArray(stored.predicted)
    ).classes[1]
    #expect(
      String(format: "%.4f %.4f %.4f", row.precision, row.recall, row.f1) == "0.8120 0.9500 0.8756")
  }

  @Test func theMatrixIsPrintedWithItsNames() {
    let matrix = ConfusionMatrix(
      actual: [0, 0, 1], predicted: [0, 1, 1], classNames: ["no", "yes"])
    #expect("\(matrix)" == "     no yes\n no   1   1\nyes   0   1")
  }

  @Test func aLabelThatIsNoClassTraps() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = ConfusionMatrix(actual: [0, 2], predicted: [0, 1], classNames: ["a", "b"])
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(text.contains("ConfusionMatrix: label 2 is not one of 2 classes"))
  }
}
