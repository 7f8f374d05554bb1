/// A layout of up to four axes: plain numbers, which are copied without counting references, in objects too, where
/// they are aligned as such. (Objects that are aligned as vectors do not come from malloc.)
struct ShortLayout: Sendable {
  private(set) var rank: Int
  var offset: Int
  /// The shape and the strides, and zeros for axes that are not there.
  private(set) var extents, steps: Four

  struct Four: Equatable {
    var x, y, z, w: Int
  }

  @inline(__always)
  init(rank: Int, offset: Int, extents: Four, steps: Four) {
    (self.rank, self.offset, self.extents, self.steps) = (rank, offset, extents, steps)
  }

  /// No axes: one element.
  @inline(__always)
  init(offset: Int) {
    let none = Four(x: 0, y: 0, z: 0, w: 0)
    self.init(rank: 0, offset: offset, extents: none, steps: none)
  }

  /// The layout of a new array of a shape, or nil where there are more axes.
  @inline(__always)
  init?(packed shape: Dims, offset: Int) {
    if shape.spill != nil { return nil }
    let (extents, rank) = (Four(shape.inline), shape.count)
    self.init(rank: rank, offset: offset, extents: extents, steps: extents.packed(rank))
  }

  /// The same from offset 0 on.
  @inline(__always)
  var atStart: ShortLayout { ShortLayout(rank: rank, offset: 0, extents: extents, steps: steps) }

  /// Whether both have the same shape.
  @inline(__always)
  func hasShape(of other: ShortLayout) -> Bool { rank == other.rank && extents == other.extents }

  /// The number of elements, or nil when it overflows `Int`.
  @inline(__always)
  var count: Int? {
    let (x, overflowX) = extents.extent(0, of: rank).multipliedReportingOverflow(
      by: extents.extent(1, of: rank))
    let (y, overflowY) = x.multipliedReportingOverflow(by: extents.extent(2, of: rank))
    let (z, overflowZ) = y.multipliedReportingOverflow(by: extents.extent(3, of: rank))
    return overflowX || overflowY || overflowZ ? nil : z
  }

  /// Whether this is the layout of a new array of its shape.
  @inline(__always)
  var isPacked: Bool { steps == extents.packed(rank) }

  /// How far a position along one of the first three axes lies from the first; traps where there is none.
  @inline(__always)
  func step(to position: Int, along axis: Int) -> Int {
    IndexPlan.checked(position, extents[axis], axis) * steps[axis]
  }

  /// The axes in reverse order.
  @inline(__always)
  var transposed: ShortLayout {
    ShortLayout(
      rank: rank, offset: offset, extents: extents.reversed(rank), steps: steps.reversed(rank))
  }

  /// With one more axis, which becomes the last.
  @inline(__always)
  mutating func append(extent: Int, stride: Int) {
    extents[rank] = extent
    steps[rank] = stride
    rank += 1
  }

  /// The axes in another order.
  @inline(__always)
  func permuted(_ order: some Collection<Int>) -> ShortLayout {
    var result = ShortLayout(offset: offset)
    for axis in order { result.append(extent: extents[axis], stride: steps[axis]) }
    return result
  }

  /// With one more axis, where there are fewer than four.
  @inline(__always)
  func inserting(extent: Int, stride: Int, at axis: Int) -> ShortLayout {
    var result = ShortLayout(offset: offset)
    for i in 0..<axis { result.append(extent: extents[i], stride: steps[i]) }
    result.append(extent: extent, stride: stride)
    for i in axis..<rank { result.append(extent: extents[i], stride: steps[i]) }
    return result
  }

  /// Without one axis.
  @inline(__always)
  func removing(axis: Int) -> ShortLayout {
    ShortLayout(
      rank: rank - 1, offset: offset, extents: extents.removing(axis), steps: steps.removing(axis))
  }
}

extension ShortLayout.Four {
  /// The first `rank` of four numbers, and zeros.
  @inline(__always)
  init(_ x: Int, _ y: Int, _ z: Int, _ w: Int, rank: Int) {
    self.init(
      x: rank > 0 ? x : 0, y: rank > 1 ? y : 0, z: rank > 2 ? z : 0, w: rank > 3 ? w : 0)
  }

  @inline(__always)
  init(_ vector: SIMD4<Int>) {
    self.init(x: vector.x, y: vector.y, z: vector.z, w: vector.w)
  }

  @inline(__always)
  var vector: SIMD4<Int> { SIMD4(x, y, z, w) }

  @inline(__always)
  subscript(_ i: Int) -> Int {
    get { i == 0 ? x : i == 1 ? y : i == 2 ? z : w }
    set {
      self = Self(
        x: i == 0 ? newValue : x, y: i == 1 ? newValue : y, z: i == 2 ? newValue : z,
        w: i == 3 ? newValue : w)
    }
  }

  /// The strides of a new array of these extents. Axes that are not there count as one of extent 1.
  @inline(__always)
  fileprivate func packed(_ rank: Int) -> Self {
    let (w, z, y) = (Swift.max(w, 1), Swift.max(z, 1), Swift.max(y, 1))
    return Self(y &* z &* w, z &* w, w, 1, rank: rank)
  }

  /// The extent of an axis; 1 of one that is not there.
  @inline(__always)
  fileprivate func extent(_ axis: Int, of rank: Int) -> Int { axis < rank ? self[axis] : 1 }

  @inline(__always)
  fileprivate func reversed(_ rank: Int) -> Self {
    switch rank {
    case 2: Self(x: y, y: x, z: 0, w: 0)
    case 3: Self(x: z, y: y, z: x, w: 0)
    case 4: Self(x: w, y: z, z: y, w: x)
    default: self
    }
  }

  @inline(__always)
  fileprivate func removing(_ i: Int) -> Self {
    Self(x: i > 0 ? x : y, y: i > 1 ? y : z, z: i > 2 ? z : w, w: 0)
  }
}
