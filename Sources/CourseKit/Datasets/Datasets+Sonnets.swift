import Foundation

extension Datasets {
  /// Shakespeare's sonnets as one text, with titles, numbers and line ends: 95,728 characters of 62 kinds.
  ///
  /// ```swift
  /// print(try Datasets.sonnetsText().count)  // 95728
  /// ```
  public static func sonnetsText() throws(DataError) -> String {
    try text(contentsOf: path("texts/sonnets.txt"))
  }

  /// A text of your own in UTF-8, which may be compressed with gzip.
  ///
  /// - Throws: ``DataError`` when there is no such file, when it is empty, or which line is not UTF-8.
  public static func text(contentsOf path: String) throws(DataError) -> String {
    let bytes = try InputFile.contents(path)
    if bytes.isEmpty { throw .empty(file: path) }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let wrong = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    throw .notText(file: path, line: wrong + 1)
  }
}
