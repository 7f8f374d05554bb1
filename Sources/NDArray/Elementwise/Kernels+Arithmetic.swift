import CKernels
import Foundation

// The kernels are default implementations of `NDScalar`'s requirements. Each conformance in this
// module gets its own specialised copy; nothing generic runs inside a loop.

extension NDInteger {
  public static func _arithmetic(
    _ op: _Arithmetic, _ loop: _Loop, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Self>
  ) {
    switch op {
    case .add: loop.vectorMap(a, b, out, by: ck_i64_add) { $0 &+ $1 }
    case .subtract: loop.vectorMap(a, b, out, by: ck_i64_subtract) { $0 &- $1 }
    case .multiply: loop.vectorMap(a, b, out, by: ck_i64_multiply) { $0 &* $1 }
    case .remainder:
      loop.vectorMap(a, b, out, by: ck_i64_remainder) { $0.flooredRemainder($1) }
    case .floorDivide:
      loop.vectorMap(a, b, out, by: ck_i64_floor_divide) { $0.flooredQuotient($1) }
    case .power: loop.map(a, b, out) { $0.wrappingPower($1) }
    case .fmod:
      loop.map(a, b, out) {
        $1 == 0 ? 0 : $0.remainderReportingOverflow(dividingBy: $1).partialValue
      }
    }
  }

  public static func _divide(
    _ loop: _Loop, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Double>
  ) {
    loop.map(a, b, out) { Double($0) / Double($1) }
  }

  public static func _unary(
    _ op: _Unary, _ loop: _Loop, _ a: UnsafePointer<Self>, _ out: UnsafeMutablePointer<Self>
  ) {
    switch op {
    case .negative: loop.map(a, out) { 0 &- $0 }
    case .magnitude: loop.map(a, out) { $0 < 0 ? 0 &- $0 : $0 }
    case .sign: loop.map(a, out) { $0.signum() }
    case .square: loop.map(a, out) { $0 &* $0 }
    case .reciprocal:
      // What x86 makes of ∞ as such an integer, and so NumPy.
      let ofZero = Self.isSigned && Self.bitWidth >= 32 ? Self.min : 0
      loop.map(a, out) { $0 == 0 ? ofZero : $0 == 1 ? 1 : $0.magnitude == 1 ? $0 : 0 }
    }
  }

  public static func _integer(
    _ op: _IntegerOperation, _ loop: _Loop, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Self>
  ) {
    switch op {
    case .shiftLeft: loop.map(a, b, out) { $1 < 0 || $1 >= bitWidth ? 0 : $0 &<< $1 }
    case .shiftRight:
      loop.map(a, b, out) { $1 < 0 || $1 >= bitWidth ? ($0 < 0 ? -1 : 0) : $0 &>> $1 }
    case .gcd: loop.map(a, b, out) { greatestCommonDivisor($0, $1) }
    case .lcm:
      loop.map(a, b, out) { x, y in
        let divisor = greatestCommonDivisor(x, y)
        if divisor == 0 { return 0 }
        // Without signs, in which the least integer has a magnitude too.
        return Self(truncatingIfNeeded: x.magnitude / divisor.magnitude &* y.magnitude)
      }
    }
  }

  /// Euclid's algorithm on magnitudes.
  @inline(__always)
  private static func greatestCommonDivisor(_ a: Self, _ b: Self) -> Self {
    var (x, y) = (a.magnitude, b.magnitude)
    while y != 0 { (x, y) = (y, x % y) }
    return Self(truncatingIfNeeded: x)
  }

  /// Rounded towards minus infinity; 0 for a zero divisor, as NumPy has it.
  @inline(__always)
  fileprivate func flooredQuotient(_ divisor: Self) -> Self {
    if divisor == 0 { return 0 }
    let (quotient, overflow) = dividedReportingOverflow(by: divisor)
    if overflow { return self }
    return quotient &* divisor != self && (self < 0) != (divisor < 0) ? quotient &- 1 : quotient
  }

  /// With the sign of the divisor; 0 for a zero divisor, as NumPy has it.
  @inline(__always)
  fileprivate func flooredRemainder(_ divisor: Self) -> Self {
    if divisor == 0 { return 0 }
    let (remainder, overflow) = remainderReportingOverflow(dividingBy: divisor)
    if overflow { return 0 }
    return remainder != 0 && (remainder < 0) != (divisor < 0) ? remainder &+ divisor : remainder
  }

