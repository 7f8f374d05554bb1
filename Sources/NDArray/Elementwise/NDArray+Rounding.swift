import Foundation

extension NDArray where Element: NDFloat {
  /// Rounded to `decimals` places behind the point, halves to the even digit; negative places are in
  /// front of it. As NumPy does it: scaled by a power of ten, rounded, scaled back.
  public func rounded(decimals: Int = 0) -> NDArray {
    if decimals == 0 { return rint(self) }
    let scale = Element(pow(10, Double(decimals).magnitude))
    return decimals > 0 ? rint(self * scale) / scale : rint(self / scale) * scale
  }

  /// NaN, ∞ and −∞ replaced by numbers: by 0 and the largest and smallest finite numbers unless given.
  public func replacingNonFinite(
    nan: Element = 0, positiveInfinity: Element = .greatestFiniteMagnitude,
    negativeInfinity: Element = -.greatestFiniteMagnitude
  ) -> NDArray {
    let finite = which(isNaN(self), nan, self)
    let bounded = which(finite .== .infinity, positiveInfinity, finite)
    return which(bounded .== -.infinity, negativeInfinity, bounded)
  }

  /// The fraction and the whole part of each element, both with its sign.
  public func fractionAndWhole() -> (fraction: NDArray, whole: NDArray) {
    let whole = trunc(self)
    let fraction = which(isInfinite(self), 0, self - whole)
    return (copysign(fraction, self), whole)
  }

  /// The significand in [0.5, 1) and the exponent of two that make up each element; NumPy's `frexp`.
  public func significandAndExponent() -> (significand: NDArray, exponent: NDArray<Int32>) {
    var exponents = NDArray<Int32>(shape: layout.shape) { _ in }
    let significands = NDArray(shape: layout.shape) { out in
      exponents.withMutablePointer { exponents in
        var done = 0
        forEachPiece { piece in
          let (a, count) = (piece.baseAddress!, piece.count)
          if Element.self == Double.self {
            decompose(f64(a), count, f64(out + done), exponents + done)
          } else {
            decompose(f32(a), count, f32(out + done), exponents + done)
          }
          done += count
        }
      }
    }
    return (significands, exponents)
  }

  /// Each element times 2 to the power of the matching exponent; NumPy's `ldexp`.
  public func scaled(byPowersOfTwo exponents: NDArray<Int32>) -> NDArray {
    let target = Layout.broadcast(layout.shape, exponents.layout.shape, in: "ldexp")
    let values = broadcast(to: target, in: "ldexp").elements
    let powers = exponents.broadcast(to: target, in: "ldexp").elements
    return NDArray(
      zip(values, powers).map { scalbn(Double($0), Int($1)) }.map { Element($0) },
      shape: Array(target))
  }
}

/// Splits numbers into a significand in [0.5, 1) and a power of two; those that have none stay, with the power 0.
@inline(__always)
private func decompose<T: BinaryFloatingPoint>(
  _ a: UnsafePointer<T>, _ count: Int, _ significands: UnsafeMutablePointer<T>,
  _ exponents: UnsafeMutablePointer<Int32>
) where T.RawExponent == UInt {
  let bias = Int32(T.greatestFiniteMagnitude.exponent) - 1
  let special = T.infinity.exponentBitPattern
  for i in 0..<count {
    var (x, shift) = (a[i], Int32(0))
    // Subnormal numbers have no exponent of their own.
    if x.exponentBitPattern == 0 { (x, shift) = (x * 0x1p60, 60) }
    let power = x.exponentBitPattern
    let isPlain = power != 0 && power != special
    significands[i] =
      isPlain
      ? T(
        sign: x.sign, exponentBitPattern: UInt(bias), significandBitPattern: x.significandBitPattern
      )
      : a[i]
    exponents[i] = isPlain ? Int32(truncatingIfNeeded: power) &- bias &- shift : 0
  }
}

extension NDArray where Element: NDInteger {
  /// Rounded to `decimals` places: integers have none behind the point, and negative places round to
  /// tens, hundreds, …, halves to the even digit.
  public func rounded(decimals: Int = 0) -> NDArray {
    if decimals >= 0 { return self }
    return asType(Double.self).rounded(decimals: decimals).asType(Element.self)
  }
}

/// Radians from degrees.
public func radians<E: NDFloat>(_ degrees: NDArray<E>) -> NDArray<E> {
  degrees * (E(Double.pi) / 180)
}

/// Degrees from radians.
public func degrees<E: NDFloat>(_ radians: NDArray<E>) -> NDArray<E> {
  radians * (180 / E(Double.pi))
}

/// The quotient rounded down and the remainder with the sign of the divisor.
public func divmod<E: NDNumeric>(
  _ a: NDArray<E>, _ b: NDArray<E>
) -> (quotient: NDArray<E>, remainder: NDArray<E>) {
  (floorDivide(a, b), a % b)
}

/// Powers in floating point, for integers too, so that negative exponents work.
public func floatPower<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<Double> {
  a.asType(Double.self) ** b.asType(Double.self)
}
