import CourseKit

/// The text whose UTF-8 bytes these are.
///
/// A file in another encoding must not become a text with holes in it, and an empty one must not become a model without data. So
/// both are refused.
///
/// - Throws: `DataError.notText` with the first line, counted from 1, that is not UTF-8; `DataError.empty` when there is
///   nothing but white space.
public func decodedText(_ bytes: [UInt8], named file: String) throws(DataError) -> String {
  // BEGIN SOLUTION
  let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  for (i, line) in lines.enumerated() where String(validating: line, as: UTF8.self) == nil {
    throw .notText(file: file, line: i + 1)
  }
  let text = String(decoding: bytes, as: UTF8.self)
  if text.allSatisfy(\.isWhitespace) { throw .empty(file: file) }
  return text
  // STUB: // `String(validating: line, as: UTF8.self)` is nil where the bytes are no UTF-8.
  // STUB: notImplemented()
  // END SOLUTION
}