  @inline(__always)
  fileprivate func wrappingPower(_ exponent: Self) -> Self {
    require(exponent >= 0, "power: integers to negative integer powers are not allowed")
    var result: Self = 1
    var factor = self
    var rest = exponent
    while rest != 0 {
      if rest & 1 == 1 { result = result &* factor }
      factor = factor &* factor
      rest >>= 1
    }
    return result
  }
}

extension NDFloat where Self: _LibM {
  public static func _arithmetic(
    _ op: _Arithmetic, _ loop: _Loop, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Self>
  ) {
    switch op {
    case .add: loop.vectorMap(CK_ADD, a, b, out) { $0 + $1 }
    case .subtract: loop.vectorMap(CK_SUBTRACT, a, b, out) { $0 - $1 }
    case .multiply: loop.vectorMap(CK_MULTIPLY, a, b, out) { $0 * $1 }
    case .remainder: loop.map(a, b, out) { $0.flooredDivision($1).remainder }
    case .floorDivide: loop.map(a, b, out) { $0.flooredDivision($1).quotient }
    case .power: power(loop, a, b, out)
    case .fmod: loop.map(a, b, out) { Self.fmod($0, $1) }
    }
  }

  /// Squares and roots are exact and fast; everything else is `pow`.
  private static func power(
    _ loop: _Loop, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Self>
  ) {
    if loop.operandIsScalar(1) {
      switch b.pointee {
      case 1: return loop.map(a, b, out) { x, _ in x }
      case 2: return loop.vectorMap(CK_SQUARE, a, out, result: 2)
      case 0.5: return loop.vectorMap(CK_SQRT, a, out, result: 2)
      case -1: return loop.vectorMap(CK_RECIPROCAL, a, out, result: 2)
      default: break
      }
    }
    loop.vectorPower(a, b, out)
  }

  public static func _divide(
    _ loop: _Loop, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Self>
  ) {
    loop.vectorMap(CK_DIVIDE, a, b, out) { $0 / $1 }
  }

  public static func _unary(
    _ op: _Unary, _ loop: _Loop, _ a: UnsafePointer<Self>, _ out: UnsafeMutablePointer<Self>
  ) {
    switch op {
    case .negative: loop.vectorMap(CK_NEGATIVE, a, out)
    case .magnitude: loop.vectorMap(CK_MAGNITUDE, a, out)
    case .sign: loop.map(a, out) { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 == 0 ? 0 : $0 }
    case .square: loop.vectorMap(CK_SQUARE, a, out)
    case .reciprocal: loop.vectorMap(CK_RECIPROCAL, a, out)
    }
  }

  /// Python's `divmod` of two floats: the remainder has the sign of the divisor, and the quotient
  /// is the whole number that goes with it.
  @inline(__always)
  fileprivate func flooredDivision(_ divisor: Self) -> (quotient: Self, remainder: Self) {
    var remainder = Self.fmod(self, divisor)
    if divisor == 0 { return (self / divisor, remainder) }
    var quotient = (self - remainder) / divisor
    if remainder != 0 {
      if (divisor < 0) != (remainder < 0) {
        remainder += divisor
        quotient -= 1
      }
    } else {
      remainder = Self(signOf: divisor, magnitudeOf: 0)
    }
    if quotient != 0 {
      var whole = quotient.rounded(.down)
      if quotient - whole > 0.5 { whole += 1 }
      return (whole, remainder)
    }
    return (Self(signOf: self / divisor, magnitudeOf: 0), remainder)
  }
}

extension NDBitwise where Self: FixedWidthInteger {
  public static func _bitwise(
    _ op: _Bitwise, _ loop: _Loop, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Self>
  ) {
    switch op {
    case .and: loop.map(a, b, out) { $0 & $1 }
    case .or: loop.map(a, b, out) { $0 | $1 }
    case .xor: loop.map(a, b, out) { $0 ^ $1 }
    }
  }
}

extension Bool {
  public static func _bitwise(
    _ op: _Bitwise, _ loop: _Loop, _ a: UnsafePointer<Bool>, _ b: UnsafePointer<Bool>,
    _ out: UnsafeMutablePointer<Bool>
  ) {
    switch op {
    case .and: loop.map(a, b, out) { $0 && $1 }
    case .or: loop.map(a, b, out) { $0 || $1 }
    case .xor: loop.map(a, b, out) { $0 != $1 }
    }
  }
}
