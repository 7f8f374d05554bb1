import CKernels

extension NDFloat where Self: _LibM {
  public static func _math(
    _ op: _Math, _ loop: _Loop, _ a: UnsafePointer<Self>, _ out: UnsafeMutablePointer<Self>
  ) {
    switch op {
    case .exp: loop.vectorMap(CK_EXP, a, out)
    case .exp2: loop.map(a, out) { exp2($0) }
    case .expm1: loop.map(a, out) { expm1($0) }
    case .log: loop.vectorMap(CK_LOG, a, out)
    case .log2: loop.map(a, out) { log2($0) }
    case .log10: loop.map(a, out) { log10($0) }
    case .log1p: loop.map(a, out) { log1p($0) }
    case .sqrt: loop.vectorMap(CK_SQRT, a, out)
    case .cbrt: loop.map(a, out) { cbrt($0) }
    case .i0: loop.map(a, out) { besselI0($0) }
    case .sinc:
      loop.map(a, out) { x in
        // `Float.pi` is cut off, not rounded, and sin(πx) is sensitive to it.
        let angle = x == 0 ? 1 : Self(Double.pi) * x
        return x == 0 ? 1 : sin(angle) / angle
      }
    case .spacing: loop.map(a, out) { spacing($0) }
    case .sin: loop.vectorMap(CK_SIN, a, out)
    case .cos: loop.vectorMap(CK_COS, a, out)
    case .tan: loop.map(a, out) { tan($0) }
    case .asin: loop.map(a, out) { asin($0) }
    case .acos: loop.map(a, out) { acos($0) }
    case .atan: loop.map(a, out) { atan($0) }
    case .sinh: loop.map(a, out) { sinh($0) }
    case .cosh: loop.map(a, out) { cosh($0) }
    case .tanh: loop.vectorMap(CK_TANH, a, out)
    case .asinh: loop.map(a, out) { asinh($0) }
    case .acosh: loop.map(a, out) { acosh($0) }
    case .atanh: loop.map(a, out) { atanh($0) }
    case .floor: loop.map(a, out) { $0.rounded(.down) }
    case .ceil: loop.map(a, out) { $0.rounded(.up) }
    case .trunc: loop.map(a, out) { $0.rounded(.towardZero) }
    case .rint: loop.map(a, out) { $0.rounded(.toNearestOrEven) }
    case .sigmoid: loop.vectorMap(CK_SIGMOID, a, out)
    }
  }

  public static func _math2(
    _ op: _Math2, _ loop: _Loop, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Self>
  ) {
    switch op {
    case .atan2: loop.map(a, b, out) { atan2($0, $1) }
    case .hypot: loop.map(a, b, out) { hypot($0, $1) }
    case .copysign: loop.map(a, b, out) { Self(signOf: $1, magnitudeOf: $0) }
    case .nextafter: loop.map(a, b, out) { nextafter($0, $1) }
    case .logaddexp: loop.map(a, b, out) { logAddExp($0, $1) }
    case .logaddexp2: loop.map(a, b, out) { logAddExp2($0, $1) }
    case .heaviside: loop.map(a, b, out) { $0.isNaN ? $0 : $0 < 0 ? 0 : $0 > 0 ? 1 : $1 }
    case .fmax: loop.map(a, b, out) { $0 >= $1 || $1.isNaN ? $0 : $1 }
    case .fmin: loop.map(a, b, out) { $0 <= $1 || $1.isNaN ? $0 : $1 }
    }
  }

  /// log(eˣ + eʸ) without overflow.
  @inline(__always)
  private static func logAddExp(_ x: Self, _ y: Self) -> Self {
    if x == y { return x + log(2) }
    let difference = x - y
    if difference > 0 { return x + log1p(exp(-difference)) }
    if difference <= 0 { return y + log1p(exp(difference)) }
    return difference
  }

  /// log₂(2ˣ + 2ʸ) without overflow.
  @inline(__always)
  private static func logAddExp2(_ x: Self, _ y: Self) -> Self {
    if x == y { return x + 1 }
    let perNat: Self = 1 / log(2)
    let difference = x - y
    if difference > 0 { return x + log1p(exp2(-difference)) * perNat }
    if difference <= 0 { return y + log1p(exp2(difference)) * perNat }
    return difference
  }

  /// The distance to the next number away from zero, with the sign of `x`.
  @inline(__always)
  private static func spacing(_ x: Self) -> Self {
    if !x.isFinite { return .nan }
    let distance = nextafter(x.magnitude, .infinity) - x.magnitude
    return x < 0 ? -distance : distance
  }

  /// The modified Bessel function of the first kind and order 0.
  ///
  /// Below 15 the power series Σ (x²/4)ᵏ / k!², above it the asymptotic expansion
  /// eˣ/√(2πx) · Σ ((2k−1)!!)² / (k! (8x)ᵏ), both summed until nothing is added (Abramowitz and Stegun,
  /// 9.6.12 and 9.7.1).
  private static func besselI0(_ x: Self) -> Self {
    let x = x.magnitude
    var term: Self = 1
    var sum: Self = 1
    var k: Self = 1
    if x < 15 {
      while term > sum * .ulpOfOne / 4 {
        term *= x * x / (4 * k * k)
        sum += term
        k += 1
      }
      return sum
    }
    while k < 4 * x && term > sum * .ulpOfOne / 4 {
      term *= (2 * k - 1) * (2 * k - 1) / (8 * x * k)
      sum += term
      k += 1
    }
    return exp(x) / (2 * .pi * x).squareRoot() * sum
  }

  public static func _test(
    _ op: _FloatTest, _ loop: _Loop, _ a: UnsafePointer<Self>, _ out: UnsafeMutablePointer<Bool>
  ) {
    switch op {
    case .isNaN: loop.vectorIsNaN(a, out)
    case .isInfinite: loop.map(a, out) { $0.isInfinite }
    case .isFinite: loop.map(a, out) { $0.isFinite }
    case .signBit: loop.map(a, out) { $0.sign == .minus }
    }
  }
}
