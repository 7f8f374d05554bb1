import NDArray

/// Numbers read from a text file: one line a row, columns parted by a delimiter.
public struct Table: Sendable {
  /// What the first line of a file is.
  public enum Header: Sendable {
    /// A row like the others.
    case none
    /// The names of the columns.
    case names
    /// The number of rows, the number of features and then the names of the classes, as in
    /// `150,4,setosa,versicolor,virginica`; each row holds the features and then the class.
    case counts
  }

  /// What the header names: the columns, or the classes for ``Header/counts``; empty without one.
  public let names: [String]

  /// The numbers, shape [rows, columns].
  public let values: NDArray<Double>

  /// Reads the text file at `path`, which may be compressed with gzip.
  ///
  /// Empty lines, and lines that begin with `comment`, are left out. With the delimiter `" "` any run of
  /// spaces and tabs parts columns. A number is written as Swift or C writes it; `nan` and `inf` are numbers.
  ///
  /// - Throws: ``DataError``, which names the line and the column: for a word where a number belongs, a
  ///   line of another length, a header that promises something else, an empty, damaged or missing file.
  /// - Complexity: O(bytes).
  public init(
    contentsOf path: String, delimiter: Character = ",", header: Header = .none,
    comment: Character = "#"
  ) throws(DataError) {
    let bytes = try InputFile.contents(path)
    try self.init(
      bytes, file: path, delimiter: delimiter, header: header, comment: comment)
  }

  init(
    _ bytes: [UInt8], file: String, delimiter: Character, header: Header, comment: Character
  ) throws(DataError) {
    var names: [String] = []
    var promised: (rows: Int, columns: Int)?
    var values: [Double] = []
    var (rows, columns) = (0, 0)
    var needsHeader = header != .none

    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      let number = index + 1
      guard let text = String(validating: line, as: UTF8.self) else {
        throw .notText(file: file, line: number)
      }
      let content = text.trimmingSpaces()
      if content.isEmpty || content.first == comment { continue }
      let fields = content.fields(by: delimiter)
      if needsHeader {
        needsHeader = false
        names = fields.map { String($0) }
        columns = names.count
        if header == .counts {
          guard fields.count >= 2, let rows = Int(fields[0]), let features = Int(fields[1]) else {
            throw .wrongHeader(file: file, reason: "the header must begin with two counts")
          }
          promised = (rows, features + 1)
          columns = features + 1
          names.removeFirst(2)
        }
        continue
      }
      if columns == 0 { columns = fields.count }
      guard fields.count == columns else {
        throw .wrongColumnCount(
          file: file, line: number, expected: columns, found: fields.count)
      }
      for (column, field) in fields.enumerated() {
        guard let value = Double(field) else {
          throw .notANumber(file: file, line: number, column: column + 1, text: String(field))
        }
        values.append(value)
      }
      rows += 1
    }

    if rows == 0 { throw .empty(file: file) }
    if let promised, promised.rows != rows {
      throw .wrongHeader(
        file: file, reason: "the header promises \(promised.rows) rows and \(rows) follow")
    }
    self.names = names
    self.values = NDArray(values, shape: [rows, columns])
  }
}

extension StringProtocol {
  /// Without the white space at both ends, the carriage return of another system included.
  fileprivate func trimmingSpaces() -> SubSequence {
    let tail = drop { $0.isWhitespace }
    guard let last = tail.lastIndex(where: { !$0.isWhitespace }) else { return tail }
    return tail[...last]
  }

  fileprivate func fields(by delimiter: Character) -> [Substring] {
    if delimiter == " " {
      return split { $0 == " " || $0 == "\t" }.map { Substring($0) }
    }
    return split(separator: delimiter, omittingEmptySubsequences: false)
      .map { Substring($0.trimmingSpaces()) }
  }
}
