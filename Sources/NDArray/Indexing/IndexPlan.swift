/// What a list of indices selects from a layout: a view, and, where arrays of positions take part,
/// the offsets at which the view is to be read or written.
struct IndexPlan {
  /// What slices and integers leave of the array. Axes that position arrays index are not in it.
  private(set) var view: Layout
  private(set) var gather: Gather?

  /// The selected positions of the axes that arrays index, broadcast together.
  struct Gather {
    /// The shape of the position arrays after broadcasting.
    var shape: Dims
    /// For each of them in C order, the offset into the storage.
    var offsets: [Int]
    /// The axis of the result at which `shape` begins.
    var axis: Int
  }

  /// The shape of what is selected.
  var shape: Dims {
    guard let gather else { return view.shape }
    var shape = view.shape
    for (i, extent) in gather.shape.enumerated() { shape.insert(extent, at: gather.axis + i) }
    return shape
  }

  /// Resolves `indices` against `layout` by NumPy's rules; traps when they do not fit.
  init(_ indices: [any NDIndex], in layout: Layout) {
    let items = IndexPlan.complete(indices.map(\._item), for: layout)
    let isAdvanced = items.contains { if case .positions = $0 { true } else { false } }

    view = Layout(shape: [], strides: [], offset: layout.offset)
    var selectors: [Selector] = []
    var firstAxis = 0
    var runs = 0
    var inRun = false
    var axis = 0
    for item in items {
      switch item {
      case .newAxis:
        view = view.inserting(extent: 1, stride: 0, at: view.rank)
        inRun = false
      case .slice(let from, let to, let by):
        appendSlice(from, to, by, extent: layout.shape[axis], stride: layout.strides[axis])
        axis += 1
        inRun = false
      case .integer(let position) where !isAdvanced:
        let extent = layout.shape[axis]
        view.offset += IndexPlan.checked(position, extent, axis) * layout.strides[axis]
        axis += 1
      case .integer, .positions:
        if !inRun {
          runs += 1
          if runs == 1 { firstAxis = view.rank }
          inRun = true
        }
        selectors.append(Selector(item, axis: axis, in: layout))
        axis += 1
      case .ellipsis, .mask:
        break
      }
    }
    if isAdvanced {
      gather = IndexPlan.combine(selectors, at: runs > 1 ? 0 : firstAxis)
    }
  }

  private mutating func appendSlice(_ from: Int?, _ to: Int?, _ step: Int, extent: Int, stride: Int)
  {
    func clamp(_ bound: Int, _ range: ClosedRange<Int>) -> Int {
      Swift.min(Swift.max(bound < 0 ? bound + extent : bound, range.lowerBound), range.upperBound)
    }
    let range = step > 0 ? 0...extent : -1...(extent - 1)
    let start = from.map { clamp($0, range) } ?? (step > 0 ? 0 : extent - 1)
    let stop = to.map { clamp($0, range) } ?? (step > 0 ? extent : -1)
    let distance = step > 0 ? stop - start : start - stop
    let length = distance > 0 ? (distance - 1) / Int(step.magnitude) + 1 : 0
    if length > 0 { view.offset += start * stride }
    view = view.inserting(extent: length, stride: stride &* step, at: view.rank)
  }
}

// MARK: - Reading the indices

