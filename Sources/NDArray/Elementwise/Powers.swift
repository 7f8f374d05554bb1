// `**` of plain numbers.

/// The power of two numbers.
@_documentation(visibility: internal)
public func ** (lhs: Double, rhs: Double) -> Double { Double.pow(lhs, rhs) }

/// The power of two numbers.
@_documentation(visibility: internal)
public func ** (lhs: Float, rhs: Float) -> Float { Float.pow(lhs, rhs) }

/// The power of two integers; wraps around, and traps for negative exponents.
@_documentation(visibility: internal)
public func ** (lhs: Int, rhs: Int) -> Int {
  var (base, exponent, result) = (lhs, rhs, lhs)
  Int._arithmetic(.power, _Loop(row: 1), &base, &exponent, &result)
  return result
}

extension SIMD {
  /// The type checker ranks the overloads of an operator by what it knows of the operands if the operator is one of the
  /// standard library's, or one that SIMD types have. So they have `**`, if only in name: without it a formula with
  /// two powers takes a hundred times as long.
  @available(*, unavailable, message: "there is no power of SIMD vectors")
  public static func ** (lhs: Self, rhs: Self) -> Self { fatalError() }
}
