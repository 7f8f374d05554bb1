/// What can be wrong with a file of data. Every case names the file and the place in it.
public enum DataError: Error, Equatable, Sendable {
  /// There is no file at this path.
  case missing(file: String)
  /// The system refused to read the file, for this reason.
  case unreadable(file: String, reason: String)
  /// There is no line of data in the file.
  case empty(file: String)
  /// The file does not begin as a gzip file does.
  case notGzip(file: String)
  /// The file ends before its compressed data do; `offset` is its length in bytes.
  case truncated(file: String, offset: Int)
  /// The compressed data are damaged near byte `offset`.
  case corrupt(file: String, offset: Int, reason: String)
  /// The file holds more than `limit` bytes once it is uncompressed.
  case tooLarge(file: String, limit: Int)
  /// The bytes of this line are not UTF-8 text.
  case notText(file: String, line: Int)
  /// A word stands where a number belongs. Lines and columns count from 1.
  case notANumber(file: String, line: Int, column: Int, text: String)
  /// A word stands where a date belongs. Lines and columns count from 1.
  case notADate(file: String, line: Int, column: Int, text: String)
  /// A line has more or fewer columns than those before it.
  case wrongColumnCount(file: String, line: Int, expected: Int, found: Int)
  /// The header promises what the lines do not hold.
  case wrongHeader(file: String, reason: String)
  /// Something is wrong at byte `offset`, which counts in what gzip gives where the file is compressed.
  case damaged(file: String, offset: Int, reason: String)
  /// Something is wrong with this row of a table or this picture of many. Rows count from 0, as in an array.
  case badRow(file: String, row: Int, reason: String)
}

extension DataError: CustomStringConvertible {
  /// The message for the person who has to mend the file.
  public var description: String {
    switch self {
    case .missing(let file): "\(file): there is no such file"
    case .unreadable(let file, let reason): "\(file): cannot be read: \(reason)"
    case .empty(let file): "\(file): holds no line of data"
    case .notGzip(let file): "\(file): byte 0: not a gzip file"
    case .truncated(let file, let offset):
      "\(file): byte \(offset): the file ends before its compressed data do; copy it again"
    case .corrupt(let file, let offset, let reason):
      "\(file): byte \(offset): damaged gzip data (\(reason))"
    case .tooLarge(let file, let limit): "\(file): holds more than \(limit) bytes uncompressed"
    case .notText(let file, let line): "\(file):\(line): not UTF-8 text"
    case .notANumber(let file, let line, let column, let text):
      "\(file):\(line): column \(column): \"\(text)\" is not a number"
    case .notADate(let file, let line, let column, let text):
      "\(file):\(line): column \(column): \"\(text)\" is not a date"
    case .wrongColumnCount(let file, let line, let expected, let found):
      "\(file):\(line): \(found) columns where \(expected) belong"
    case .wrongHeader(let file, let reason): "\(file):1: \(reason)"
    case .damaged(let file, let offset, let reason): "\(file): byte \(offset): \(reason)"
    case .badRow(let file, let row, let reason): "\(file): row \(row): \(reason)"
    }
  }
}
