import Foundation

/// Columns of numbers under the names in the first line of a text file; what NumPy's
/// `genfromtxt(…, names=True)` reads.
///
/// ```swift
/// let table = try NamedColumns<Double>(text: "x,y\n1,2\n3,4\n", TextFormat(delimiter: ","))
/// table["y"]  // [2. 4.]
/// ```
public struct NamedColumns<Element: NDNumeric>: Sendable {
  /// The names of the columns, a comment mark before the first left out.
  public let names: [String]
  /// A row for each line, a column for each name.
  public let values: NDArray<Element>

  /// Reads the names from the first line that `format` does not skip, and the numbers from the lines after it.
  ///
  /// - Parameters:
  ///   - text: The lines.
  ///   - format: How rows and columns are told apart.
  ///   - missing: What stands for a field that is empty or no number; if nil, it is an error.
  ///   - converters: For some columns, counted in the file from 0, what makes a number of the field's text.
  /// - Throws: ``FileError`` with the line when the text is no such table, or a column has no name.
  public init(
    text: String, _ format: TextFormat = TextFormat(), missing: Element? = nil,
    converters: [Int: (String) -> Element?] = [:]
  ) throws(FileError) {
    format.check()
    let headings = try Array(text.utf8).reading { (bytes) throws(FileError) in
      format.headings(bytes.assumingMemoryBound(to: UInt8.self))
    }
    var rest = format
    let heading = format.skipRows.addingReportingOverflow(1)
    (rest.skipRows, rest.minimumRank) = (heading.overflow ? Int.max : heading.partialValue, 2)
    let values = try NDArray(text: text, rest, missing: missing, converters: converters)
    let names = (format.useColumns ?? Array(headings.indices)).map { column in
      let index = column < 0 ? column + headings.count : column
      return headings.indices.contains(index) ? headings[index] : ""
    }
    guard values.count == 0 || names.count == values.shape[1], !names.contains("") else {
      throw FileError(
        nil, .line(rest.skipRows), "\(headings.count) names for \(values.shape[1]) columns")
    }
    (self.names, self.values) = (names, values)
  }

  /// Reads a text file; see `init(text:_:missing:converters:)`.
  public init(
    textFile url: URL, _ format: TextFormat = TextFormat(), missing: Element? = nil,
    converters: [Int: (String) -> Element?] = [:]
  ) throws(FileError) {
    let text = try FileReading.withBytes(of: url) { (bytes) throws(FileError) in
      String(decoding: bytes, as: UTF8.self)
    }
    try self.init(text: text, format, missing: missing, converters: converters)
  }

  /// The column of a name, one-dimensional. Traps when there is none.
  public subscript(name: String) -> NDArray<Element> {
    guard let column = names.firstIndex(of: name) else {
      fail("NamedColumns: no column '\(name)' among \(names)")
    }
    return values[.all, column]
  }
}
