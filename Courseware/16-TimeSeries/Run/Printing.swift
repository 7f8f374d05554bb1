import CourseKit
import NDArray

extension NDArray<Double> {
  /// (0.95, 0.5)
  func point(_ digits: Int) -> String {
    "(" + elements.map { $0.text(digits) }.joined(separator: ", ") + ")"
  }
}

/// A row of a table: a name and numbers in columns of equal width.
func row(_ name: String, _ values: [Double], digits: Int, name width: Int = 30, column: Int = 10) {
  print(name.padding(width), values.map { $0.text(digits).padding(column) }.joined())
}

/// A row of headings for ``row(_:_:digits:name:column:)``.
func headings(_ name: String, _ columns: [String], name width: Int = 30, column: Int = 10) {
  print(name.padding(width), columns.map { $0.padding(column) }.joined())
}
