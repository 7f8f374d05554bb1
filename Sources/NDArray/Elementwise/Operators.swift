// Three forms of each operator and no more: array with array, array with element, element with array.
// Every further overload, and any literal conformance of the array itself, multiplies what the type
// checker has to try; with these, everyday expressions check in milliseconds.

precedencegroup ExponentiationPrecedence {
  higherThan: MultiplicationPrecedence
  associativity: right
}

infix operator ** : ExponentiationPrecedence
infix operator **= : AssignmentPrecedence

// MARK: - Arithmetic

extension NDArray where Element: NDNumeric {
  /// The elementwise sum of two arrays that broadcast; integers wrap around. Traps when the shapes
  /// do not fit.
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  public static func + (lhs: NDArray, rhs: NDArray) -> NDArray {
    map(lhs, rhs, "add") { Element._arithmetic(.add, $0, $1, $2, $3) }
  }

  /// The sum of each element and one number; integers wrap around.
  public static func + (lhs: consuming NDArray, rhs: Element) -> NDArray {
    combine(lhs, rhs) { Element._arithmetic(.add, $0, $1, $2, $3) }
  }

  /// The sum of one number and each element; integers wrap around.
  public static func + (lhs: Element, rhs: consuming NDArray) -> NDArray {
    combine(lhs, rhs) { Element._arithmetic(.add, $0, $1, $2, $3) }
  }

  /// The elementwise difference of two arrays that broadcast; integers wrap around. Traps when the
  /// shapes do not fit.
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  public static func - (lhs: NDArray, rhs: NDArray) -> NDArray {
    map(lhs, rhs, "subtract") { Element._arithmetic(.subtract, $0, $1, $2, $3) }
  }

  /// The difference of each element and one number; integers wrap around.
  public static func - (lhs: consuming NDArray, rhs: Element) -> NDArray {
    combine(lhs, rhs) { Element._arithmetic(.subtract, $0, $1, $2, $3) }
  }

  /// The difference of one number and each element; integers wrap around.
  public static func - (lhs: Element, rhs: consuming NDArray) -> NDArray {
    combine(lhs, rhs) { Element._arithmetic(.subtract, $0, $1, $2, $3) }
  }

  /// The elementwise product of two arrays that broadcast; integers wrap around. Traps when the
  /// shapes do not fit.
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  public static func * (lhs: NDArray, rhs: NDArray) -> NDArray {
    map(lhs, rhs, "multiply") { Element._arithmetic(.multiply, $0, $1, $2, $3) }
  }

  /// The product of each element and one number; integers wrap around.
  public static func * (lhs: consuming NDArray, rhs: Element) -> NDArray {
    combine(lhs, rhs) { Element._arithmetic(.multiply, $0, $1, $2, $3) }
  }

  /// The product of one number and each element; integers wrap around.
  public static func * (lhs: Element, rhs: consuming NDArray) -> NDArray {
    combine(lhs, rhs) { Element._arithmetic(.multiply, $0, $1, $2, $3) }
  }

  /// The elementwise remainder of two arrays that broadcast; with the sign of the divisor, as in
  /// NumPy and Python; an integer divided by zero leaves 0. Traps when the shapes do not fit.
  public static func % (lhs: NDArray, rhs: NDArray) -> NDArray {
    map(lhs, rhs, "remainder") { Element._arithmetic(.remainder, $0, $1, $2, $3) }
  }

  /// The remainder of each element and one number; with the sign of the divisor, as in NumPy and
  /// Python; an integer divided by zero leaves 0.
  public static func % (lhs: NDArray, rhs: Element) -> NDArray {
    map(lhs, rhs) { Element._arithmetic(.remainder, $0, $1, $2, $3) }
  }

  /// The remainder of one number and each element; with the sign of the divisor, as in NumPy and
  /// Python; an integer divided by zero leaves 0.
  public static func % (lhs: Element, rhs: NDArray) -> NDArray {
    map(lhs, rhs) { Element._arithmetic(.remainder, $0, $1, $2, $3) }
  }

