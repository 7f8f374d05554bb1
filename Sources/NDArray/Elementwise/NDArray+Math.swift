// Elementary functions, as free functions with the field's names. Each maps an array to one of the
// same shape in O(n).

/// eˣ, of each element.
public func exp<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.exp, $0, $1, $2) }
}

/// 2ˣ, of each element.
public func exp2<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.exp2, $0, $1, $2) }
}

/// eˣ − 1, accurate near 0, of each element.
public func expm1<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.expm1, $0, $1, $2) }
}

/// The natural logarithm, of each element.
public func log<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.log, $0, $1, $2) }
}

/// The logarithm to base 2, of each element.
public func log2<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.log2, $0, $1, $2) }
}

/// The logarithm to base 10, of each element.
public func log10<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.log10, $0, $1, $2) }
}

/// log(1 + x), accurate near 0, of each element.
public func log1p<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.log1p, $0, $1, $2) }
}

/// The square root, of each element.
public func sqrt<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.sqrt, $0, $1, $2) }
}

/// The cube root, of each element.
public func cbrt<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.cbrt, $0, $1, $2) }
}

/// The sine of angles in radians, of each element.
public func sin<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.sin, $0, $1, $2) }
}

/// The cosine of angles in radians, of each element.
public func cos<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.cos, $0, $1, $2) }
}

/// The tangent of angles in radians, of each element.
public func tan<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.tan, $0, $1, $2) }
}

/// The angle in radians whose sine is given, of each element.
public func asin<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.asin, $0, $1, $2) }
}

/// The angle in radians whose cosine is given, of each element.
public func acos<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.acos, $0, $1, $2) }
}

/// The angle in radians whose tangent is given, of each element.
public func atan<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.atan, $0, $1, $2) }
}

/// The hyperbolic sine, of each element.
public func sinh<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.sinh, $0, $1, $2) }
}

/// The hyperbolic cosine, of each element.
public func cosh<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.cosh, $0, $1, $2) }
}

/// The hyperbolic tangent, of each element.
public func tanh<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.tanh, $0, $1, $2) }
}

/// The inverse hyperbolic sine, of each element.
public func asinh<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.asinh, $0, $1, $2) }
}

/// The inverse hyperbolic cosine, of each element.
public func acosh<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.acosh, $0, $1, $2) }
}

/// The inverse hyperbolic tangent, of each element.
public func atanh<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.atanh, $0, $1, $2) }
}

/// Rounded down, of each element.
public func floor<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.floor, $0, $1, $2) }
}

/// Rounded up, of each element.
public func ceil<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.ceil, $0, $1, $2) }
}

/// Rounded towards zero, of each element.
public func trunc<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.trunc, $0, $1, $2) }
}

/// Rounded to the nearest whole number, halves to the even one, of each element.
public func rint<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.rint, $0, $1, $2) }
}

/// 1 / (1 + e⁻ˣ), without overflow for any x, of each element.
public func sigmoid<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.sigmoid, $0, $1, $2) }
}

/// sin(πx) / (πx), and 1 at 0, of each element.
public func sinc<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.sinc, $0, $1, $2) }
}

/// The modified Bessel function of the first kind and order 0, of each element.
public func i0<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.i0, $0, $1, $2) }
}

/// The distance from each element to the next representable number away from zero.
public func spacing<E: NDFloat>(_ x: NDArray<E>) -> NDArray<E> {
  x.map(.heavy) { E._math(.spacing, $0, $1, $2) }
}

/// The absolute value, of each element.
public func abs<E: NDNumeric>(_ x: NDArray<E>) -> NDArray<E> {
  x.map { E._unary(.magnitude, $0, $1, $2) }
}

/// −1, 0 or 1, of each element.
public func sign<E: NDNumeric>(_ x: NDArray<E>) -> NDArray<E> {
  x.map { E._unary(.sign, $0, $1, $2) }
}

/// x², of each element.
public func square<E: NDNumeric>(_ x: NDArray<E>) -> NDArray<E> {
  x.map { E._unary(.square, $0, $1, $2) }
}

/// 1 / x, of each element; integers truncate.
public func reciprocal<E: NDNumeric>(_ x: NDArray<E>) -> NDArray<E> {
  x.map { E._unary(.reciprocal, $0, $1, $2) }
}

/// The remainder of x / y with the sign of x, of integers by zero 0; the arrays broadcast.
public func fmod<E: NDNumeric>(_ x: NDArray<E>, _ y: NDArray<E>) -> NDArray<E> {
  NDArray.map(x, y, "fmod") { E._arithmetic(.fmod, $0, $1, $2, $3) }
}

/// log₂(2ˣ + 2ʸ), without overflow; the arrays broadcast.
public func logaddexp2<E: NDFloat>(_ x: NDArray<E>, _ y: NDArray<E>) -> NDArray<E> {
  NDArray.map(x, y, "logaddexp2", .heavy) { E._math2(.logaddexp2, $0, $1, $2, $3) }
}

/// 0 below zero, 1 above, and `middle` at zero; the arrays broadcast.
public func heaviside<E: NDFloat>(_ x: NDArray<E>, _ middle: NDArray<E>) -> NDArray<E> {
  NDArray.map(x, middle, "heaviside", .heavy) { E._math2(.heaviside, $0, $1, $2, $3) }
}

/// The angle of the point (x, y), in radians from −π to π; the arrays broadcast.
public func atan2<E: NDFloat>(_ y: NDArray<E>, _ x: NDArray<E>) -> NDArray<E> {
  NDArray.map(y, x, "atan2", .heavy) { E._math2(.atan2, $0, $1, $2, $3) }
}

/// √(x² + y²), without overflow; the arrays broadcast.
public func hypot<E: NDFloat>(_ x: NDArray<E>, _ y: NDArray<E>) -> NDArray<E> {
  NDArray.map(x, y, "hypot", .heavy) { E._math2(.hypot, $0, $1, $2, $3) }
}

/// x with the sign of y; the arrays broadcast.
public func copysign<E: NDFloat>(_ x: NDArray<E>, _ y: NDArray<E>) -> NDArray<E> {
  NDArray.map(x, y, "copysign", .heavy) { E._math2(.copysign, $0, $1, $2, $3) }
}

/// The next representable number after x towards y; the arrays broadcast.
public func nextafter<E: NDFloat>(_ x: NDArray<E>, _ y: NDArray<E>) -> NDArray<E> {
  NDArray.map(x, y, "nextafter", .heavy) { E._math2(.nextafter, $0, $1, $2, $3) }
}

/// log(eˣ + eʸ), without overflow; the arrays broadcast.
public func logaddexp<E: NDFloat>(_ x: NDArray<E>, _ y: NDArray<E>) -> NDArray<E> {
  NDArray.map(x, y, "logaddexp", .heavy) { E._math2(.logaddexp, $0, $1, $2, $3) }
}

/// The larger of two, ignoring NaN; the arrays broadcast.
public func fmax<E: NDFloat>(_ x: NDArray<E>, _ y: NDArray<E>) -> NDArray<E> {
  NDArray.map(x, y, "fmax", .heavy) { E._math2(.fmax, $0, $1, $2, $3) }
}

/// The smaller of two, ignoring NaN; the arrays broadcast.
public func fmin<E: NDFloat>(_ x: NDArray<E>, _ y: NDArray<E>) -> NDArray<E> {
  NDArray.map(x, y, "fmin", .heavy) { E._math2(.fmin, $0, $1, $2, $3) }
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
