/// A type that arrays can hold: `Bool`, the integers, `Float` and `Double`.
///
/// The requirements that begin with an underscore are the library's kernels. Each array operation
/// calls one of them once; the conformances are concrete, so the loops inside are specialised for
/// their type, also when the program that uses the library is a debug build. Types outside this
/// module do not conform.
public protocol NDScalar: Sendable, Hashable, Codable, _Ordered {
  /// What a sum of such elements is: integers narrower than a word, and `Bool`, add up in words.
  associatedtype Sum: NDNumeric where Sum.Sum == Sum, Sum.Quotient == Quotient
  /// What a quotient or a mean of such elements is: itself for `Float`, else `Double`.
  associatedtype Quotient: NDFloat
  /// What may stand in an array literal: ``NDArrayPart`` of this type, or literals alone.
  associatedtype LiteralElement

  /// The element type's name as a value.
  static var dtype: DType { get }
  /// False or 0: what a new array is filled with.
  static var _zero: Self { get }
  /// True or 1.
  static var _one: Self { get }

  static func _compare(
    _ op: _Comparison, _ loop: _Loop, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Bool>)
  static func _extremum(
    _ op: _Extremum, _ loop: _Loop, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Self>)
  static func _reduce(
    _ op: _Accumulation, _ loop: _Loop, _ a: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Sum>)
  static func _reduce(
    _ op: _Extremum, _ loop: _Loop, _ a: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Self>)
  static func _reduce(
    _ op: _Truth, _ loop: _Loop, _ a: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Bool>)
  static func _accumulate(
    _ op: _Accumulation, _ loop: _Loop, _ axis: _Axis, _ a: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Sum>)
  static func _accumulate(
    _ op: _Extremum, _ loop: _Loop, _ axis: _Axis, _ a: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Self>)
  static func _position(
    _ op: _Extremum, _ loop: _Loop, count: Int, stride: Int, _ a: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Int>)

  /// The array that a literal of these parts is.
  static func _array(_ parts: [LiteralElement]) -> NDArray<Self>

  /// How the elements of an array are written, all to one width.
  static func _formatter(
    for values: NDArray<Self>, _ options: PrintOptions
  ) -> (Self) -> String
  /// How the element is written on its own.
  var _scalarText: String { get }
  /// The element as one number: itself, but a NaN without its sign, which says nothing and which Swift prints.
  var _plain: Self { get }
}

/// A number: what `+`, `-` and `*` work on. Integers wrap around, as NumPy's do.
public protocol NDNumeric: NDScalar, Numeric, Comparable, _Correlating {
  static func _arange(_ start: Self, _ stop: Self, _ step: Self) -> NDArray<Self>
  static func _arithmetic(
    _ op: _Arithmetic, _ loop: _Loop, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Self>)
  static func _divide(
    _ loop: _Loop, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Quotient>)
  static func _unary(
    _ op: _Unary, _ loop: _Loop, _ a: UnsafePointer<Self>, _ out: UnsafeMutablePointer<Self>)
  static func _clip(
    _ low: Self, _ high: Self, _ loop: _Loop, _ a: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Self>)
  static func _scatterAdd(
    _ values: UnsafePointer<Self>, step: Int, at offsets: UnsafePointer<Int>, count: Int,
    width: Int, _ out: UnsafeMutablePointer<Self>)
  static func _matrixProduct(
    _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, _ out: UnsafeMutablePointer<Self>,
    _ shape: _MatrixProduct)
}

/// An integer of a fixed width, signed or not.
public protocol NDInteger: NDNumeric, FixedWidthInteger
where Quotient == Double, Sum: NDInteger {
  static func _integer(
    _ op: _IntegerOperation, _ loop: _Loop, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Self>)
}

/// A floating-point number: `Float` or `Double`.
public protocol NDFloat: NDNumeric, BinaryFloatingPoint, LosslessStringConvertible, SIMDScalar,
  _Binning
where Quotient == Self, Sum == Self, Magnitude == Self {
  static func _math(
    _ op: _Math, _ loop: _Loop, _ a: UnsafePointer<Self>, _ out: UnsafeMutablePointer<Self>)
  static func _math2(
    _ op: _Math2, _ loop: _Loop, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Self>)
  static func _test(
    _ op: _FloatTest, _ loop: _Loop, _ a: UnsafePointer<Self>, _ out: UnsafeMutablePointer<Bool>)
}

/// A type with bits: the integers and `Bool`, on which `.&`, `.|`, `.^` and `.!` work.
public protocol NDBitwise: NDScalar {
  static func _bitwise(
    _ op: _Bitwise, _ loop: _Loop, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Self>)
}

