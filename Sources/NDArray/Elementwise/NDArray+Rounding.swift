import Foundation

extension NDArray where Element: NDFloat {
  /// Rounded to `decimals` places behind the point, halves to the even digit; negative places are in
  /// front of it. As NumPy does it: scaled by a power of ten, rounded, scaled back.
  public func rounded(decimals: Int = 0) -> NDArray {
    if decimals == 0 { return rint(self) }
    let scale = Element(pow(10, Double(abs(decimals))))
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
    let parts = elements.map { x in
      x == 0 || !x.isFinite
        ? (x, 0)
        : (Element(sign: x.sign, exponent: -1, significand: x.significand), Int(x.exponent) + 1)
    }
    return (
      NDArray(parts.map(\.0), shape: shape), NDArray<Int32>(parts.map { Int32($0.1) }, shape: shape)
    )
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
