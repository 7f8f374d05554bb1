import Foundation

// What the units' runs print alike.

/// Prints a heading with a line below it, after an empty line.
public func section(_ title: String) {
  print("\n\(title)\n" + String(repeating: "─", count: title.count))
}

extension Double {
  /// With `digits` digits after the point: `0.25.text(3)` is `0.250`.
  public func text(_ digits: Int) -> String { String(format: "%.\(digits)f", self) }

  /// With one digit before and one after the point, and an exponent: `1.2e-06`.
  public var scientific: String { String(format: "%.1e", self) }
}

extension String {
  /// The text, filled up with blanks to `width` characters; a longer one stays as it is.
  public func padding(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
