import CourseKit
import Foundation
import Testing

@Suite struct WholeTextTests {
  private func file(_ bytes: [UInt8]) throws -> String {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func sonnetsAreOneText() throws {
    let text = try Datasets.sonnetsText()
    #expect(text.count == 95_728 && Set(text).count == 62)
  }

  @Test func aTextOfOnesOwnIsReadOrRefused() throws {
    let right = try file(Array("два\nслова".utf8))
    #expect(try Datasets.text(contentsOf: right) == "два\nслова")
    let empty = try file([])
    #expect(throws: DataError.empty(file: empty)) { try Datasets.text(contentsOf: empty) }
    let wrong = try file([0x61, 0x0A, 0xFF, 0xFE])
    #expect(throws: DataError.notText(file: wrong, line: 2)) {
      try Datasets.text(contentsOf: wrong)
    }
    #expect(throws: DataError.missing(file: "/none")) { try Datasets.text(contentsOf: "/none") }
    for path in [right, empty, wrong] { try FileManager.default.removeItem(atPath: path) }
  }
}
