import CourseKit
import NDArray

extension NDArray<Double> {
  /// (0.950000, 0.500000)
  func point(_ digits: Int = 6) -> String {
    "(" + elements.map { $0.text(digits) }.joined(separator: ", ") + ")"
  }
}
