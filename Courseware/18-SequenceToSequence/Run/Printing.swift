import CourseKit
import Foundation
import NDArray

/// A heading in the output.
func section(_ title: String) {
  print("\n\(title)\n" + String(repeating: "─", count: title.count))
}

extension Double {
  /// The number with this many digits after the point.
  func text(_ digits: Int) -> String { String(format: "%.\(digits)f", self) }
}

extension String {
  /// The text, followed by blanks up to this width.
  func padding(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

extension NDArray<Double> {
  /// 0.537050 0.029631
  func row(_ digits: Int = 6) -> String {
    elements.map { $0.text(digits) }.joined(separator: " ")
  }
}

/// Saves a figure in the unit's folder, wherever the run was started from.
func save(_ figure: Figure, _ name: String) throws {
  try figure.save(unit.appendingPathComponent("Figures/\(name)").path)
  print("figure: Figures/\(name).svg")
}

let unit = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent()

extension [String] {
  /// The letters as one text.
  var text: String { joined() }
  /// The words as one text.
  var sentence: String { joined(separator: " ") }
}
