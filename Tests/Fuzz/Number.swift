import NDArray

/// A number with the arithmetic of arrays, in which integers wrap around.
protocol Number: NDNumeric {
  func plus(_ other: Self) -> Self
  func minus(_ other: Self) -> Self
  func times(_ other: Self) -> Self
  var double: Double { get }
}

extension Number where Self: FixedWidthInteger {
  func plus(_ other: Self) -> Self { self &+ other }
  func minus(_ other: Self) -> Self { self &- other }
  func times(_ other: Self) -> Self { self &* other }
  var double: Double { Double(self) }
}

extension Number where Self: BinaryFloatingPoint {
  func plus(_ other: Self) -> Self { self + other }
  func minus(_ other: Self) -> Self { self - other }
  func times(_ other: Self) -> Self { self * other }
  var double: Double { Double(self) }
}

extension Int: Number {}
extension Int8: Number {}
extension Int32: Number {}
extension UInt16: Number {}
extension Float: Number {}
extension Double: Number {}
