// Elementary functions, as free functions with the field's names. Each maps an array to one of the
// same shape in O(n).

/// eˣ, of each element.
public func exp<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.exp, x)
}

/// 2ˣ, of each element.
public func exp2<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.exp2, x)
}

/// eˣ − 1, accurate near 0, of each element.
public func expm1<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.expm1, x)
}

/// The natural logarithm, of each element.
public func log<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.log, x)
}

/// The logarithm to base 2, of each element.
public func log2<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.log2, x)
}

/// The logarithm to base 10, of each element.
public func log10<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.log10, x)
}

/// log(1 + x), accurate near 0, of each element.
public func log1p<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.log1p, x)
}

/// The square root, of each element.
public func sqrt<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.sqrt, x)
}

/// The cube root, of each element.
public func cbrt<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.cbrt, x)
}

/// The sine of angles in radians, of each element.
public func sin<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.sin, x)
}

/// The cosine of angles in radians, of each element.
public func cos<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.cos, x)
}

/// The tangent of angles in radians, of each element.
public func tan<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.tan, x)
}

/// The angle in radians whose sine is given, of each element.
public func asin<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.asin, x)
}

/// The angle in radians whose cosine is given, of each element.
public func acos<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.acos, x)
}

/// The angle in radians whose tangent is given, of each element.
public func atan<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.atan, x)
}

/// The hyperbolic sine, of each element.
public func sinh<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.sinh, x)
}

/// The hyperbolic cosine, of each element.
public func cosh<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.cosh, x)
}

/// The hyperbolic tangent, of each element.
public func tanh<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.tanh, x)
}

/// The inverse hyperbolic sine, of each element.
public func asinh<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.asinh, x)
}

/// The inverse hyperbolic cosine, of each element.
public func acosh<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.acosh, x)
}

/// The inverse hyperbolic tangent, of each element.
public func atanh<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.atanh, x)
}

/// Rounded down, of each element.
public func floor<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.floor, x)
}

/// Rounded up, of each element.
public func ceil<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.ceil, x)
}

/// Rounded towards zero, of each element.
public func trunc<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.trunc, x)
}

/// Rounded to the nearest whole number, halves to the even one, of each element.
public func rint<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.rint, x)
}

/// 1 / (1 + e⁻ˣ), without overflow for any x, of each element.
public func sigmoid<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.sigmoid, x)
}

/// sin(πx) / (πx), and 1 at 0, of each element.
public func sinc<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.sinc, x)
}

/// The modified Bessel function of the first kind and order 0, of each element.
public func i0<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.i0, x)
}

/// The distance from each element to the next representable number away from zero.
public func spacing<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.spacing, x)
}

/// The absolute value, of each element.
public func abs<E: NDNumeric>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.magnitude, x)
}

/// −1, 0 or 1, of each element.
public func sign<E: NDNumeric>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.sign, x)
}

/// x², of each element.
public func square<E: NDNumeric>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.square, x)
}

/// 1 / x, of each element; integers truncate.
public func reciprocal<E: NDNumeric>(_ x: NDArray<E>) -> NDArray<E> {
  apply(.reciprocal, x)
}

/// The remainder of x / y with the sign of x, of integers by zero 0; the arrays broadcast.
public func fmod<E: NDNumeric>(_ x: NDArray<E>, _ y: NDArray<E>) -> NDArray<E> {
  NDArray.map(x, y, "fmod") { E._arithmetic(.fmod, $0, $1, $2, $3) }
}

/// log₂(2ˣ + 2ʸ), without overflow; the arrays broadcast.
public func logaddexp2<E: NDFloat>(_ x: NDArray<E>, _ y: NDArray<E>) -> NDArray<E> {
  apply(.logaddexp2, x, y, "logaddexp2")
}

/// 0 below zero, 1 above, and `middle` at zero; the arrays broadcast.
public func heaviside<E: NDFloat>(_ x: NDArray<E>, _ middle: NDArray<E>) -> NDArray<E> {
  apply(.heaviside, x, middle, "heaviside")
}

