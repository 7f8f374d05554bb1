import Foundation

/// How numbers, rows and columns are written as text, with the parameters of NumPy's `savetxt`.
public struct TextStyle: Sendable {
  /// The format of a number as in C and Python, `"%.3f"`: one for all columns, one for each, or one
  /// text with the formats of all columns of a row.
  public var formats: [String]
  /// What stands between two columns.
  public var delimiter: String
  /// What ends each line.
  public var newline: String
  /// Written before the rows, as a comment.
  public var header: String
  /// Written behind the rows, as a comment.
  public var footer: String
  /// What begins each line of header and footer.
  public var comments: String

  /// One format for all columns; the defaults are `savetxt`'s.
  public init(
    format: String = "%.18e", delimiter: String = " ", newline: String = "\n",
    header: String = "", footer: String = "", comments: String = "# "
  ) {
    self.init(
      formats: [format], delimiter: delimiter, newline: newline, header: header, footer: footer,
      comments: comments)
  }

  /// A format for each column.
  public init(
    formats: [String], delimiter: String = " ", newline: String = "\n", header: String = "",
    footer: String = "", comments: String = "# "
  ) {
    (self.formats, self.delimiter, self.newline) = (formats, delimiter, newline)
    (self.header, self.footer, self.comments) = (header, footer, comments)
  }
}

extension NDArray {
  /// The array as lines of text, one for each row, or one for each element of a one-dimensional array;
  /// what NumPy's `savetxt` writes.
  ///
  /// ```swift
  /// let a: NDArray<Double> = [[1, 2], [3, 4]]
  /// print(a.text(TextStyle(format: "%.1f", delimiter: ",")), terminator: "")
  /// // 1.0,2.0
  /// // 3.0,4.0
  /// ```
  ///
  /// `%d` drops the fraction of a number; `%s` writes it as `print` does. Traps when the array has
  /// another rank than 1 or 2, or the formats do not fit its columns.
  public func text(_ style: TextStyle = TextStyle()) -> String {
    var lines = TextLines(self, style)
    var text = LongText()
    lines.write { text.append($0) }
    return text.string()
  }

  /// Writes `text(_:)` to a file, as NumPy's `savetxt`, row by row.
  ///
  /// What stands at the path keeps its mode, its owner and its links; a reader sees the old file or the new one. A
  /// pipe, a device or a terminal is opened and written.
  ///
  /// - Throws: ``FileError`` when the file cannot be written.
  public func write(text url: URL, _ style: TextStyle = TextStyle()) throws(FileError) {
    var lines = TextLines(self, style)
    try FileWriting.write(to: url) { (output) throws(FileError) in
      try lines.write { (bytes) throws(FileError) in try output.write(bytes) }
    }
  }
}
