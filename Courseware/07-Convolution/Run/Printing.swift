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

/// A matrix as [[1, 6], [7, 10]], with so many digits after the point.
func text(_ a: NDArray<Double>, _ digits: Int = 0) -> String {
  if a.rank == 0 { return a.scalar.text(digits) }
  return "[" + (0..<a.shape[0]).map { text(a[$0], digits) }.joined(separator: ", ") + "]"
}

/// Saves a figure in the unit's folder, wherever the run was started from.
func save(_ figure: Figure, _ name: String) throws {
  try figure.save(unit.appendingPathComponent("Figures/\(name)").path)
  print("figure: Figures/\(name).svg")
}

/// The folder of the unit.
let unit = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
