/// What a list of indices selects from a layout: a view, and, where arrays of positions take part,
/// the offsets at which the view is to be read or written.
struct IndexPlan {
  /// What slices and integers leave of the array. Axes that position arrays index are not in it.
  private(set) var view: Layout
  private(set) var gather: Gather?
  /// Whether an integer stands for every axis and nothing else is written: one element is selected,
  /// which is not the same as an array that has one.
  private(set) var isElement: Bool
  /// Whether one mask stands for all axes, with nothing beside it.
  private(set) var isWholeMask: Bool

  /// The selected positions of the axes that arrays index, broadcast together.
  struct Gather {
    /// For each of them the offset into the storage, in C order.
    var offsets: NDArray<Int>
    /// The axis of the result at which their axes begin.
    var axis: Int
  }

  /// The shape of what is selected.
  var shape: Dims {
    guard let gather else { return view.shape }
    var shape = view.shape
    for (i, extent) in gather.offsets.layout.shape.enumerated() {
      shape.insert(extent, at: gather.axis + i)
    }
    return shape
  }

  /// Resolves `indices` against `layout` by NumPy's rules; traps when they do not fit.
  init(_ indices: [any NDIndex], in layout: Layout) {
    view = Layout(shape: [], strides: [], offset: layout.offset)
    let census = Census(indices)
    census.check(rank: layout.rank)
    isElement = census.isElement(rank: layout.rank)
    isWholeMask = indices.count == 1 && census.masks == 1 && census.consumed == layout.rank
    var selection = census.arrays > 0 ? Selection(of: layout) : nil
    var axis = 0
    for index in indices {
      let item = index._item
      switch item {
      case .newAxis:
        append(extent: 1, stride: 0)
        selection?.endRun()
      case .ellipsis:
        appendWhole(layout, axis, census.rest(rank: layout.rank))
        axis += census.rest(rank: layout.rank)
        selection?.endRun()
      case .slice(let from, let to, let by):
        appendSlice(from, to, by, extent: layout.shape[axis], stride: layout.strides[axis])
        axis += 1
        selection?.endRun()
      case .integer(let position) where selection == nil:
        view.offset +=
          IndexPlan.checked(position, layout.shape[axis], axis) * layout.strides[axis]
        axis += 1
      case .integer, .positions, .mask:
        axis += selection!.add(item, axis: axis, at: view.rank)
      }
    }
    appendWhole(layout, axis, layout.rank - axis)
    gather = selection?.gather()
  }

  private mutating func append(extent: Int, stride: Int) {
    view = view.inserting(extent: extent, stride: stride, at: view.rank)
  }

  private mutating func appendWhole(_ layout: Layout, _ axis: Int, _ count: Int) {
    for i in axis..<(axis + count) { append(extent: layout.shape[i], stride: layout.strides[i]) }
  }

  private mutating func appendSlice(
    _ from: Int?, _ to: Int?, _ step: Int, extent: Int, stride: Int
  ) {
    let (start, length) = IndexPlan.resolved(from, to, step, extent)
    if length > 0 { view.offset += start * stride }
    append(extent: length, stride: stride &* step)
  }

  /// The first position of a slice of an axis, and how many there are.
  @inline(__always)
  static func resolved(
    _ from: Int?, _ to: Int?, _ step: Int, _ extent: Int
  ) -> (start: Int, length: Int) {
    func clamp(_ bound: Int, _ low: Int, _ high: Int) -> Int {
      Swift.min(Swift.max(bound < 0 ? bound + extent : bound, low), high)
    }
    let (low, high) = step > 0 ? (0, extent) : (-1, extent - 1)
    let start = from.map { clamp($0, low, high) } ?? (step > 0 ? 0 : extent - 1)
    let stop = to.map { clamp($0, low, high) } ?? (step > 0 ? extent : -1)
    let distance = step > 0 ? stop - start : start - stop
    if distance <= 0 { return (start, 0) }
    return (start, step == 1 ? distance : Int((UInt(distance) - 1) / step.magnitude) + 1)
  }

  /// `position` counted from the front, or a trap when the axis has no such position.
  @inline(__always)
  static func checked(_ position: Int, _ extent: Int, _ axis: Int) -> Int {
    require(
      position >= -extent && position < extent,
      "index \(position) is out of bounds for axis \(axis) with size \(extent)")
    return position < 0 ? position + extent : position
  }
}

extension ShortLayout {
  /// What positions and slices, one index for each of the first axes, leave of this layout; nil where there are
  /// others among them, which take an ``IndexPlan``.
  func sliced(by indices: [any NDIndex]) -> ShortLayout? {
    if indices.count > rank { return nil }
    var result = ShortLayout(offset: offset)
    for axis in 0..<rank {
      var (extent, stride) = (extents[axis], steps[axis])
      if axis < indices.count {
        switch indices[axis]._item {
        case .integer(let position):
          result.offset += IndexPlan.checked(position, extent, axis) * stride
          continue
        case .slice(let from, let to, let by):
          let (start, length) = IndexPlan.resolved(from, to, by, extent)
          if length > 0 { result.offset += start * stride }
          (extent, stride) = (length, stride &* by)
        default: return nil
        }
      }
      result.append(extent: extent, stride: stride)
    }
    return result
  }
}

/// How many indices of each kind there are.
private struct Census {
  var integers = 0
  var others = 0
  var ellipses = 0
  var arrays = 0
  var masks = 0
  /// How many axes the indices stand for.
  var consumed = 0

  init(_ indices: [any NDIndex]) {
    for index in indices {
      switch index._item {
      case .integer:
        integers += 1
        consumed += 1
      case .slice:
        others += 1
        consumed += 1
      case .newAxis: others += 1
      case .ellipsis: ellipses += 1
      case .positions(let positions):
        arrays += 1
        consumed += 1
        if positions.rank == 0 { integers += 1 } else { others += 1 }
      case .mask(let mask):
        arrays += 1
        masks += 1
        consumed += mask.rank
        others += 1
      }
    }
  }

  func check(rank: Int) {
    require(ellipses <= 1, "an index can only have a single ellipsis ('.ellipsis')")
    require(
      consumed <= rank,
      "too many indices for array: array is \(rank)-dimensional, but \(consumed) were indexed")
  }

  func isElement(rank: Int) -> Bool { others == 0 && ellipses == 0 && integers == rank }

  /// How many axes an ellipsis stands for.
  func rest(rank: Int) -> Int { rank - consumed }
}

// MARK: - Reading and writing

extension IndexPlan {
  /// Calls `body` with the pairs of regions that belong together: at an offset of the indexed array,
  /// and at an offset of an array in C order of what is selected. With `work`, on several threads.
  func forEachRegion(work: Int = 0, _ body: (_ source: Int, _ selected: Int) -> Void) {
    guard let gather else { return body(0, 0) }
    // The axes of the positions stand together in the selection, so their regions are evenly spaced.
    var step = 1
    for axis in gather.axis..<view.rank { step *= view.shape[axis] }
    gather.offsets.withPointer { offsets in
      Parts.forEach(of: gather.offsets.count, unit: 1, work: work) { part in
        for i in part { body(offsets[i], i &* step) }
      }
    }
  }

  /// The layout of one region inside an array in C order of what is selected.
  var region: Layout {
    guard let gather else { return Layout(contiguous: view.shape) }
    var strides = shape.packedStrides
    for _ in 0..<gather.offsets.rank { strides.remove(at: gather.axis) }
    return Layout(shape: view.shape, strides: strides, offset: 0)
  }
}