extension IndexPlan {
  /// Replaces masks by the positions they select and the ellipsis by whole axes, so that what is
  /// left names every axis.
  private static func complete(_ items: [_IndexItem], for layout: Layout) -> [_IndexItem] {
    var consumed = 0
    var ellipses = 0
    for item in items {
      switch item {
      case .integer, .slice, .positions: consumed += 1
      case .mask(let mask): consumed += mask.rank
      case .newAxis: break
      case .ellipsis: ellipses += 1
      }
    }
    require(ellipses <= 1, "an index can only have a single ellipsis ('.ellipsis')")
    require(
      consumed <= layout.rank,
      "too many indices for array: array is \(layout.rank)-dimensional, but \(consumed) were indexed"
    )

    let rest = [_IndexItem](
      repeating: .slice(from: nil, to: nil, by: 1), count: layout.rank - consumed)
    var result: [_IndexItem] = []
    var axis = 0
    for item in ellipses == 0 ? items + [.ellipsis] : items {
      switch item {
      case .ellipsis:
        result += rest
        axis += rest.count
      case .mask(let mask):
        result += positions(of: mask, at: axis, in: layout)
        axis += mask.rank
      case .newAxis:
        result.append(item)
      case .integer, .slice, .positions:
        result.append(item)
        axis += 1
      }
    }
    return result
  }

  private static func positions(
    of mask: NDArray<Bool>, at axis: Int, in layout: Layout
  ) -> [_IndexItem] {
    require(mask.rank > 0, "a mask needs at least one axis")
    for i in 0..<mask.rank {
      require(
        mask.layout.shape[i] == layout.shape[axis + i],
        """
        boolean index did not match indexed array along axis \(axis + i); size of axis is \
        \(layout.shape[axis + i]) but size of corresponding boolean axis is \(mask.layout.shape[i])
        """)
    }
    return mask.nonzero().map { .positions($0) }
  }

  /// `position` counted from the front, or a trap when the axis has no such position.
  static func checked(_ position: Int, _ extent: Int, _ axis: Int) -> Int {
    require(
      position >= -extent && position < extent,
      "index \(position) is out of bounds for axis \(axis) with size \(extent)")
    return position < 0 ? position + extent : position
  }
}

// MARK: - Arrays of positions

extension IndexPlan {
  /// The offsets that one array of positions selects along one axis.
  private struct Selector {
    var offsets: NDArray<Int>

    init(_ item: _IndexItem, axis: Int, in layout: Layout) {
      let positions =
        switch item {
        case .integer(let position): NDArray(position)
        case .positions(let positions): positions
        default: fail("not an array of positions")
        }
      let extent = layout.shape[axis]
      let stride = layout.strides[axis]
      offsets = NDArray(
        positions.elements.map { checked($0, extent, axis) * stride }, shape: positions.shape)
    }
  }

  private static func combine(_ selectors: [Selector], at axis: Int) -> Gather {
    let shape = selectors.dropFirst().reduce(selectors[0].offsets.layout.shape) { shape, selector in
      guard let result = Layout.common(shape, selector.offsets.layout.shape) else {
        let shapes = selectors.map(\.offsets.layout.shape.text).joined(separator: " ")
        fail(
          "shape mismatch: indexing arrays could not be broadcast together with shapes \(shapes)")
      }
      return result
    }
    let sum = selectors.reduce(NDArray<Int>.zeros(Array(shape))) { $0 + $1.offsets }
    return Gather(shape: shape, offsets: sum.elements, axis: axis)
  }
}

// MARK: - Reading and writing

extension IndexPlan {
  /// Calls `body` with the pairs of regions that belong together: at an offset of the indexed array,
  /// and at an offset of an array in C order of what is selected.
  func forEachRegion(_ body: (_ source: Int, _ selected: Int) -> Void) {
    guard let gather else { return body(0, 0) }
    let strides = Layout.cStrides(shape)
    let selected = Layout(
      shape: gather.shape,
      strides: Dims((0..<gather.shape.count).map { strides[gather.axis + $0] }), offset: 0)
    for (i, offset) in gather.offsets.enumerated() {
      body(offset, selected.offset(ofElement: i))
    }
  }

  /// The layout of one region inside an array in C order of what is selected.
  var region: Layout {
    guard let gather else { return Layout(contiguous: view.shape) }
    var strides = Layout.cStrides(shape)
    for _ in 0..<gather.shape.count { strides.remove(at: gather.axis) }
    return Layout(shape: view.shape, strides: strides, offset: 0)
  }
}
