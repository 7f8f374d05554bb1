import Foundation
import Graphs
import NDArray

extension Double {
  /// The number with this many digits after the point.
  func text(_ digits: Int) -> String {
    isNaN ? "NaN" : isInfinite ? (self < 0 ? "−∞" : "∞") : String(format: "%.\(digits)f", self)
  }

  /// As few digits after the point as tell the number, at most four.
  var short: String { short(4) }

  /// As few digits after the point as tell the number, at most so many.
  func short(_ most: Int) -> String {
    let powers = [1.0, 10, 100, 1000].prefix(most)
    return text(powers.firstIndex { self * $0 == (self * $0).rounded() } ?? most)
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
