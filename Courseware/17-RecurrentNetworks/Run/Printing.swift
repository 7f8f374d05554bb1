import CourseKit
import NDArray

extension Float {
  func text(_ digits: Int) -> String { Double(self).text(digits) }
}

extension NDArray<Double> {
  /// 0.537050 0.029631
  func row(_ digits: Int = 6) -> String {
    elements.map { $0.text(digits) }.joined(separator: " ")
  }
}
