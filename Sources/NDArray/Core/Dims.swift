/// A short list of integers, one per axis: a shape, strides, or an order of axes.
///
/// Up to four axes live inside the value, so that an array of ordinary rank costs no allocation
/// beside its elements; higher ranks spill into an `Array`.
struct Dims: Sendable {
  private static var inlineCapacity: Int { 4 }
  private static var positions: SIMD4<Int> { SIMD4(0, 1, 2, 3) }

  /// The first entries, and zeros.
  private var inline: SIMD4<Int>
  /// All entries, if they are more.
  private var spill: [Int]?
  private(set) var count: Int

  init() {
    inline = SIMD4()
    spill = nil
    count = 0
  }

  init(repeating value: Int, count: Int) {
    inline = SIMD4(repeating: value).replacing(with: 0, where: Dims.positions .>= count)
    spill = count > Dims.inlineCapacity ? [Int](repeating: value, count: count) : nil
    self.count = count
  }

  init(_ values: some Collection<Int>) {
    self.init(repeating: 0, count: values.count)
    var i = 0
    for value in values {
      self[i] = value
      i += 1
    }
  }

  /// The product of all entries: the number of elements of a shape. Traps when it overflows `Int`.
  var product: Int {
    if contains(0) { return 0 }
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
      for i in 0..<Dims.inlineCapacity { multiply(by: Swift.max(inline[i], 1)) }
    }
    require(!overflow, "shape \(text) has more elements than an Int can count")
    return result
  }

  /// The strides of a new array of this shape: C order, the last axis varies fastest.
  var packedStrides: Dims {
    if let spill {
      var strides = Dims(repeating: 1, count: count)
      for axis in stride(from: count - 1, to: 0, by: -1) {
        strides[axis - 1] = strides[axis] &* Swift.max(spill[axis], 1)
      }
      return strides
    }
    // Axes that are not there count as one of extent 1.
    var strides = SIMD4(repeating: 1)
    for axis in (1..<Dims.inlineCapacity).reversed() {
      strides[axis - 1] = strides[axis] &* Swift.max(inline[axis], 1)
    }
    var result = self
    result.inline = strides.replacing(with: 0, where: Dims.positions .>= count)
    return result
  }

  func contains(_ extent: Int) -> Bool {
    if let spill { return spill.contains(extent) }
    return any(inline .== extent .& Dims.positions .< count)
  }

  mutating func append(_ value: Int) {
    if count < Dims.inlineCapacity {
      inline[count] = value
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
    let removed = self[position]
    var result = Dims(repeating: 0, count: count - 1)
    for i in 0..<position { result[i] = self[i] }
    for i in position..<result.count { result[i] = self[i + 1] }
    self = result
    return removed
  }

  mutating func removeLast(_ number: Int) {
    if spill != nil {
      self = Dims(prefix(count - number))
    } else {
      count -= number
      inline.replace(with: 0, where: Dims.positions .>= count)
    }
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
      if spill != nil { spill![i] = newValue } else { inline[i] = newValue }
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
  init(arrayLiteral elements: Int...) { self.init(elements) }
}
