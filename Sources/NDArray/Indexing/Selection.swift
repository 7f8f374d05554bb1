import CKernels

/// The indices of one list that are arrays, and the integers among them, on their way to become one array
/// of offsets.
struct Selection {
  private let layout: Layout
  private var selectors: [Selector] = []
  /// The axis of the result at which the first run of arrays stands.
  private var firstAxis = 0
  private var runs = 0
  private var inRun = false

  private enum Selector {
    /// Positions along one axis, not looked at yet.
    case positions(NDArray<Int>, axis: Int)
    /// The offsets of the positions where a mask is true, or of an integer.
    case offsets(NDArray<Int>)

    var shape: Dims {
      switch self {
      case .positions(let positions, _): positions.layout.shape
      case .offsets(let offsets): offsets.layout.shape
      }
    }
  }

  init(of layout: Layout) { self.layout = layout }

  /// Something else than an array or an integer stands next, if only an ellipsis of no axes.
  mutating func endRun() { inRun = false }

  /// Takes an index that stands for `axis` and behind `position` axes of the view.
  ///
  /// - Returns: how many axes it stands for.
  mutating func add(_ item: _IndexItem, axis: Int, at position: Int) -> Int {
    if !inRun {
      runs += 1
      if runs == 1 { firstAxis = position }
      inRun = true
    }
    switch item {
    case .integer(let position):
      selectors.append(.offsets(offsets(of: NDArray(position), axis)))
      return 1
    case .positions(let positions) where positions.rank == 0:
      selectors.append(.offsets(offsets(of: positions, axis)))
      return 1
    case .positions(let positions):
      selectors.append(.positions(positions, axis: axis))
      return 1
    case .mask(let mask):
      selectors.append(.offsets(offsets(of: mask, at: axis)))
      return mask.rank
    case .slice, .newAxis, .ellipsis:
      fail("not an array of positions")
    }
  }

  /// All arrays broadcast together. They stand where they were written if they were written side by
  /// side, else in front.
  func gather() -> IndexPlan.Gather {
    let shape = selectors.dropFirst().reduce(selectors[0].shape) { shape, selector in
      guard let result = Layout.common(shape, selector.shape) else {
        let shapes = selectors.map(\.shape.text).joined(separator: " ")
        fail(
          "shape mismatch: indexing arrays could not be broadcast together with shapes \(shapes)")
      }
      return result
    }
    let axis = runs > 1 ? 0 : firstAxis
    // NumPy does not look at arrays of positions that no one will read.
    if shape.contains(0) {
      return IndexPlan.Gather(offsets: NDArray(shape: shape) { _ in }, axis: axis)
    }
    let sum = selectors.dropFirst().reduce(offsets(selectors[0])) { $0 + offsets($1) }
    return IndexPlan.Gather(offsets: sum.contiguous(), axis: axis)
  }

  private func offsets(_ selector: Selector) -> NDArray<Int> {
    switch selector {
    case .offsets(let offsets): offsets
    case .positions(let positions, let axis): offsets(of: positions, axis)
    }
  }

  /// The offset of each position along an axis; traps where the axis has none.
  private func offsets(of positions: NDArray<Int>, _ axis: Int) -> NDArray<Int> {
    let (extent, stride) = (layout.shape[axis], layout.strides[axis])
    let positions = positions.contiguous()
    let count = positions.count
    return positions.withPointer { first in
      let range = Int64._range(i64(first), count: count)
      if range.lowerBound < -extent || range.upperBound >= extent {
        for i in 0..<count { _ = IndexPlan.checked(first[i], extent, axis) }
      }
      if range.lowerBound >= 0 && stride == 1 { return positions }
      return NDArray(shape: positions.layout.shape) { out in
        for i in 0..<count {
          let position = first[i]
          out[i] = (position < 0 ? position &+ extent : position) &* stride
        }
      }
    }
  }

  /// The offsets of the elements on which a mask that lies over the axes from `axis` on is true; traps
  /// when it does not fit them.
  private func offsets(of mask: NDArray<Bool>, at axis: Int) -> NDArray<Int> {
    for i in 0..<mask.rank {
      require(
        mask.layout.shape[i] == layout.shape[axis + i],
        """
        boolean index did not match indexed array along axis \(axis + i); size of axis is \
        \(layout.shape[axis + i]) but size of corresponding boolean axis is \(mask.layout.shape[i])
        """)
    }
    return mask.offsets(strides: Dims(layout.strides[axis..<(axis + mask.rank)]))
  }
}

extension NDArray where Element == Bool {
  /// For each true element in C order, the offset of its place in a layout with these strides.
  func offsets(strides: Dims) -> NDArray<Int> {
    let mask = contiguous()
    let total = mask.sum()
    // Where the offsets are those of C order, all elements are one row.
    let isRow = Layout(shape: layout.shape, strides: strides, offset: 0).isContiguous
    let width = isRow ? count : layout.shape[rank - 1]
    let step = isRow ? 1 : strides[rank - 1]
    let axes = isRow ? 0 : rank - 1
    let rows = Layout(
      shape: Dims(layout.shape.prefix(axes)), strides: Dims(strides.prefix(axes)), offset: 0)
    let storage = Storage.make(of: Int.self, count: total + 64 / MemoryLayout<Int>.size)
    let out = i64(storage.pointer(to: Int.self))
    mask.withPointer { mask in
      var found = 0
      for row in 0..<rows.count where found < total {
        found += ck_positions(
          mask + row &* width, rows.offset(ofElement: row), step, out + found, width)
      }
    }
    return NDArray<Int>(storage: storage, layout: Layout(contiguous: [total]))
  }
}
