import CourseKit
import Foundation
import Graphs
import NDArray

/// A heading in the output.
func section(_ title: String) {
  print("\n\(title)\n" + String(repeating: "─", count: title.count))
}

extension Double {
  /// The number with this many digits after the point.
  func text(_ digits: Int) -> String {
    isNaN ? "NaN" : isInfinite ? (self < 0 ? "−∞" : "∞") : String(format: "%.\(digits)f", self)
  }

  /// As 1.2e-06.
  var scientific: String { String(format: "%.1e", self) }

  /// As few digits after the point as tell the number, at most four.
  var short: String { short(4) }

  /// As few digits after the point as tell the number, at most so many.
  func short(_ most: Int) -> String {
    let powers = [1.0, 10, 100, 1000].prefix(most)
    return text(powers.firstIndex { self * $0 == (self * $0).rounded() } ?? most)
  }
}

extension String {
  /// The text, followed by blanks up to this width.
  func padding(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

extension NDArray<Double> {
  /// [[1, 2], [3, 4]]
  var text: String {
    guard rank == 2 else { return "(" + elements.map(\.short).joined(separator: ", ") + ")" }
    let rows = (0..<shape[0]).map { row in
      "[" + self[row].elements.map(\.short).joined(separator: ", ") + "]"
    }
    return "[" + rows.joined(separator: ", ") + "]"
  }
}

/// Saves a figure in the unit's folder, wherever the run was started from.
func save(_ figure: Figure, _ name: String) throws {
  try figure.save(unit.appendingPathComponent("Figures/\(name)").path)
  print("figure: Figures/\(name).svg")
}

private let unit = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent()