// MARK: - Operations that kernels know

/// Comparisons of two operands.
public enum _Comparison: Sendable { case equal, notEqual, less, lessEqual, greater, greaterEqual }
/// The larger or the smaller of two; NaN wins.
public enum _Extremum: Sendable { case maximum, minimum }
/// Arithmetic of two operands of one type.
public enum _Arithmetic: Sendable {
  case add, subtract, multiply, remainder, floorDivide, power, fmod
}
/// Sums and products.
public enum _Accumulation: Sendable { case sum, product }
/// Whether all, or any, elements differ from zero.
public enum _Truth: Sendable { case all, any }
/// Functions of one number that need no floating point.
public enum _Unary: Sendable { case negative, magnitude, sign, square, reciprocal }
/// Logic on bits.
public enum _Bitwise: Sendable { case and, or, xor }
/// What only integers do.
public enum _IntegerOperation: Sendable { case shiftLeft, shiftRight, gcd, lcm }
/// Elementary functions.
public enum _Math: Sendable {
  case exp, exp2, expm1, log, log2, log10, log1p, sqrt, cbrt, i0, sinc, spacing
  case sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, asinh, acosh, atanh
  case floor, ceil, trunc, rint, sigmoid
}
/// Elementary functions of two numbers.
public enum _Math2: Sendable {
  case atan2, hypot, copysign, nextafter, logaddexp, logaddexp2, fmax, fmin, heaviside
}
/// Questions about a floating-point number.
public enum _FloatTest: Sendable { case isNaN, isInfinite, isFinite, signBit }

// MARK: - The element types

extension Bool: NDScalar, NDBitwise {
  public typealias LiteralElement = any NDArrayPart<Bool>
  public typealias Sum = Int
  public typealias Quotient = Double
  public static var dtype: DType { .bool }
  public static var _zero: Bool { false }
  public static var _one: Bool { true }
}

extension NDNumeric {
  public static var _zero: Self { 0 }
  public static var _one: Self { 1 }
}

extension NDScalar {
  public var _plain: Self { self }
}

extension NDFloat {
  public var _plain: Self { isNaN ? .nan : self }
}

extension Int: NDInteger, NDBitwise {
  public typealias LiteralElement = any NDArrayPart<Int>
  public typealias Sum = Int
  public static var dtype: DType { .int64 }
}
extension Int8: NDInteger, NDBitwise {
  public typealias LiteralElement = NumberLiteral<Int8>
  public typealias Sum = Int
  public static var dtype: DType { .int8 }
}
extension Int16: NDInteger, NDBitwise {
  public typealias LiteralElement = NumberLiteral<Int16>
  public typealias Sum = Int
  public static var dtype: DType { .int16 }
}
extension Int32: NDInteger, NDBitwise {
  public typealias LiteralElement = NumberLiteral<Int32>
  public typealias Sum = Int
  public static var dtype: DType { .int32 }
}
extension Int64: NDInteger, NDBitwise {
  public typealias LiteralElement = NumberLiteral<Int64>
  public typealias Sum = Int64
  public static var dtype: DType { .int64 }
}
extension UInt: NDInteger, NDBitwise {
  public typealias LiteralElement = NumberLiteral<UInt>
  public typealias Sum = UInt
  public static var dtype: DType { .uint64 }
}
extension UInt8: NDInteger, NDBitwise {
  public typealias LiteralElement = NumberLiteral<UInt8>
  public typealias Sum = UInt
  public static var dtype: DType { .uint8 }
}
extension UInt16: NDInteger, NDBitwise {
  public typealias LiteralElement = NumberLiteral<UInt16>
  public typealias Sum = UInt
  public static var dtype: DType { .uint16 }
}
extension UInt32: NDInteger, NDBitwise {
  public typealias LiteralElement = NumberLiteral<UInt32>
  public typealias Sum = UInt
  public static var dtype: DType { .uint32 }
}
extension UInt64: NDInteger, NDBitwise {
  public typealias LiteralElement = NumberLiteral<UInt64>
  public typealias Sum = UInt64
  public static var dtype: DType { .uint64 }
}
extension Float: NDFloat {
  public typealias LiteralElement = NumberLiteral<Float>
  public typealias Sum = Float
  public typealias Quotient = Float
  public static var dtype: DType { .float32 }
}
extension Double: NDFloat {
  public typealias LiteralElement = any NDArrayPart<Double>
  public typealias Sum = Double
  public typealias Quotient = Double
  public static var dtype: DType { .float64 }
}
