/// Where an array's elements lie in its storage: a shape, a stride per axis and an offset, all
/// counted in elements. A stride may be zero (broadcast) or negative (reversed).
struct Layout: Equatable, Sendable {
  var shape: Dims
  var strides: Dims
  var offset: Int

  init(shape: Dims, strides: Dims, offset: Int) {
    self.shape = shape
    self.strides = strides
    self.offset = offset
  }

  /// Elements one after another in C order: the last axis varies fastest.
  init(contiguous shape: Dims) {
    self.init(shape: shape, strides: shape.packedStrides, offset: 0)
  }

  var rank: Int { shape.count }
  var count: Int { shape.product }

  /// Whether the elements lie one after another in C order; those of an empty array do.
  var isContiguous: Bool {
    if isPacked { return true }
    var step = 1
    for axis in stride(from: rank - 1, through: 0, by: -1) {
      let extent = shape[axis]
      if extent != 1 {
        // Where there are no elements, no stride is ever used.
        if strides[axis] != step { return shape.contains(0) }
        step &*= extent
      }
    }
    return true
  }

  /// Whether this is the layout of a new array of its shape.
  @inline(__always)
  var isPacked: Bool { shape.isPacked(by: strides) }

  /// Whether this and the other are the layout of new arrays of one shape.
  @inline(__always)
  func isPacked(as other: Layout) -> Bool {
    shape == other.shape && strides == other.strides && isPacked
  }

  /// Whether two positions share one element, as along a broadcast axis or in sliding windows.
  var overlapsItself: Bool {
    if isContiguous { return false }
    var reach = 0
    for axis in (0..<rank).sorted(by: { abs(strides[$0]) < abs(strides[$1]) }) where shape[axis] > 1
    {
      if abs(strides[axis]) <= reach || strides[axis] == 0 { return true }
      reach += (shape[axis] - 1) * abs(strides[axis])
    }
    return false
  }

  /// The offset of the element at the C-order position `index`.
  func offset(ofElement index: Int) -> Int {
    var rest = index
    var result = offset
    for axis in stride(from: rank - 1, through: 0, by: -1) {
      result += (rest % shape[axis]) * strides[axis]
      rest /= shape[axis]
    }
    return result
  }
}

// MARK: - Axes

extension Layout {
  /// Turns an axis that may count from the end into one that does not; traps when there is none.
  func axis(_ axis: Int, of operation: StaticString) -> Int {
    require(
      axis >= -rank && axis < rank,
      "\(operation): axis \(axis) is out of bounds for array of dimension \(rank)")
    return axis < 0 ? axis + rank : axis
  }

  /// The same for several axes, in ascending order; traps when one is named twice.
  func axes(_ axes: [Int], of operation: StaticString) -> [Int] {
    let sorted = axes.map { axis($0, of: operation) }.sorted()
    for (a, b) in zip(sorted, sorted.dropFirst()) {
      require(a != b, "\(operation): duplicate value \(a) in axes \(axes)")
    }
    return sorted
  }

  /// The same for the axes of a reduction, for which NumPy lets a single number pass as a vector: its
  /// axes 0 and −1 are there to be named, and nothing happens along them.
  func reducedAxes(_ named: [Int], of operation: StaticString) -> [Int] {
    rank == 0 && (named == [0] || named == [-1]) ? [] : axes(named, of: operation)
  }

  func permuted(_ order: some Collection<Int>) -> Layout {
    var result = self
    for (to, from) in order.enumerated() {
      result.shape[to] = shape[from]
      result.strides[to] = strides[from]
    }
    return result
  }

  /// The axes in reverse order.
  var transposed: Layout {
    Layout(shape: shape.inReverse, strides: strides.inReverse, offset: offset)
  }

  /// The axis along which neighbours lie closest in memory; nil where neighbours are the same element.
  var fastestAxis: Int? {
    var fastest: Int?
    for axis in 0..<rank where shape[axis] > 1 {
      if strides[axis] == 0 { return nil }
      if let best = fastest, abs(strides[best]) < abs(strides[axis]) { continue }
      fastest = axis
    }
    return fastest
  }

  func inserting(extent: Int, stride: Int, at axis: Int) -> Layout {
    var result = self
    result.shape.insert(extent, at: axis)
    result.strides.insert(stride, at: axis)
    return result
  }

  func removing(axis: Int) -> Layout {
    var result = self
    result.shape.remove(at: axis)
    result.strides.remove(at: axis)
    return result
  }
}

// MARK: - Broadcasting

extension Layout {
  /// The shape that two shapes broadcast to, or nil when they do not fit.
  static func common(_ a: Dims, _ b: Dims) -> Dims? {
    if a == b { return a }
    let rank = Swift.max(a.count, b.count)
    var result = Dims(repeating: 1, count: rank)
    for i in 1..<(rank + 1) {
      let x = i <= a.count ? a[a.count - i] : 1
      let y = i <= b.count ? b[b.count - i] : 1
      guard x == y || x == 1 || y == 1 else { return nil }
      result[rank - i] = x == 1 ? y : x
    }
    return result
  }

  /// The shape that two operands share after broadcasting; traps when they do not fit.
  static func broadcast(_ a: Dims, _ b: Dims, in operation: StaticString) -> Dims {
    guard let result = common(a, b) else {
      fail(
        "\(operation): operands could not be broadcast together with shapes \(a.text) \(b.text)")
    }
    return result
  }

  /// This layout stretched to `target`, or nil when it does not fit.
  func stretched(to target: Dims) -> Layout? {
    if shape == target { return self }
    guard rank <= target.count else { return nil }
    var result = Layout(
      shape: target, strides: Dims(repeating: 0, count: target.count), offset: offset)
    for i in 1..<(rank + 1) {
      let from = rank - i
      let to = target.count - i
      if shape[from] == target[to] {
        result.strides[to] = strides[from]
      } else if shape[from] != 1 {
        return nil
      }
    }
    return result
  }

  /// This layout stretched to `target`; traps when it does not fit.
  func broadcast(to target: Dims, in operation: StaticString) -> Layout {
    guard let result = stretched(to: target) else {
      fail(
        "\(operation): could not broadcast input array from shape \(shape.text) into shape \(target.text)"
      )
    }
    return result
  }
}