/// The angle of the point (x, y), in radians from −π to π; the arrays broadcast.
public func atan2<E: NDFloat>(_ y: NDArray<E>, _ x: NDArray<E>) -> NDArray<E> {
  apply(.atan2, y, x, "atan2")
}

/// √(x² + y²), without overflow; the arrays broadcast.
public func hypot<E: NDFloat>(_ x: NDArray<E>, _ y: NDArray<E>) -> NDArray<E> {
  apply(.hypot, x, y, "hypot")
}

/// x with the sign of y; the arrays broadcast.
public func copysign<E: NDFloat>(_ x: NDArray<E>, _ y: NDArray<E>) -> NDArray<E> {
  apply(.copysign, x, y, "copysign")
}

/// The next representable number after x towards y; the arrays broadcast.
public func nextafter<E: NDFloat>(_ x: NDArray<E>, _ y: NDArray<E>) -> NDArray<E> {
  apply(.nextafter, x, y, "nextafter")
}

/// log(eˣ + eʸ), without overflow; the arrays broadcast.
public func logaddexp<E: NDFloat>(_ x: NDArray<E>, _ y: NDArray<E>) -> NDArray<E> {
  apply(.logaddexp, x, y, "logaddexp")
}

/// The larger of two, ignoring NaN; the arrays broadcast.
public func fmax<E: NDFloat>(_ x: NDArray<E>, _ y: NDArray<E>) -> NDArray<E> {
  apply(.fmax, x, y, "fmax")
}

/// The smaller of two, ignoring NaN; the arrays broadcast.
public func fmin<E: NDFloat>(_ x: NDArray<E>, _ y: NDArray<E>) -> NDArray<E> {
  apply(.fmin, x, y, "fmin")
}

/// Where elements are not a number.
public func isNaN<E: NDFloat>(_ x: NDArray<E>) -> NDArray<Bool> {
  x.map { E._test(.isNaN, $0, $1, $2) }
}

/// Where elements are ±∞.
public func isInfinite<E: NDFloat>(_ x: NDArray<E>) -> NDArray<Bool> {
  x.map { E._test(.isInfinite, $0, $1, $2) }
}

/// Where elements are neither infinite nor NaN.
public func isFinite<E: NDFloat>(_ x: NDArray<E>) -> NDArray<Bool> {
  x.map { E._test(.isFinite, $0, $1, $2) }
}

/// Where the sign bit is set, of −0 and negative NaN too.
public func signBit<E: NDFloat>(_ x: NDArray<E>) -> NDArray<Bool> {
  x.map { E._test(.signBit, $0, $1, $2) }
}

extension _Math {
  /// What the function of an element takes.
  fileprivate var cost: _Loop.Cost {
    switch self {
    case .sqrt, .floor, .ceil, .trunc, .rint: .light
    case .exp, .log, .sin, .cos, .tanh, .sigmoid: .heavy
    default: .slow
    }
  }
}

// MARK: - One place that knows the types

// Each of these has a form of its own for the types that programs use most; what is generic above only calls them.

@inline(never)
@specialized(where E == Double)
@specialized(where E == Float)
private func apply<E: NDFloat>(_ function: _Math, _ x: NDArray<E>) -> NDArray<E> {
  x.map(function.cost) { E._math(function, $0, $1, $2) }
}

@inline(never)
@specialized(where E == Double)
@specialized(where E == Float)
private func apply<E: NDFloat>(
  _ function: _Math2, _ x: NDArray<E>, _ y: NDArray<E>, _ operation: StaticString
) -> NDArray<E> {
  NDArray.map(x, y, operation, .slow) { E._math2(function, $0, $1, $2, $3) }
}

@inline(never)
@specialized(where E == Double)
@specialized(where E == Float)
@specialized(where E == Int)
private func apply<E: NDNumeric>(_ function: _Unary, _ x: NDArray<E>) -> NDArray<E> {
  x.map { E._unary(function, $0, $1, $2) }
}
