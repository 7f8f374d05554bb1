/// Where an array's elements lie in its storage: a shape, a stride per axis and an offset, all
/// counted in elements. A stride may be zero (broadcast) or negative (reversed).
///
/// Both lists are kept in one value, which each array carries: without a reference up to four axes, with one beyond.
struct Layout: Sendable {
  /// All there is of a layout of up to four axes; of one that has more, the rank and the offset.
  var short: ShortLayout
  /// The shape and the strides, if there are more axes.
  let spill: Spill?

  final class Spill: Sendable {
    fileprivate let shape, strides: [Int]

    fileprivate init(shape: [Int], strides: [Int]) {
      (self.shape, self.strides) = (shape, strides)
    }
  }

  @inline(__always)
  init(_ short: ShortLayout, _ spill: Spill?) { (self.short, self.spill) = (short, spill) }

  @inline(__always)
  init(shape: Dims, strides: Dims, offset: Int) {
    short = ShortLayout(
      rank: shape.count, offset: offset, extents: ShortLayout.Four(shape.inline),
      steps: ShortLayout.Four(strides.inline))
    spill = shape.spill.map { Spill(shape: $0, strides: strides.spill!) }
  }

  @inline(__always)
  var rank: Int { short.rank }

  @inline(__always)
  var offset: Int {
    get { short.offset }
    set { short.offset = newValue }
  }

  /// May be set to a shape of the same rank.
  @inline(__always)
  var shape: Dims {
    get { Dims(inline: short.extents.vector, spill: spill?.shape, count: rank) }
    set { self = Layout(shape: newValue, strides: strides, offset: offset) }
  }

  /// May be set to as many.
  @inline(__always)
  var strides: Dims {
    get { Dims(inline: short.steps.vector, spill: spill?.strides, count: rank) }
    set { self = Layout(shape: shape, strides: newValue, offset: offset) }
  }

  /// Elements one after another in C order: the last axis varies fastest.
  init(contiguous shape: Dims) {
    if let short = ShortLayout(packed: shape, offset: 0) {
      self.init(short, nil)
      return
    }
    self.init(shape: shape, strides: shape.packedStrides, offset: 0)
  }

  var count: Int {
    @inline(__always) get {
      if spill == nil, let count = short.count { return count }
      return shape.product
    }
  }

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
  var isPacked: Bool { spill == nil ? short.isPacked : strides == shape.packedStrides }

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

extension Layout: Equatable {
  static func == (lhs: Layout, rhs: Layout) -> Bool {
    lhs.offset == rhs.offset && lhs.shape == rhs.shape && lhs.strides == rhs.strides
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
    if spill == nil { return Layout(short.permuted(order), nil) }
    let (shape, strides) = (shape, strides)
    return Layout(
      shape: Dims(order.map { shape[$0] }), strides: Dims(order.map { strides[$0] }),
      offset: offset)
  }

  /// The axes in reverse order.
  var transposed: Layout {
    if spill == nil { return Layout(short.transposed, nil) }
    return Layout(
      shape: Dims(shape.reversed()), strides: Dims(strides.reversed()), offset: offset)
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
    if rank < 4 { return Layout(short.inserting(extent: extent, stride: stride, at: axis), nil) }
    var (shape, strides) = (shape, strides)
    shape.insert(extent, at: axis)
    strides.insert(stride, at: axis)
    return Layout(shape: shape, strides: strides, offset: offset)
  }

  func removing(axis: Int) -> Layout {
    if spill == nil { return Layout(short.removing(axis: axis), nil) }
    var (shape, strides) = (shape, strides)
    shape.remove(at: axis)
    strides.remove(at: axis)
    return Layout(shape: shape, strides: strides, offset: offset)
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
    require(
      result.countedProduct != nil,
      "\(operation): shape \(result.text) has more elements than an Int can count")
    return result
  }

  /// This layout stretched to `target`, or nil when it does not fit.
  func stretched(to target: Dims) -> Layout? {
    if shape == target { return self }
    guard rank <= target.count else { return nil }
    let (shape, strides) = (shape, strides)
    var stretched = Dims(repeating: 0, count: target.count)
    for i in 1..<(rank + 1) {
      let from = rank - i
      let to = target.count - i
      if shape[from] == target[to] {
        stretched[to] = strides[from]
      } else if shape[from] != 1 {
        return nil
      }
    }
    return Layout(shape: target, strides: stretched, offset: offset)
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
