import Foundation
import NDArray
import Testing

private let numpy = FilesReferences.numpy

@Suite("Files: text")
struct FilesTextTests {
  @Test("loadtxt and genfromtxt", arguments: numpy.texts.indices)
  func read(_ index: Int) throws {
    let expected = numpy.texts[index]
    let format = TextFormat(
      delimiter: expected.delimiter, comments: expected.comments, skipRows: expected.skipRows,
      skipFooter: expected.skipFooter, useColumns: expected.useColumns, maxRows: expected.maxRows,
      minimumRank: expected.minimumRank)
    let missing = expected.loader == "genfromtxt" ? Double(expected.missing) : nil
    let label = Comment("\(expected.loader) \(expected.text.debugDescription)")
    let read = try NDArray<Double>(text: expected.text, format, missing: missing)
    #expect(read.shape == expected.shape, label)
    #expect(read.elements.map(\.bitPattern) == bits(expected.elements), label)
    try withFile(Array(expected.text.utf8)) { url in
      let file = try NDArray<Double>(textFile: url, format, missing: missing)
      #expect(file.elements.map(\.bitPattern) == bits(expected.elements), label)
    }
  }

  /// Equal also for NaN, whose sign NumPy's files do not tell.
  private func bits(_ elements: [String]) -> [UInt64] {
    elements.map { Double($0)!.isNaN ? Double.nan.bitPattern : Double($0)!.bitPattern }
  }

  @Test("other element types")
  func types() throws {
    let bytes = try NDArray<UInt8>(text: "1 2\n255 +3")
    #expect(bytes.elements == [1, 2, 255, 3])
    #expect(try NDArray<UInt64>(text: "18446744073709551615").scalar == .max)
    #expect(try NDArray<Float>(text: "0.1 1e39").elements == [0.1, .infinity])
    let comma = TextFormat(delimiter: ",")
    #expect(try NDArray<Int>(text: "1,\nx,4", comma, missing: -1).elements == [1, -1, -1, 4])
  }

  @Test(
    "what is no table of numbers",
    arguments: [
      ("1 2\n3 x", nil, "line 2: column 2: could not convert 'x' to float64"),
      ("# c\n1,,2", ",", "line 2: column 2: could not convert '' to float64"),
      ("0x10", nil, "line 1: column 1: could not convert '0x10' to float64"),
      ("1 nan(3)", nil, "line 1: column 2: could not convert 'nan(3)' to float64"),
      ("++inf", nil, "line 1: column 1: could not convert '++inf' to float64"),
      ("1,2\n\n3,4,5", ",", "line 3: the number of columns changed from 2 to 3"),
    ] as [(String, String?, String)])
  func refused(_ text: String, _ delimiter: String?, _ message: String) {
    let error = #expect(throws: FileError.self) {
      try NDArray<Double>(text: text, TextFormat(delimiter: delimiter))
    }
    #expect(error?.description == message)
  }

  @Test("columns and integers that are not there")
  func refusedColumns() {
    let error = #expect(throws: FileError.self) {
      try NDArray<Double>(text: "1 2\n3 4", TextFormat(useColumns: [2]))
    }
    #expect(error?.description == "line 1: column 2 of useColumns where 2 columns are")
    for text in ["1.5", "300", ""] {
      let read = try? NDArray<Int8>(text: text)
      #expect(text.isEmpty ? read?.shape == [0] : read == nil)
    }
  }

  @Test("savetxt", arguments: numpy.written.indices)
  func written(_ index: Int) throws {
    let expected = numpy.written[index]
    let style = TextStyle(
      formats: expected.formats, delimiter: expected.delimiter, newline: expected.newline,
      header: expected.header, footer: expected.footer, comments: expected.comments)
    let values = array(expected.elements, expected.shape)
    #expect(values.text(style) == expected.text)
    try withFolder { folder in
      let url = folder.appendingPathComponent("a.txt")
      try values.write(text: url, style)
      #expect(try String(contentsOf: url, encoding: .utf8) == expected.text)
    }
  }

  @Test("savetxt of integers and truth values")
  func integers() {
    #expect(
      NDArray<UInt64>([.max, 5]).text(TextStyle(format: "%21d")).hasPrefix(
        " 18446744073709551615\n"))
    #expect(NDArray<Int8>([[-1, 2]]).text(TextStyle(format: "%d", delimiter: ",")) == "-1,2\n")
    #expect(NDArray([true, false]).text(TextStyle(format: "%s")) == "True\nFalse\n")
    #expect(NDArray<Int>([3]).text(TextStyle(format: "%.2f%%")) == "3.00%\n")
    #expect(NDArray([true]).text(TextStyle(format: "%d")) == "1\n")
  }

  /// A mistake, named by the message it must give.
  enum Mistake: String, CaseIterable, Codable {
    case rank = "savetxt: Expected 1D or 2D array, got 3D array instead"
    case count = "savetxt: fmt has wrong number of % formats: [\"%d %d\"] for 3 columns"
    case unknown = "savetxt: fmt '%x' is no format of numbers"
    case delimiter = "loadtxt: the delimiter must not be empty"

    func make() {
      let array = NDArray<Double>.zeros([2, 3])
      switch self {
      case .rank: _ = array.reshaped([1, 2, 3]).text()
      case .count: _ = array.text(TextStyle(format: "%d %d"))
      case .unknown: _ = array.text(TextStyle(format: "%x"))
      case .delimiter: _ = TextFormat(delimiter: "")
      }
    }
  }

  @Test("mistakes stop the program", arguments: Mistake.allCases)
  func message(_ mistake: Mistake) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [mistake = mistake as Mistake] in
      mistake.make()
    }
    let output = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(output.contains(mistake.rawValue), "\(output)")
  }
}
