/// How the rows and columns of a text file are told apart, for reading.
///
/// ```swift
/// let table = try NDArray<Double>(textFile: url, TextFormat(delimiter: ",", skipRows: 1))
/// ```
public struct TextFormat: Sendable {
  /// What stands between two columns; any white space when nil.
  public var delimiter: String?
  /// What begins a comment, which reaches to the end of the line.
  public var comments: [String]
  /// How many lines at the start are skipped, comments and empty lines counted.
  public var skipRows: Int
  /// How many lines at the end are skipped.
  public var skipFooter: Int
  /// The columns to read, in the order wanted; negative ones count from the end. All when nil.
  public var useColumns: [Int]?
  /// How many rows of data to read at most; all when nil.
  public var maxRows: Int?
  /// The rank below which axes of extent 1 are kept; without it one row, one column or one number
  /// give arrays of rank 1, 1 and 0.
  public var minimumRank: Int

  /// What `loadtxt` assumes where nothing is said. Traps when the delimiter is empty, `minimumRank` is not
  /// 0, 1 or 2, or a number of lines is negative; so does reading by a format that was changed to such.
  public init(
    delimiter: String? = nil, comments: [String] = ["#"], skipRows: Int = 0, skipFooter: Int = 0,
    useColumns: [Int]? = nil, maxRows: Int? = nil, minimumRank: Int = 0
  ) {
    self.delimiter = delimiter
    self.comments = comments.filter { !$0.isEmpty }
    (self.skipRows, self.skipFooter) = (skipRows, skipFooter)
    (self.useColumns, self.maxRows, self.minimumRank) = (useColumns, maxRows, minimumRank)
    check()
  }
}

extension TextFormat {
  typealias Field = Slice<UnsafeBufferPointer<UInt8>>

  /// The numbers of the text in C order and how many columns they fill.
  ///
  /// - Parameter convert: A number from the column and the characters of a field, or nil where it is none.
  func read<Number>(
    _ text: UnsafeBufferPointer<UInt8>, missing: Number?, _ dtype: DType,
    _ convert: (Int, Field) -> Number?
  ) throws(FileError) -> (numbers: [Number], columns: Int) {
    check()
    var numbers: [Number] = []
    var columns: Int?
    var rows = 0
    let (comments, delimiter) = (comments.map { Array($0.utf8) }, delimiter.map { Array($0.utf8) })
    let lines = Self.lines(text).dropLast(skipFooter).enumerated().dropFirst(skipRows)
    for (index, line) in lines where rows < maxRows ?? Int.max {
      let line = Self.withoutComment(line, comments)
      if line.allSatisfy({ $0 == 0x20 }) || delimiter == nil && Self.trimmed(line).isEmpty {
        continue
      }
      let fields = delimiter.map { Self.split(line, at: $0) } ?? Self.words(line)
      let chosen = try useColumns.map { (columns) throws(FileError) in
        try Self.pick(columns, from: fields, line: index + 1)
      }
      let row = chosen ?? Array(fields.enumerated())
      if let columns, columns != row.count {
        throw FileError(
          nil, .line(index + 1), "the number of columns changed from \(columns) to \(row.count)")
      }
      columns = row.count
      rows += 1
      for (column, field) in row {
        guard let number = convert(column, field) ?? missing else {
          let text = String(decoding: field, as: UTF8.self)
          throw FileError(
            nil, .line(index + 1), "column \(column + 1): could not convert '\(text)' to \(dtype)")
        }
        numbers.append(number)
      }
    }
    return (numbers, columns ?? useColumns?.count ?? 0)
  }

  /// Traps when the format asks for what no text has.
  func check() {
    require(
      skipRows >= 0 && skipFooter >= 0 && maxRows ?? 0 >= 0,
      "loadtxt: skipRows, skipFooter and maxRows must not be negative, got \(skipRows), \(skipFooter), \(maxRows ?? 0)"
    )
    require(
      (0...2).contains(minimumRank), "loadtxt: minimumRank must be 0, 1 or 2, got \(minimumRank)")
    require(delimiter != "", "loadtxt: the delimiter must not be empty")
  }

  /// The fields of the first line that is not skipped, without a comment mark before them.
  func headings(_ text: UnsafeBufferPointer<UInt8>) -> [String] {
    guard var line = Self.lines(text).dropFirst(skipRows).first.map(Self.trimmed) else { return [] }
    if let mark = comments.first(where: { line.starts(with: $0.utf8) }) {
      line = line.dropFirst(mark.utf8.count)
    }
    let fields = delimiter.map { Self.split(line, at: Array($0.utf8)) } ?? Self.words(line)
    return fields.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The shape of the rows and columns without the axes of extent 1 that are not wanted.
  func shape(_ count: Int, columns: Int) -> [Int] {
    if columns == 0 { return minimumRank == 2 ? [0, 1] : [0] }
    let shape = [count / columns, columns]
    if minimumRank == 2 { return shape }
    let squeezed = shape.filter { $0 != 1 }
    return squeezed.isEmpty && minimumRank == 1 ? [1] : squeezed
  }

  // MARK: - Characters

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Lines end with a line feed, a carriage return or both.
  private static func lines(_ text: UnsafeBufferPointer<UInt8>) -> [Field] {
    var lines: [Field] = []
    var start = text.startIndex
    var at = start
    while at < text.endIndex {
      if text[at] == 0x0A || text[at] == 0x0D {
        lines.append(text[start..<at])
        if text[at] == 0x0D, at + 1 < text.endIndex, text[at + 1] == 0x0A { at += 1 }
        start = at + 1
      }
      at += 1
    }
    if start < text.endIndex { lines.append(text[start...]) }
    return lines
  }

  private static func withoutComment(_ line: Field, _ comments: [[UInt8]]) -> Field {
    let starts = comments.compactMap { position(of: $0, in: line) }
    return starts.min().map { line[..<$0] } ?? line
  }

  private static func position(of word: [UInt8], in line: Field) -> Int? {
    line.indices.first { line[$0] == word[0] && line[$0...].starts(with: word) }
  }

  private static func trimmed(_ field: Field) -> Field {
    let end = field.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? field.startIndex
    return field[..<end].drop(while: isSpace)
  }

  private static func words(_ line: Field) -> [Field] {
    line.split(whereSeparator: isSpace)
  }

  private static func split(_ line: Field, at delimiter: [UInt8]) -> [Field] {
    var fields: [Field] = []
    var rest = line
    while let end = position(of: delimiter, in: rest) {
      fields.append(trimmed(rest[..<end]))
      rest = rest[(end + delimiter.count)...]
    }
    return fields + [trimmed(rest)]
  }

  private static func pick(
    _ columns: [Int], from fields: [Field], line: Int
  ) throws(FileError) -> [(offset: Int, element: Field)] {
    var picked: [(offset: Int, element: Field)] = []
    for column in columns {
      let index = column < 0 ? column + fields.count : column
      guard fields.indices.contains(index) else {
        throw FileError(
          nil, .line(line), "column \(column) of useColumns where \(fields.count) columns are")
      }
      picked.append((index, fields[index]))
    }
    return picked
  }
}
