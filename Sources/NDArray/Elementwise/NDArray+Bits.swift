// Bits of integers and of masks: in-place logic, shifts by one number of places, and packing into bytes.

extension NDArray where Element: NDBitwise {
  /// The elementwise and with an array that broadcasts to this one's shape, in place.
  public static func .&= (a: inout NDArray, b: NDArray) {
    a.update(with: b, "bitwise and") { Element._bitwise(.and, $0, $1, $2, $3) }
  }

  /// The elementwise or with an array that broadcasts to this one's shape, in place.
  public static func .|= (a: inout NDArray, b: NDArray) {
    a.update(with: b, "bitwise or") { Element._bitwise(.or, $0, $1, $2, $3) }
  }

  /// The elementwise exclusive or with an array that broadcasts to this one's shape, in place.
  public static func .^= (a: inout NDArray, b: NDArray) {
    a.update(with: b, "bitwise xor") { Element._bitwise(.xor, $0, $1, $2, $3) }
  }
}

/// Each element shifted left by a number of places; bits that leave are lost.
@_documentation(visibility: internal)
public func leftShift<E: NDInteger>(_ x: NDArray<E>, _ places: E) -> NDArray<E> {
  leftShift(x, NDArray(places))
}

/// Each element shifted right by a number of places, keeping the sign.
@_documentation(visibility: internal)
public func rightShift<E: NDInteger>(_ x: NDArray<E>, _ places: E) -> NDArray<E> {
  rightShift(x, NDArray(places))
}

extension NDArray where Element == Bool {
  /// Eight truth values to a byte, the first in its highest bit, along the last axis; the last byte is filled up with
  /// zeros. NumPy's `packbits`.
  public func packedBits() -> NDArray<UInt8> {
    require(rank > 0, "packedBits: not of an array of rank 0, use atLeast1D")
    let extent = shape[rank - 1]
    let bytes = (extent + 7) / 8
    var widths = [(Int, Int)](repeating: (0, 0), count: rank)
    widths[rank - 1].1 = bytes * 8 - extent
    let bits = padded(widths, mode: .constant(false)).reshaped(shape.dropLast() + [bytes, 8])
    let weights: NDArray<UInt8> = [128, 64, 32, 16, 8, 4, 2, 1]
    return (bits.asType(UInt8.self) * weights).sum(axis: -1).asType(UInt8.self)
  }
}

extension NDArray where Element == UInt8 {
  /// The bits of each byte along the last axis, the highest first; NumPy's `unpackbits`.
  public func unpackedBits() -> NDArray<Bool> {
    require(rank > 0, "unpackedBits: not of an array of rank 0, use atLeast1D")
    let places: NDArray<UInt8> = [7, 6, 5, 4, 3, 2, 1, 0]
    let bits = rightShift(expandedDimensions(axis: -1), places) .& NDArray<UInt8>(1)
    return bits.asType(Bool.self).reshaped(shape.dropLast() + [shape[rank - 1] * 8])
  }
}
