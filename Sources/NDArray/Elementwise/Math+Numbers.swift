// The elementary functions of plain numbers, with the values that elements have. They are generic, so that those of
// Foundation, where it is imported, fit better and nothing is ambiguous.

/// eˣ, of a number.
@_documentation(visibility: internal)
public func exp<E: NDFloat>(_ x: E) -> E { value(.exp, x) }

/// 2ˣ, of a number.
@_documentation(visibility: internal)
public func exp2<E: NDFloat>(_ x: E) -> E { value(.exp2, x) }

/// eˣ − 1, accurate near 0, of a number.
@_documentation(visibility: internal)
public func expm1<E: NDFloat>(_ x: E) -> E { value(.expm1, x) }

/// The natural logarithm, of a number.
@_documentation(visibility: internal)
public func log<E: NDFloat>(_ x: E) -> E { value(.log, x) }

/// The logarithm to base 2, of a number.
@_documentation(visibility: internal)
public func log2<E: NDFloat>(_ x: E) -> E { value(.log2, x) }

/// The logarithm to base 10, of a number.
@_documentation(visibility: internal)
public func log10<E: NDFloat>(_ x: E) -> E { value(.log10, x) }

/// log(1 + x), accurate near 0, of a number.
@_documentation(visibility: internal)
public func log1p<E: NDFloat>(_ x: E) -> E { value(.log1p, x) }

/// The square root, of a number.
@_documentation(visibility: internal)
public func sqrt<E: NDFloat>(_ x: E) -> E { value(.sqrt, x) }

/// The cube root, of a number.
@_documentation(visibility: internal)
public func cbrt<E: NDFloat>(_ x: E) -> E { value(.cbrt, x) }

/// The sine of an angle in radians, of a number.
@_documentation(visibility: internal)
public func sin<E: NDFloat>(_ x: E) -> E { value(.sin, x) }

/// The cosine of an angle in radians, of a number.
@_documentation(visibility: internal)
public func cos<E: NDFloat>(_ x: E) -> E { value(.cos, x) }

/// The tangent of an angle in radians, of a number.
@_documentation(visibility: internal)
public func tan<E: NDFloat>(_ x: E) -> E { value(.tan, x) }

/// The angle in radians whose sine is given, of a number.
@_documentation(visibility: internal)
public func asin<E: NDFloat>(_ x: E) -> E { value(.asin, x) }

/// The angle in radians whose cosine is given, of a number.
@_documentation(visibility: internal)
public func acos<E: NDFloat>(_ x: E) -> E { value(.acos, x) }

/// The angle in radians whose tangent is given, of a number.
@_documentation(visibility: internal)
public func atan<E: NDFloat>(_ x: E) -> E { value(.atan, x) }

/// The hyperbolic sine, of a number.
@_documentation(visibility: internal)
public func sinh<E: NDFloat>(_ x: E) -> E { value(.sinh, x) }

/// The hyperbolic cosine, of a number.
@_documentation(visibility: internal)
public func cosh<E: NDFloat>(_ x: E) -> E { value(.cosh, x) }

/// The hyperbolic tangent, of a number.
@_documentation(visibility: internal)
public func tanh<E: NDFloat>(_ x: E) -> E { value(.tanh, x) }

/// The inverse hyperbolic sine, of a number.
@_documentation(visibility: internal)
public func asinh<E: NDFloat>(_ x: E) -> E { value(.asinh, x) }

/// The inverse hyperbolic cosine, of a number.
@_documentation(visibility: internal)
public func acosh<E: NDFloat>(_ x: E) -> E { value(.acosh, x) }

/// The inverse hyperbolic tangent, of a number.
@_documentation(visibility: internal)
public func atanh<E: NDFloat>(_ x: E) -> E { value(.atanh, x) }

/// Rounded down, of a number.
@_documentation(visibility: internal)
public func floor<E: NDFloat>(_ x: E) -> E { value(.floor, x) }

/// Rounded up, of a number.
@_documentation(visibility: internal)
public func ceil<E: NDFloat>(_ x: E) -> E { value(.ceil, x) }

/// Rounded towards zero, of a number.
@_documentation(visibility: internal)
public func trunc<E: NDFloat>(_ x: E) -> E { value(.trunc, x) }

/// Rounded to the nearest whole number, halves to the even one, of a number.
@_documentation(visibility: internal)
public func rint<E: NDFloat>(_ x: E) -> E { value(.rint, x) }

/// 1 / (1 + e⁻ˣ), without overflow, of a number.
@_documentation(visibility: internal)
public func sigmoid<E: NDFloat>(_ x: E) -> E { value(.sigmoid, x) }

/// The angle of the point (x, y), in radians from −π to π.
@_documentation(visibility: internal)
public func atan2<E: NDFloat>(_ y: E, _ x: E) -> E { value(.atan2, y, x) }

/// √(x² + y²), without overflow, of two numbers.
@_documentation(visibility: internal)
public func hypot<E: NDFloat>(_ x: E, _ y: E) -> E { value(.hypot, x, y) }

private func value<E: NDFloat>(_ function: _Math, _ x: E) -> E {
  var (x, result) = (x, x)
  E._math(function, _Loop(row: 1), &x, &result)
  return result
}

private func value<E: NDFloat>(_ function: _Math2, _ x: E, _ y: E) -> E {
  var (x, y, result) = (x, y, x)
  E._math2(function, _Loop(row: 1), &x, &y, &result)
  return result
}
