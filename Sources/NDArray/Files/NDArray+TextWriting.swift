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
    require(
      rank == 1 || rank == 2, "savetxt: Expected 1D or 2D array, got \(rank)D array instead")
    let columns = rank == 1 ? 1 : layout.shape[1]
    let row = style.row(columns: columns)
    let values = elements
    var result = style.commented(style.header)
    for first in 0..<layout.shape[0] {
      var column = 0
      for piece in row {
        switch piece {
        case .literal(let text): result += text
        case .number(let format):
          result += format.text(values[first * columns + column])
          column += 1
        }
      }
      result += style.newline
    }
    return result + style.commented(style.footer)
  }

  /// Writes `text(_:)` to a file, as NumPy's `savetxt`.
  ///
  /// - Throws: ``FileError`` when the file cannot be written.
  public func write(text url: URL, _ style: TextStyle = TextStyle()) throws(FileError) {
    try WholeFile.write(Array(text(style).utf8), to: url)
  }
}

extension TextStyle {
  fileprivate func commented(_ text: String) -> String {
    if text.isEmpty { return "" }
    return comments + text.replacingOccurrences(of: "\n", with: "\n" + comments) + newline
  }

  /// The pieces of a row with so many numbers.
  fileprivate func row(columns: Int) -> [FormatPiece] {
    let parsed = formats.map(FormatPiece.parse)
    let numbers = parsed.joined().count(where: \.isNumber)
    if parsed.count == 1 && numbers == columns && columns != 1 { return parsed[0] }
    require(
      parsed.allSatisfy { $0.count(where: \.isNumber) == 1 }
        && (parsed.count == 1 || parsed.count == columns),
      "savetxt: fmt has wrong number of % formats: \(formats) for \(columns) columns")
    let all = (0..<columns).map { parsed[parsed.count == 1 ? 0 : $0] }
    return Array(all.joined(separator: [.literal(delimiter)]))
  }
}

/// A part of a format string: text, or the place of a number.
private enum FormatPiece {
  case literal(String)
  case number(NumberFormat)

  var isNumber: Bool {
    if case .number = self { true } else { false }
  }

  static func parse(_ format: String) -> [FormatPiece] {
    var pieces: [FormatPiece] = []
    var rest = format[...]
    while let percent = rest.firstIndex(of: "%") {
      pieces.append(.literal(String(rest[..<percent])))
      rest = rest[percent...].dropFirst()
      let options = rest.prefix { "-+ #0123456789.".contains($0) }
      rest = rest.dropFirst(options.count)
      let conversion = rest.first
      guard let conversion, "%sdiueEfFgG".contains(conversion), options.count < 20 else {
        fail("savetxt: fmt '\(format)' is no format of numbers")
      }
      rest = rest.dropFirst()
      pieces.append(
        conversion == "%"
          ? .literal("%") : .number(NumberFormat(options: String(options), conversion: conversion)))
    }
    return pieces + [.literal(String(rest))]
  }
}

/// `%`, options, and a letter.
private struct NumberFormat {
  let options: String
  let conversion: Character

  func text<Element: NDScalar>(_ value: Element) -> String {
    switch conversion {
    case "s": return padded(value._scalarText)
    case "d", "i", "u":
      if let integer = value as? any FixedWidthInteger { return text(integer: integer) }
      let number = Self.double(value).rounded(.towardZero) + 0.0
      // Without decimals the digits of a whole number are exact, however large it is.
      return print(number, "%\(options.prefix { $0 != "." }).0f")
    default:
      let number = Self.double(value)
      return print(number.isNaN ? .nan : number, "%\(options)\(conversion)")
    }
  }

  private static func double<Element: NDScalar>(_ value: Element) -> Double {
    NDArray(value).asType(Double.self).scalar
  }

  private func text(integer: some FixedWidthInteger) -> String {
    if let value = Int64(exactly: integer) { return print(value, "%\(options)lld") }
    return print(UInt64(truncatingIfNeeded: integer), "%\(options)llu")
  }

  private func print(_ value: any CVarArg, _ format: String) -> String {
    String(format: format, locale: nil, value)
  }

  private func padded(_ text: String) -> String {
    let parts = options.split(separator: ".", omittingEmptySubsequences: false)
    let text = parts.count > 1 ? String(text.prefix(Int(parts[1]) ?? 0)) : text
    let width = Int(parts[0].drop { !$0.isNumber }) ?? 0
    return parts[0].contains("-") ? text.padded(right: width) : text.padded(left: width)
  }
}
