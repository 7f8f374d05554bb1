/// A type whose elements map to unsigned integers of the same width in the same order.
///
/// Everything that sorts, selects or groups works on these keys, so that its code exists for four
/// types instead of twelve, needs no thought about NaN, and can count digits instead of comparing.
public protocol _Ordered {
  associatedtype _Key: _SortKey

  /// The key of every NaN, the largest there is; nil for types without NaN.
  static var _nanKey: _Key? { get }
  /// Writes the keys. With `signedZeros`, −0 comes before 0; else the two are the same.
  static func _encode(
    _ loop: _Loop, _ a: UnsafePointer<Self>, _ out: UnsafeMutablePointer<_Key>, signedZeros: Bool)
  /// Turns `count` keys into the elements they stand for, in the same memory.
  static func _decode(_ memory: UnsafeMutableRawPointer, count: Int)
  /// The position at which each of `count` values belongs in a sorted row of `length`.
  static func _search(
    _ side: SearchSide, _ sorted: UnsafePointer<Self>, length: Int, _ values: UnsafePointer<Self>,
    count: Int, _ out: UnsafeMutablePointer<Int>)
}

extension NDInteger {
  public static var _nanKey: _Key? { nil }

  /// The sign bit flipped, so that negative numbers come first.
  public static func _encode(
    _ loop: _Loop, _ a: UnsafePointer<Self>, _ out: UnsafeMutablePointer<_Key>, signedZeros: Bool
  ) {
    loop.map(a, out) { _Key(truncatingIfNeeded: $0) ^ sign }
  }

  public static func _decode(_ memory: UnsafeMutableRawPointer, count: Int) {
    replace(memory, count: count) { (key: _Key) in Self(truncatingIfNeeded: key ^ sign) }
  }

  private static var sign: _Key { isSigned ? 1 << (_Key.bitWidth - 1) : 0 }
}

extension NDFloat {
  public static var _nanKey: _Key? { .max }

  /// The sign bit set for positive numbers, all bits flipped for negative ones.
  public static func _encode(
    _ loop: _Loop, _ a: UnsafePointer<Self>, _ out: UnsafeMutablePointer<_Key>, signedZeros: Bool
  ) {
    if signedZeros {
      loop.map(a, out) { key($0) }
    } else {
      loop.map(a, out) { key($0 + 0) }
    }
  }

  public static func _decode(_ memory: UnsafeMutableRawPointer, count: Int) {
    replace(memory, count: count) { (key: _Key) -> Self in
      if key == .max { return .nan }
      return unsafeBitCast(key & sign != 0 ? key ^ sign : ~key, to: Self.self)
    }
  }

  @inline(__always)
  private static func key(_ x: Self) -> _Key {
    let bits = unsafeBitCast(x, to: _Key.self)
    return x != x ? .max : bits & sign == 0 ? bits | sign : ~bits
  }

  private static var sign: _Key { 1 << (_Key.bitWidth - 1) }
}

extension Bool {
  public typealias _Key = UInt8
  public static var _nanKey: UInt8? { nil }

  public static func _encode(
    _ loop: _Loop, _ a: UnsafePointer<Bool>, _ out: UnsafeMutablePointer<UInt8>, signedZeros: Bool
  ) {
    loop.map(a, out) { $0 ? 1 : 0 }
  }

  public static func _decode(_ memory: UnsafeMutableRawPointer, count: Int) {
    replace(memory, count: count) { (key: UInt8) in key != 0 }
  }
}

/// Replaces `count` values in memory by others of the same size.
@inline(__always)
private func replace<Old, New>(
  _ memory: UnsafeMutableRawPointer, count: Int, _ f: (Old) -> New
) {
  let size = MemoryLayout<Old>.stride
  for i in 0..<count {
    let old = memory.load(fromByteOffset: i &* size, as: Old.self)
    memory.storeBytes(of: f(old), toByteOffset: i &* size, as: New.self)
  }
}

extension Int { public typealias _Key = UInt64 }
extension Int8 { public typealias _Key = UInt8 }
extension Int16 { public typealias _Key = UInt16 }
extension Int32 { public typealias _Key = UInt32 }
extension Int64 { public typealias _Key = UInt64 }
extension UInt { public typealias _Key = UInt64 }
extension UInt8 { public typealias _Key = UInt8 }
extension UInt16 { public typealias _Key = UInt16 }
extension UInt32 { public typealias _Key = UInt32 }
extension UInt64 { public typealias _Key = UInt64 }
extension Float { public typealias _Key = UInt32 }
extension Double { public typealias _Key = UInt64 }

// MARK: - Keys of an array

/// The keys of an array's elements, those along some axes side by side.
struct KeyRows<Element: NDScalar> {
  let storage: Storage
  /// How many rows there are, and how many keys in each.
  let rows: Int
  let count: Int

  var keys: UnsafeMutablePointer<Element._Key> { storage.pointer(to: Element._Key.self) }
}

extension NDArray {
  /// The keys with the elements along `axes`, ascending, as rows. Complexity: O(`count`).
  func keyRows(axes: [Int], signedZeros: Bool = false) -> KeyRows<Element> {
    let kept = allAxes.filter { !axes.contains($0) }
    let source = layout.permuted(kept + axes)
    let storage = Storage.make(of: Element._Key.self, count: count)
    let keys = KeyRows<Element>(
      storage: storage, rows: kept.reduce(1) { $0 * layout.shape[$1] },
      count: axes.reduce(1) { $0 * layout.shape[$1] })
    let loop = _Loop.over(shape: source.shape, source, Layout(contiguous: source.shape))
    withPointer { Element._encode(loop, $0, keys.keys, signedZeros: signedZeros) }
    return keys
  }
}

extension KeyRows {
  /// The elements in the memory of the keys, which must not be used any more. The rows run along `axis`
  /// of the result's shape.
  consuming func array(shape: Dims, axis: Int) -> NDArray<Element> {
    Element._decode(storage.base, count: rows * count)
    return NDArray(storage: storage, layout: Layout(rowsAlong: axis, of: shape))
  }
}

extension Layout {
  /// Dense from offset 0 with the elements along `axis` side by side.
  init(rowsAlong axis: Int, of shape: Dims) {
    var order = Dims(0..<shape.count)
    order.remove(at: axis)
    order.append(axis)
    let rows = Layout(contiguous: Layout(contiguous: shape).permuted(order).shape)
    var back = Dims(repeating: 0, count: shape.count)
    for (to, from) in order.enumerated() { back[from] = to }
    self = rows.permuted(back)
  }
}
