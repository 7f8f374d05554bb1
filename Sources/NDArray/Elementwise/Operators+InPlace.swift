// In-place operators write into the memory of the left side if it alone refers to it, so that
// `w -= rate * g` and `a[0..<2] += 1` allocate no new array for the left side.

extension NDArray where Element: NDNumeric {
  /// Adds an array that broadcasts to this one's shape, in place.
  public static func += (lhs: inout NDArray, rhs: NDArray) {
    lhs.update(with: rhs, "add") { Element._arithmetic(.add, $0, $1, $2, $3) }
  }

  /// Adds one number, in place.
  public static func += (lhs: inout NDArray, rhs: Element) {
    lhs.update(with: rhs) { Element._arithmetic(.add, $0, $1, $2, $3) }
  }

  /// Subtracts an array that broadcasts to this one's shape, in place.
  public static func -= (lhs: inout NDArray, rhs: NDArray) {
    lhs.update(with: rhs, "subtract") { Element._arithmetic(.subtract, $0, $1, $2, $3) }
  }

  /// Subtracts one number, in place.
  public static func -= (lhs: inout NDArray, rhs: Element) {
    lhs.update(with: rhs) { Element._arithmetic(.subtract, $0, $1, $2, $3) }
  }

  /// Multiplies by an array that broadcasts to this one's shape, in place.
  public static func *= (lhs: inout NDArray, rhs: NDArray) {
    lhs.update(with: rhs, "multiply") { Element._arithmetic(.multiply, $0, $1, $2, $3) }
  }

  /// Multiplies by one number, in place.
  public static func *= (lhs: inout NDArray, rhs: Element) {
    lhs.update(with: rhs) { Element._arithmetic(.multiply, $0, $1, $2, $3) }
  }

  /// Takes the remainder by an array that broadcasts to this one's shape, in place.
  public static func %= (lhs: inout NDArray, rhs: NDArray) {
    lhs.update(with: rhs, "remainder") { Element._arithmetic(.remainder, $0, $1, $2, $3) }
  }

  /// Takes the remainder by one number, in place.
  public static func %= (lhs: inout NDArray, rhs: Element) {
    lhs.update(with: rhs) { Element._arithmetic(.remainder, $0, $1, $2, $3) }
  }

  /// Raises to the power of an array that broadcasts to this one's shape, in place.
  public static func **= (lhs: inout NDArray, rhs: NDArray) {
    lhs.update(with: rhs, "power") { Element._arithmetic(.power, $0, $1, $2, $3) }
  }

  /// Raises to the power of one number, in place.
  public static func **= (lhs: inout NDArray, rhs: Element) {
    lhs.update(with: rhs) { Element._arithmetic(.power, $0, $1, $2, $3) }
  }

}

extension NDArray where Element: NDFloat {
  /// Divides by an array that broadcasts to this one's shape, in place.
  public static func /= (lhs: inout NDArray, rhs: NDArray) {
    lhs.update(with: rhs, "divide") { Element._divide($0, $1, $2, $3) }
  }

  /// Divides by one number, in place.
  public static func /= (lhs: inout NDArray, rhs: Element) {
    lhs.update(with: rhs) { Element._divide($0, $1, $2, $3) }
  }
}

// For `a[0..<2] += 1` the type checker would take the subscript that returns one element and the
// operator of `Double`, because it prefers operators that are not generic. These are not generic either.

