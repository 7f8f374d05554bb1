import CourseKit
import NDArray

extension NDArray<Double> {
  /// 0.537050 0.029631
  func row(_ digits: Int = 6) -> String {
    elements.map { $0.text(digits) }.joined(separator: " ")
  }
}

extension [String] {
  /// The letters as one text.
  var text: String { joined() }
  /// The words as one text.
  var sentence: String { joined(separator: " ") }
}
