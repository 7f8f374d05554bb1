import CourseKit
import NDArray

extension NDArray<Double> {
  /// (0.95, 0.5)
  func point(_ digits: Int = 9) -> String {
    "(" + elements.map { $0.text(digits) }.joined(separator: ", ") + ")"
  }
}
