import Foundation

extension Double {
  /// With so many digits after the point.
  func text(_ digits: Int) -> String { String(format: "%.\(digits)f", self) }

  /// As 1.2e-06.
  var scientific: String { String(format: "%.1e", self) }
}
