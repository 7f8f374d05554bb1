// What only integers do.

/// Each element of `x` shifted left by the matching element of `places`; bits that leave are lost. The
/// arrays broadcast.
public func leftShift<E: NDInteger>(_ x: NDArray<E>, _ places: NDArray<E>) -> NDArray<E> {
  NDArray.map(x, places, "leftShift") { E._integer(.shiftLeft, $0, $1, $2, $3) }
}

/// Each element of `x` shifted right by the matching element of `places`, keeping the sign. The arrays
/// broadcast.
public func rightShift<E: NDInteger>(_ x: NDArray<E>, _ places: NDArray<E>) -> NDArray<E> {
  NDArray.map(x, places, "rightShift") { E._integer(.shiftRight, $0, $1, $2, $3) }
}

/// The greatest common divisor of each pair; 0 for two zeros. The arrays broadcast.
public func gcd<E: NDInteger>(_ x: NDArray<E>, _ y: NDArray<E>) -> NDArray<E> {
  NDArray.map(x, y, "gcd") { E._integer(.gcd, $0, $1, $2, $3) }
}

/// The least common multiple of each pair; 0 if one is zero. The arrays broadcast.
public func lcm<E: NDInteger>(_ x: NDArray<E>, _ y: NDArray<E>) -> NDArray<E> {
  NDArray.map(x, y, "lcm") { E._integer(.lcm, $0, $1, $2, $3) }
}

extension NDArray where Element: NDInteger & NDBitwise {
  /// Each element with all bits turned around.
  public static prefix func .! (a: NDArray) -> NDArray {
    map(a, 0 &- 1) { Element._bitwise(.xor, $0, $1, $2, $3) }
  }
}