public func += (lhs: inout NDArray<Double>, rhs: Double) {
  lhs.update(with: rhs) { Double._arithmetic(.add, $0, $1, $2, $3) }
}
public func -= (lhs: inout NDArray<Double>, rhs: Double) {
  lhs.update(with: rhs) { Double._arithmetic(.subtract, $0, $1, $2, $3) }
}
public func *= (lhs: inout NDArray<Double>, rhs: Double) {
  lhs.update(with: rhs) { Double._arithmetic(.multiply, $0, $1, $2, $3) }
}
public func /= (lhs: inout NDArray<Double>, rhs: Double) {
  lhs.update(with: rhs) { Double._divide($0, $1, $2, $3) }
}
public func %= (lhs: inout NDArray<Double>, rhs: Double) {
  lhs.update(with: rhs) { Double._arithmetic(.remainder, $0, $1, $2, $3) }
}
public func += (lhs: inout NDArray<Float>, rhs: Float) {
  lhs.update(with: rhs) { Float._arithmetic(.add, $0, $1, $2, $3) }
}
public func -= (lhs: inout NDArray<Float>, rhs: Float) {
  lhs.update(with: rhs) { Float._arithmetic(.subtract, $0, $1, $2, $3) }
}
public func *= (lhs: inout NDArray<Float>, rhs: Float) {
  lhs.update(with: rhs) { Float._arithmetic(.multiply, $0, $1, $2, $3) }
}
public func /= (lhs: inout NDArray<Float>, rhs: Float) {
  lhs.update(with: rhs) { Float._divide($0, $1, $2, $3) }
}
public func %= (lhs: inout NDArray<Float>, rhs: Float) {
  lhs.update(with: rhs) { Float._arithmetic(.remainder, $0, $1, $2, $3) }
}
public func += (lhs: inout NDArray<Int>, rhs: Int) {
  lhs.update(with: rhs) { Int._arithmetic(.add, $0, $1, $2, $3) }
}
public func -= (lhs: inout NDArray<Int>, rhs: Int) {
  lhs.update(with: rhs) { Int._arithmetic(.subtract, $0, $1, $2, $3) }
}
public func *= (lhs: inout NDArray<Int>, rhs: Int) {
  lhs.update(with: rhs) { Int._arithmetic(.multiply, $0, $1, $2, $3) }
}
public func %= (lhs: inout NDArray<Int>, rhs: Int) {
  lhs.update(with: rhs) { Int._arithmetic(.remainder, $0, $1, $2, $3) }
}
public func += (lhs: inout NDArray<Int8>, rhs: Int8) {
  lhs.update(with: rhs) { Int8._arithmetic(.add, $0, $1, $2, $3) }
}
public func -= (lhs: inout NDArray<Int8>, rhs: Int8) {
  lhs.update(with: rhs) { Int8._arithmetic(.subtract, $0, $1, $2, $3) }
}
public func *= (lhs: inout NDArray<Int8>, rhs: Int8) {
  lhs.update(with: rhs) { Int8._arithmetic(.multiply, $0, $1, $2, $3) }
}
public func %= (lhs: inout NDArray<Int8>, rhs: Int8) {
  lhs.update(with: rhs) { Int8._arithmetic(.remainder, $0, $1, $2, $3) }
}
public func += (lhs: inout NDArray<Int16>, rhs: Int16) {
  lhs.update(with: rhs) { Int16._arithmetic(.add, $0, $1, $2, $3) }
}
public func -= (lhs: inout NDArray<Int16>, rhs: Int16) {
  lhs.update(with: rhs) { Int16._arithmetic(.subtract, $0, $1, $2, $3) }
}
public func *= (lhs: inout NDArray<Int16>, rhs: Int16) {
  lhs.update(with: rhs) { Int16._arithmetic(.multiply, $0, $1, $2, $3) }
}
public func %= (lhs: inout NDArray<Int16>, rhs: Int16) {
  lhs.update(with: rhs) { Int16._arithmetic(.remainder, $0, $1, $2, $3) }
}
public func += (lhs: inout NDArray<Int32>, rhs: Int32) {
  lhs.update(with: rhs) { Int32._arithmetic(.add, $0, $1, $2, $3) }
}
public func -= (lhs: inout NDArray<Int32>, rhs: Int32) {
  lhs.update(with: rhs) { Int32._arithmetic(.subtract, $0, $1, $2, $3) }
}
public func *= (lhs: inout NDArray<Int32>, rhs: Int32) {
  lhs.update(with: rhs) { Int32._arithmetic(.multiply, $0, $1, $2, $3) }
}
public func %= (lhs: inout NDArray<Int32>, rhs: Int32) {
  lhs.update(with: rhs) { Int32._arithmetic(.remainder, $0, $1, $2, $3) }
}
public func += (lhs: inout NDArray<Int64>, rhs: Int64) {
  lhs.update(with: rhs) { Int64._arithmetic(.add, $0, $1, $2, $3) }
}
public func -= (lhs: inout NDArray<Int64>, rhs: Int64) {
  lhs.update(with: rhs) { Int64._arithmetic(.subtract, $0, $1, $2, $3) }
}
public func *= (lhs: inout NDArray<Int64>, rhs: Int64) {
  lhs.update(with: rhs) { Int64._arithmetic(.multiply, $0, $1, $2, $3) }
}
public func %= (lhs: inout NDArray<Int64>, rhs: Int64) {
  lhs.update(with: rhs) { Int64._arithmetic(.remainder, $0, $1, $2, $3) }
}
public func += (lhs: inout NDArray<UInt>, rhs: UInt) {
  lhs.update(with: rhs) { UInt._arithmetic(.add, $0, $1, $2, $3) }
}
public func -= (lhs: inout NDArray<UInt>, rhs: UInt) {
  lhs.update(with: rhs) { UInt._arithmetic(.subtract, $0, $1, $2, $3) }
}
public func *= (lhs: inout NDArray<UInt>, rhs: UInt) {
  lhs.update(with: rhs) { UInt._arithmetic(.multiply, $0, $1, $2, $3) }
}
public func %= (lhs: inout NDArray<UInt>, rhs: UInt) {
  lhs.update(with: rhs) { UInt._arithmetic(.remainder, $0, $1, $2, $3) }
}
public func += (lhs: inout NDArray<UInt8>, rhs: UInt8) {
  lhs.update(with: rhs) { UInt8._arithmetic(.add, $0, $1, $2, $3) }
}
public func -= (lhs: inout NDArray<UInt8>, rhs: UInt8) {
  lhs.update(with: rhs) { UInt8._arithmetic(.subtract, $0, $1, $2, $3) }
}
public func *= (lhs: inout NDArray<UInt8>, rhs: UInt8) {
  lhs.update(with: rhs) { UInt8._arithmetic(.multiply, $0, $1, $2, $3) }
}
public func %= (lhs: inout NDArray<UInt8>, rhs: UInt8) {
  lhs.update(with: rhs) { UInt8._arithmetic(.remainder, $0, $1, $2, $3) }
}
public func += (lhs: inout NDArray<UInt16>, rhs: UInt16) {
  lhs.update(with: rhs) { UInt16._arithmetic(.add, $0, $1, $2, $3) }
}
public func -= (lhs: inout NDArray<UInt16>, rhs: UInt16) {
  lhs.update(with: rhs) { UInt16._arithmetic(.subtract, $0, $1, $2, $3) }
}
public func *= (lhs: inout NDArray<UInt16>, rhs: UInt16) {
  lhs.update(with: rhs) { UInt16._arithmetic(.multiply, $0, $1, $2, $3) }
}
public func %= (lhs: inout NDArray<UInt16>, rhs: UInt16) {
  lhs.update(with: rhs) { UInt16._arithmetic(.remainder, $0, $1, $2, $3) }
}
public func += (lhs: inout NDArray<UInt32>, rhs: UInt32) {
  lhs.update(with: rhs) { UInt32._arithmetic(.add, $0, $1, $2, $3) }
}
public func -= (lhs: inout NDArray<UInt32>, rhs: UInt32) {
  lhs.update(with: rhs) { UInt32._arithmetic(.subtract, $0, $1, $2, $3) }
}
public func *= (lhs: inout NDArray<UInt32>, rhs: UInt32) {
  lhs.update(with: rhs) { UInt32._arithmetic(.multiply, $0, $1, $2, $3) }
}
public func %= (lhs: inout NDArray<UInt32>, rhs: UInt32) {
  lhs.update(with: rhs) { UInt32._arithmetic(.remainder, $0, $1, $2, $3) }
}
public func += (lhs: inout NDArray<UInt64>, rhs: UInt64) {
  lhs.update(with: rhs) { UInt64._arithmetic(.add, $0, $1, $2, $3) }
}
public func -= (lhs: inout NDArray<UInt64>, rhs: UInt64) {
  lhs.update(with: rhs) { UInt64._arithmetic(.subtract, $0, $1, $2, $3) }
}
public func *= (lhs: inout NDArray<UInt64>, rhs: UInt64) {
  lhs.update(with: rhs) { UInt64._arithmetic(.multiply, $0, $1, $2, $3) }
}
public func %= (lhs: inout NDArray<UInt64>, rhs: UInt64) {
  lhs.update(with: rhs) { UInt64._arithmetic(.remainder, $0, $1, $2, $3) }
}