  /// The elementwise power of two arrays that broadcast; integers wrap around and trap for negative
  /// exponents. Traps when the shapes do not fit.
  public static func ** (lhs: NDArray, rhs: NDArray) -> NDArray {
    map(lhs, rhs, "power", .slow) { Element._arithmetic(.power, $0, $1, $2, $3) }
  }

  /// The power of each element and one number; integers wrap around and trap for negative
  /// exponents.
  public static func ** (lhs: NDArray, rhs: Element) -> NDArray {
    map(lhs, rhs, rhs == 2 ? .light : .slow) { Element._arithmetic(.power, $0, $1, $2, $3) }
  }

  /// The power of one number and each element; integers wrap around and trap for negative
  /// exponents.
  public static func ** (lhs: Element, rhs: NDArray) -> NDArray {
    map(lhs, rhs, .slow) { Element._arithmetic(.power, $0, $1, $2, $3) }
  }

  /// The elementwise quotient of two arrays that broadcast; a `Double` for integers. Traps when the
  /// shapes do not fit.
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  public static func / (lhs: NDArray, rhs: NDArray) -> NDArray<Element.Quotient> {
    map(lhs, rhs, "divide") { Element._divide($0, $1, $2, $3) }
  }

  /// The quotient of each element and one number; a `Double` for integers.
  public static func / (lhs: consuming NDArray, rhs: Element) -> NDArray<Element.Quotient> {
    guard isClosedUnderDivision else {
      return map(lhs, rhs) { Element._divide($0, $1, $2, $3) }
    }
    return quotients(combine(lhs, rhs) { Element._divide($0, $1, $2, quotients($3)) })
  }

  /// The quotient of one number and each element; a `Double` for integers.
  public static func / (lhs: Element, rhs: consuming NDArray) -> NDArray<Element.Quotient> {
    guard isClosedUnderDivision else {
      return map(lhs, rhs) { Element._divide($0, $1, $2, $3) }
    }
    return quotients(combine(lhs, rhs) { Element._divide($0, $1, $2, quotients($3)) })
  }

  /// Whether quotients of elements are elements, as those of floats are.
  private static var isClosedUnderDivision: Bool { Element.Quotient.self == Element.self }

  /// These elements, which are quotients.
  private static func quotients(_ a: NDArray) -> NDArray<Element.Quotient> {
    NDArray<Element.Quotient>(storage: a.storage)
  }

  private static func quotients(
    _ a: UnsafeMutablePointer<Element>
  ) -> UnsafeMutablePointer<Element.Quotient> {
    UnsafeMutableRawPointer(a).assumingMemoryBound(to: Element.Quotient.self)
  }

  /// Each element with its sign changed.
  public static prefix func - (a: NDArray) -> NDArray {
    a.map { Element._unary(.negative, $0, $1, $2) }
  }
}

// MARK: - Comparison

extension NDArray {
  /// Where elements of two arrays that broadcast are equal.
  public static func .== (lhs: NDArray, rhs: NDArray) -> NDArray<Bool> {
    map(lhs, rhs, "equal") { Element._compare(.equal, $0, $1, $2, $3) }
  }

  /// Where elements and one value are equal.
  public static func .== (lhs: NDArray, rhs: Element) -> NDArray<Bool> {
    map(lhs, rhs) { Element._compare(.equal, $0, $1, $2, $3) }
  }

  /// Where one value and elements are equal.
  public static func .== (lhs: Element, rhs: NDArray) -> NDArray<Bool> {
    map(lhs, rhs) { Element._compare(.equal, $0, $1, $2, $3) }
  }

  /// Where elements of two arrays that broadcast are different.
  public static func .!= (lhs: NDArray, rhs: NDArray) -> NDArray<Bool> {
    map(lhs, rhs, "notEqual") { Element._compare(.notEqual, $0, $1, $2, $3) }
  }

  /// Where elements and one value are different.
  public static func .!= (lhs: NDArray, rhs: Element) -> NDArray<Bool> {
    map(lhs, rhs) { Element._compare(.notEqual, $0, $1, $2, $3) }
  }

  /// Where one value and elements are different.
  public static func .!= (lhs: Element, rhs: NDArray) -> NDArray<Bool> {
    map(lhs, rhs) { Element._compare(.notEqual, $0, $1, $2, $3) }
  }

