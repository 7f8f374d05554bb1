/// A short list of integers, one per axis: a shape, strides, or an order of axes.
///
/// Up to four axes live inside the value, so that an array of ordinary rank costs no allocation
/// beside its elements; higher ranks spill into an `Array`.
struct Dims: Sendable {
  private static var inlineCapacity: Int { 4 }

  /// The first entries, and zeros.
  private(set) var inline: SIMD4<Int>
  /// All entries, if they are more.
  private(set) var spill: [Int]?
  private(set) var count: Int

  /// The parts of a list that is kept in another form; see ``Layout``.
  @inline(__always)
  init(inline: SIMD4<Int>, spill: [Int]?, count: Int) {
    self.inline = inline
    self.spill = spill
    self.count = count
  }

  init() {
    inline = SIMD4()
    spill = nil
    count = 0
  }

  init(repeating value: Int, count: Int) {
    inline = Dims.first(count, of: value, value, value, value)
    spill = count > Dims.inlineCapacity ? [Int](repeating: value, count: count) : nil
    self.count = count
  }

  @inline(__always)
  init(_ values: [Int]) {
    count = values.count
    spill = count > Dims.inlineCapacity ? values : nil
    inline =
      spill != nil
      ? SIMD4()
      : SIMD4(
        count > 0 ? values[0] : 0, count > 1 ? values[1] : 0, count > 2 ? values[2] : 0,
        count > 3 ? values[3] : 0)
  }

  init(_ values: some Collection<Int>) {
    self.init(repeating: 0, count: values.count)
    var i = 0
    for value in values {
      self[i] = value
      i += 1
    }
  }

  /// The first `count` of four numbers, and zeros.
  @inline(__always)
  private static func first(
    _ count: Int, of x: Int, _ y: Int, _ z: Int, _ w: Int
  ) -> SIMD4<Int> {
    SIMD4(count > 0 ? x : 0, count > 1 ? y : 0, count > 2 ? z : 0, count > 3 ? w : 0)
  }

  /// The product of all entries: the number of elements of a shape. Traps when it overflows `Int`.
  var product: Int {
    guard let product = countedProduct else {
      fail("shape \(text) has more elements than an Int can count")
    }
    return product
  }

  /// The product of all entries, or nil when it overflows `Int`.
  var countedProduct: Int? {
    var result = 1
    var overflow = false
    func multiply(by extent: Int) {
      let (value, overflowed) = result.multipliedReportingOverflow(by: extent)
      result = value
      overflow = overflow || overflowed
    }
    if let spill {
      for extent in spill { multiply(by: extent) }
    } else {
      for i in 0..<Dims.inlineCapacity { multiply(by: i < count ? inline[i] : 1) }
    }
    if overflow { return contains(0) ? 0 : nil }
    return result
  }

  /// The strides of a new array of this shape: C order, the last axis varies fastest.
  var packedStrides: Dims {
    var result = Dims(repeating: 1, count: count)
    for axis in stride(from: count - 1, to: 0, by: -1) {
      result[axis - 1] = result[axis] &* Swift.max(self[axis], 1)
    }
    return result
  }

  func contains(_ extent: Int) -> Bool {
    if let spill { return spill.contains(extent) }
    return (0..<Dims.inlineCapacity).contains { $0 < count && inline[$0] == extent }
  }

  mutating func append(_ value: Int) {
    if count < Dims.inlineCapacity {
      self[count] = value
      count += 1
    } else {
      insert(value, at: count)
    }
  }

  mutating func insert(_ value: Int, at position: Int) {
    var result = Dims(repeating: value, count: count + 1)
    for i in 0..<position { result[i] = self[i] }
    for i in position..<count { result[i + 1] = self[i] }
    self = result
  }

  @discardableResult
  mutating func remove(at position: Int) -> Int {
    var rest = Array(self)
    defer { self = Dims(rest) }
    return rest.remove(at: position)
  }

  /// As NumPy writes a shape: `()`, `(3,)`, `(2,3)`.
  var text: String {
    count == 1 ? "(\(self[0]),)" : "(" + map(String.init).joined(separator: ",") + ")"
  }
}

extension Dims: RandomAccessCollection, MutableCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(i: Int) -> Int {
    @inline(__always)
    get {
      if let spill { return spill[i] }
      return inline[i]
    }
    @inline(__always)
    set {
      if spill != nil {
        spill![i] = newValue
      } else {
        // Written to one place in memory, the vector could not be read soon after.
        inline = SIMD4(
          i == 0 ? newValue : inline.x, i == 1 ? newValue : inline.y,
          i == 2 ? newValue : inline.z, i == 3 ? newValue : inline.w)
      }
    }
  }
}

extension Dims: Equatable {
  @inline(__always)
  static func == (lhs: Dims, rhs: Dims) -> Bool {
    lhs.count == rhs.count
      && (lhs.spill == nil ? lhs.inline == rhs.inline : lhs.spill == rhs.spill)
  }
}

extension Dims: ExpressibleByArrayLiteral {
  @inline(__always)
  init(arrayLiteral elements: Int...) { self.init(elements) }
}
