import NDArray

/// Numbers in the order in which they were measured, at equal distances in time.
///
/// What was not measured is NaN and keeps its place: whoever leaves it out moves all that follows.
public struct Series: Sendable {
  /// What was measured, shape [n]; NaN where nothing was.
  public let values: NDArray<Double>
  /// When, in years: 1959.5 is the middle of 1959. Shape [n], ascending.
  public let times: NDArray<Double>
  /// When, as the file has it.
  public let dates: [String]
  /// What is measured, and in which unit.
  public let name: String
  /// What the data are, in a sentence.
  public let summary: String
  /// Where they come from and on what terms they may be passed on.
  public let origin: String

  /// The number of moments, those without a measurement among them.
  public var count: Int { dates.count }
  /// How many moments have no measurement.
  public var gaps: Int { isNaN(values).countNonzero() }

  /// Reads two columns of a text file whose first line names its columns; the file may be compressed with gzip.
  ///
  /// A date is a year (`1749`) or a day (`19580329`, `1958-03-29`, `1958/03/29`). An empty field, `nan` and `NA` are
  /// gaps.
  ///
  /// - Throws: ``DataError``, which names the line: for a column that is not there, a word where a number or a date
  ///   belongs, a date that does not come after the one before it, a line of another length, an empty, damaged or
  ///   missing file.
  /// - Complexity: O(bytes).
  public init(
    contentsOf path: String, date: String, value: String, name: String = "", summary: String = "",
    origin: String = ""
  ) throws(DataError) {
    try self.init(
      try InputFile.contents(path), file: path, date: date, value: value, name: name,
      summary: summary, origin: origin)
  }

  init(
    _ bytes: [UInt8], file: String, date: String, value: String, name: String = "",
    summary: String = "", origin: String = ""
  ) throws(DataError) {
    var columns: (date: Int, value: Int, count: Int)?
    var (dates, times, values): ([String], [Double], [Double]) = ([], [], [])
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      let number = index + 1
      guard let text = String(validating: line, as: UTF8.self) else {
        throw .notText(file: file, line: number)
      }
      if text.allSatisfy(\.isWhitespace) { continue }
      let fields = text.split(separator: ",", omittingEmptySubsequences: false).map(\.bare)
      guard let columns else {
        guard let first = fields.firstIndex(of: date), let second = fields.firstIndex(of: value)
        else {
          throw .wrongHeader(
            file: file,
            reason:
              "the columns are \(fields.joined(separator: ", ")), not \(date) and \(value)")
        }
        columns = (first, second, fields.count)
        continue
      }
      guard fields.count == columns.count else {
        throw .wrongColumnCount(
          file: file, line: number, expected: columns.count, found: fields.count)
      }
      let (when, what) = (fields[columns.date], fields[columns.value])
      guard let time = years(when) else {
        throw .notADate(file: file, line: number, column: columns.date + 1, text: when)
      }
      guard let measured = what.isEmpty || what == "NA" ? .nan : Double(what) else {
        throw .notANumber(file: file, line: number, column: columns.value + 1, text: what)
      }
      if let last = times.last, time <= last {
        throw .badRow(
          file: file, row: times.count, reason: "\(when) does not come after \(dates.last!)")
      }
      dates.append(when)
      times.append(time)
      values.append(measured)
    }
    if dates.isEmpty { throw .empty(file: file) }
    self.dates = dates
    self.times = NDArray(times)
    self.values = NDArray(values)
    (self.name, self.summary, self.origin) = (name, summary, origin)
  }
}

/// A year or a day as a number of years.
private func years(_ text: String) -> Double? {
  let digits = text.filter { $0 != "-" && $0 != "/" }
  guard digits.count <= 8, let number = Int(digits), number > 0 else { return nil }
  if digits.count != 8 { return Double(number) }
  let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
  let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  guard (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
  let days = lengths[..<(month - 1)].reduce(0, +) + day - 1
  return Double(year) + Double(days) / (isLeap ? 366 : 365)
}

extension Substring {
  /// Without white space and quotation marks at both ends.
  fileprivate var bare: String {
    let isEdge = { (c: Character) in c.isWhitespace || c == "\"" }
    var rest = drop(while: isEdge)
    while let last = rest.last, isEdge(last) { rest.removeLast() }
    return String(rest)
  }
}
