import CKernels

/// A type whose elements map to signed integers in the same order.
///
/// Everything that sorts, selects or groups works on these keys, so that its code exists for two types
/// instead of twelve and needs no thought about NaN.
public protocol _Ordered {
  associatedtype _Key: _SortKey

  /// The key of every NaN, the largest there is; nil for types without NaN.
  static var _nanKey: _Key? { get }
  /// Writes the keys of `count` elements. With `signedZeros`, −0 comes before 0; else the two are the same.
  static func _encode(
    _ a: UnsafePointer<Self>, count: Int, _ out: UnsafeMutablePointer<_Key>, signedZeros: Bool)
  /// Writes the elements that `count` keys stand for to their memory, or before it if they are smaller.
  static func _decode(
    _ keys: UnsafeMutablePointer<_Key>, count: Int, _ out: UnsafeMutableRawPointer)
  /// The position at which each of `count` values belongs in a sorted row of `length`.
  static func _search(
    _ side: SearchSide, _ sorted: UnsafePointer<Self>, length: Int, _ values: UnsafePointer<Self>,
    count: Int, _ out: UnsafeMutablePointer<Int>)
}

extension NDInteger {
  public static var _nanKey: _Key? { nil }

  public static func _encode(
    _ a: UnsafePointer<Self>, count: Int, _ out: UnsafeMutablePointer<_Key>, signedZeros: Bool
  ) {
    for i in 0..<count { out[i] = _Key(truncatingIfNeeded: a[i]) ^ sign }
  }

  public static func _decode(
    _ keys: UnsafeMutablePointer<_Key>, count: Int, _ out: UnsafeMutableRawPointer
  ) {
    if isSigned && bitWidth == _Key.bitWidth { return }
    replace(keys, count: count, out) { (key: _Key) in Self(truncatingIfNeeded: key ^ sign) }
  }

  /// What makes 0 the least key where a key has no bit to spare for the sign.
  private static var sign: _Key { !isSigned && bitWidth == _Key.bitWidth ? .min : 0 }
}

extension NDFloat {
  public static func _encode(
    _ a: UnsafePointer<Self>, count: Int, _ out: UnsafeMutablePointer<_Key>, signedZeros: Bool
  ) {
    if Self.self == Double.self {
      ck_k64_keys(f64(a), signedZeros, bound(out), count)
    } else {
      ck_k32_keys(f32(a), signedZeros, bound(out), count)
    }
  }

  public static func _decode(
    _ keys: UnsafeMutablePointer<_Key>, count: Int, _ out: UnsafeMutableRawPointer
  ) {
    if Self.self == Double.self {
      ck_k64_numbers(bound(keys), count)
    } else {
      ck_k32_numbers(bound(keys), count)
    }
  }
}

extension Bool {
  public typealias _Key = Int32
  public static var _nanKey: Int32? { nil }

  public static func _encode(
    _ a: UnsafePointer<Bool>, count: Int, _ out: UnsafeMutablePointer<Int32>, signedZeros: Bool
  ) {
    for i in 0..<count { out[i] = a[i] ? 1 : 0 }
  }

  public static func _decode(
    _ keys: UnsafeMutablePointer<Int32>, count: Int, _ out: UnsafeMutableRawPointer
  ) {
    replace(keys, count: count, out) { (key: Int32) in key != 0 }
  }
}

/// Replaces `count` keys by elements that are no larger, which begin no later.
@inline(__always)
private func replace<Key, New>(
  _ keys: UnsafeMutableRawPointer, count: Int, _ out: UnsafeMutableRawPointer, _ f: (Key) -> New
) {
  for i in 0..<count {
    let key = keys.load(fromByteOffset: i &* MemoryLayout<Key>.stride, as: Key.self)
    out.storeBytes(of: f(key), toByteOffset: i &* MemoryLayout<New>.stride, as: New.self)
  }
}

/// A pointer to what is known to be of type `To`.
@inline(__always)
func bound<From, To>(_ a: UnsafePointer<From>) -> UnsafePointer<To> {
  UnsafeRawPointer(a).assumingMemoryBound(to: To.self)
}

@inline(__always)
func bound<From, To>(_ a: UnsafeMutablePointer<From>) -> UnsafeMutablePointer<To> {
  UnsafeMutableRawPointer(a).assumingMemoryBound(to: To.self)
}

extension Int { public typealias _Key = Int64 }
extension Int8 { public typealias _Key = Int32 }
extension Int16 { public typealias _Key = Int32 }
extension Int32 { public typealias _Key = Int32 }
extension Int64 { public typealias _Key = Int64 }
extension UInt { public typealias _Key = Int64 }
extension UInt8 { public typealias _Key = Int32 }
extension UInt16 { public typealias _Key = Int32 }
extension UInt32 { public typealias _Key = Int32 }
extension UInt64 { public typealias _Key = Int64 }

extension Float {
  public typealias _Key = Int32
  public static var _nanKey: Int32? { Int32(bitPattern: nan.bitPattern) }
}

extension Double {
  public typealias _Key = Int64
  public static var _nanKey: Int64? { Int64(bitPattern: nan.bitPattern) }
}

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
    let storage = Storage.make(of: Element._Key.self, count: count)
    let length = axes.reduce(1) { $0 * layout.shape[$1] }
    let keys = KeyRows<Element>(storage: storage, rows: count / Swift.max(length, 1), count: length)
    rows(along: axes).withPointer { elements in
      let work = count * MemoryLayout<Element._Key>.size * _Loop.Cost.copy.rawValue
      Parts.forEach(of: count, unit: 64, work: work) { part in
        let first = part.lowerBound
        Element._encode(
          elements + first, count: part.count, keys.keys + first, signedZeros: signedZeros)
      }
    }
    return keys
  }

  /// The elements with the keys of each row along `axis` rearranged by `body`. −0 comes before 0.
  func rearranged(
    along axis: Int, _ body: (_ keys: UnsafeMutablePointer<Element._Key>, _ count: Int) -> Void
  ) -> NDArray {
    let storage = Storage.make(of: Element._Key.self, count: count)
    let keys = storage.pointer(to: Element._Key.self)
    let length = Swift.max(layout.shape[axis], 1)
    // Some rows at a time, whose keys stay in the cache.
    let block = Swift.max(1, 2048 / length) * length
    let blocks = (count + block - 1) / block
    // Smaller elements take the place of keys before them.
    let size = MemoryLayout<Element>.size
    let work = size == MemoryLayout<Element._Key>.size ? sortingWork(Element._Key.self, count) : 0
    rows(along: [axis]).withPointer { elements in
      Parts.forEach(of: blocks, unit: 1, work: work) { part in
        for start in part.map({ $0 * block }) {
          let end = Swift.min(start + block, count)
          Element._encode(
            elements + start, count: end - start, keys + start, signedZeros: true)
          for row in Swift.stride(from: start, to: end, by: length) { body(keys + row, length) }
          Element._decode(
            keys + start, count: end - start, storage.base + start * size)
        }
      }
    }
    return NDArray(storage: storage, layout: Layout(rowsAlong: axis, of: layout.shape))
  }

  /// The elements in C order with `axes` last.
  private func rows(along axes: [Int]) -> NDArray {
    let order = allAxes.filter { !axes.contains($0) } + axes
    return view(layout.permuted(order)).contiguous()
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