  /// Where elements of two arrays that broadcast are less.
  public static func .< (lhs: NDArray, rhs: NDArray) -> NDArray<Bool> {
    map(lhs, rhs, "less") { Element._compare(.less, $0, $1, $2, $3) }
  }

  /// Where elements are less compared with one value.
  public static func .< (lhs: NDArray, rhs: Element) -> NDArray<Bool> {
    map(lhs, rhs) { Element._compare(.less, $0, $1, $2, $3) }
  }

  /// Where one value is less compared with elements.
  public static func .< (lhs: Element, rhs: NDArray) -> NDArray<Bool> {
    map(lhs, rhs) { Element._compare(.less, $0, $1, $2, $3) }
  }

  /// Where elements of two arrays that broadcast are less or equal.
  public static func .<= (lhs: NDArray, rhs: NDArray) -> NDArray<Bool> {
    map(lhs, rhs, "lessEqual") { Element._compare(.lessEqual, $0, $1, $2, $3) }
  }

  /// Where elements are less or equal compared with one value.
  public static func .<= (lhs: NDArray, rhs: Element) -> NDArray<Bool> {
    map(lhs, rhs) { Element._compare(.lessEqual, $0, $1, $2, $3) }
  }

  /// Where one value is less or equal compared with elements.
  public static func .<= (lhs: Element, rhs: NDArray) -> NDArray<Bool> {
    map(lhs, rhs) { Element._compare(.lessEqual, $0, $1, $2, $3) }
  }

  /// Where elements of two arrays that broadcast are greater.
  public static func .> (lhs: NDArray, rhs: NDArray) -> NDArray<Bool> {
    map(lhs, rhs, "greater") { Element._compare(.greater, $0, $1, $2, $3) }
  }

  /// Where elements are greater compared with one value.
  public static func .> (lhs: NDArray, rhs: Element) -> NDArray<Bool> {
    map(lhs, rhs) { Element._compare(.greater, $0, $1, $2, $3) }
  }

  /// Where one value is greater compared with elements.
  public static func .> (lhs: Element, rhs: NDArray) -> NDArray<Bool> {
    map(lhs, rhs) { Element._compare(.greater, $0, $1, $2, $3) }
  }

  /// Where elements of two arrays that broadcast are greater or equal.
  public static func .>= (lhs: NDArray, rhs: NDArray) -> NDArray<Bool> {
    map(lhs, rhs, "greaterEqual") { Element._compare(.greaterEqual, $0, $1, $2, $3) }
  }

  /// Where elements are greater or equal compared with one value.
  public static func .>= (lhs: NDArray, rhs: Element) -> NDArray<Bool> {
    map(lhs, rhs) { Element._compare(.greaterEqual, $0, $1, $2, $3) }
  }

  /// Where one value is greater or equal compared with elements.
  public static func .>= (lhs: Element, rhs: NDArray) -> NDArray<Bool> {
    map(lhs, rhs) { Element._compare(.greaterEqual, $0, $1, $2, $3) }
  }

}

// MARK: - Logic

extension NDArray where Element: NDBitwise {
  /// The elementwise and of truth values, or of the bits of integers.
  public static func .& (lhs: NDArray, rhs: NDArray) -> NDArray {
    map(lhs, rhs, "bitwise and") { Element._bitwise(.and, $0, $1, $2, $3) }
  }

  /// The elementwise or of truth values, or of the bits of integers.
  public static func .| (lhs: NDArray, rhs: NDArray) -> NDArray {
    map(lhs, rhs, "bitwise or") { Element._bitwise(.or, $0, $1, $2, $3) }
  }

  /// The elementwise exclusive or of truth values, or of the bits of integers.
  public static func .^ (lhs: NDArray, rhs: NDArray) -> NDArray {
    map(lhs, rhs, "bitwise xor") { Element._bitwise(.xor, $0, $1, $2, $3) }
  }

}

extension NDArray where Element == Bool {
  /// Each truth value turned around.
  public static prefix func .! (a: NDArray) -> NDArray {
    map(a, true) { Bool._bitwise(.xor, $0, $1, $2, $3) }
  }
}
