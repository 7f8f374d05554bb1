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

  /// The text behind blanks, so wide.
  func right(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}

extension Int {
  /// `271,824`
  var grouped: String {
    let digits = String(self)
    return String(
      digits.enumerated().flatMap { place, digit in
        place > 0 && (digits.count - place) % 3 == 0 ? [",", digit] : [digit]
      })
  }
}

extension [Double] {
  var mean: Double { reduce(0, +) / Double(count) }
}

/// Saves a figure in the unit's folder, wherever the run was started from.
func save(_ figure: Figure, _ name: String) throws {
  try figure.save(unit.appendingPathComponent("Figures/\(name)").path)
  print("figure: Figures/\(name).svg")
}

private let unit = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent()
