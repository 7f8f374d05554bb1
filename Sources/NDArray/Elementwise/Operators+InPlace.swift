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
