/// A short list of integers, one per axis: a shape, strides, or an order of axes.
///
/// Up to four axes live inside the value, so that an array of ordinary rank costs no allocation
/// beside its elements; higher ranks spill into an `Array`.
struct Dims: Sendable {
  private static var inlineCapacity: Int { 4 }

  private var inline: InlineArray<4, Int>
  private var spill: [Int]?
  private(set) var count: Int

  init() {
    inline = InlineArray(repeating: 0)
    spill = nil
    count = 0
  }

  init(repeating value: Int, count: Int) {
    inline = InlineArray(repeating: value)
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
    var result = 1
    var overflow = false
    var empty = false
    for i in 0..<count {
      if self[i] == 0 { empty = true }
      let (value, overflowed) = result.multipliedReportingOverflow(by: self[i])
      result = value
      overflow = overflow || overflowed
    }
    if empty { return 0 }
    require(!overflow, "shape \(text) has more elements than an Int can count")
    return result
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
  static func == (lhs: Dims, rhs: Dims) -> Bool {
    guard lhs.count == rhs.count else { return false }
    for i in 0..<lhs.count where lhs[i] != rhs[i] { return false }
    return true
  }
}

extension Dims: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: Int...) { self.init(elements) }
}
