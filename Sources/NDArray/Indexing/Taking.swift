/// What happens to positions outside an axis.
public enum OutOfRange: Sendable {
  /// The program stops.
  case trap
  /// They count round and round.
  case wrap
  /// They become the first or the last position; negative ones the first.
  case clip
}

extension NDArray {
  /// The elements at `positions` along an axis; the axis is replaced by those of `positions`. Where an
  /// axis before it has no extent, or one behind it and nothing traps, positions are not looked at.
  public func taking(
    _ positions: NDArray<Int>, axis: Int, outOfRange: OutOfRange = .trap
  ) -> NDArray {
    let axis = layout.axis(axis, of: "take")
    let (before, behind) = (shape[..<axis], shape[(axis + 1)...])
    if before.contains(0) || behind.contains(0) && outOfRange != .trap {
      return NDArray.zeros(before + positions.shape + behind)
    }
    let all = [any NDIndex](repeating: AxisIndex.all, count: axis)
    let inside = positions.moved(inside: layout.shape[axis], outOfRange)
    return selecting(IndexPlan(all + [inside], in: layout))
  }

  /// The elements at `positions` in C order.
  public func taking(_ positions: NDArray<Int>, outOfRange: OutOfRange = .trap) -> NDArray {
    flattened().taking(positions, axis: 0, outOfRange: outOfRange)
  }

  /// The elements of an axis where `mask`, one-dimensional and at most as long as the axis, is true.
  public func compressed(_ mask: [Bool], axis: Int) -> NDArray {
    let axis = layout.axis(axis, of: "take")
    let mask = NDArray<Bool>(mask)
    return wholeMask([mask]).map { compressed(by: $0) } ?? taking(mask.nonzero()[0], axis: axis)
  }

  /// Along one axis, the elements that `positions` names for each place of the others. Both arrays
  /// broadcast except along the axis, as the results of `argMax` and `argSorted` need it.
  public func takingAlong(_ positions: NDArray<Int>, axis: Int) -> NDArray {
    selecting(IndexPlan(indices(along: axis, positions, "takeAlongAxis"), in: layout))
  }

  /// Writes `values` where ``takingAlong(_:axis:)`` would read.
  public mutating func putAlong(_ positions: NDArray<Int>, _ values: NDArray, axis: Int) {
    assign(values, at: indices(along: axis, positions, "putAlongAxis"))
  }

  private func indices(
    along axis: Int, _ positions: NDArray<Int>, _ operation: StaticString
  ) -> [any NDIndex] {
    let axis = layout.axis(axis, of: operation)
    require(
      positions.rank == rank,
      """
      \(operation): the positions and the array must have as many axes, got shapes \
      \(positions.layout.shape.text) and \(layout.shape.text)
      """)
    return allAxes.map { other in
      if other == axis { return positions }
      var shape = [Int](repeating: 1, count: rank)
      shape[other] = layout.shape[other]
      return NDArray<Int>.arange(layout.shape[other]).reshaped(shape)
    }
  }

  /// Writes `values`, repeated as often as needed, at `positions` in C order.
  public mutating func put(_ positions: NDArray<Int>, _ values: NDArray) {
    if positions.count == 0 { return }
    require(values.count > 0, "put: no values for \(positions.count) positions")
    let shape = self.shape
    var flat = flattened()
    self = NDArray(shape: []) { _ in }
    flat.assign(values.resized(positions.shape), at: [positions])
    self = flat.reshaped(shape)
  }

  /// Writes `value` on the main diagonal: where all positions are equal.
  public mutating func fillDiagonal(_ value: Element) {
    require(rank >= 2, "fillDiagonal: array must be at least 2-d, got shape \(layout.shape.text)")
    require(
      rank == 2 || Set(shape).count == 1,
      "fillDiagonal: all dimensions of shape \(layout.shape.text) must be of equal length")
    let diagonal = NDArray<Int>.arange(shape.min() ?? 0)
    assign(NDArray(value), at: [any NDIndex](repeating: diagonal, count: rank))
  }
}

extension NDArray where Element: NDNumeric {
  /// Adds `values`, which broadcast, at the positions that the indices select; a position named twice
  /// is added to twice. (`a[positions] += values` adds once.) NumPy's `add.at`.
  public mutating func add(_ values: NDArray, at indices: any NDIndex...) {
    makeUnique()
    let plan = IndexPlan(indices, in: layout)
    let stretched = values.broadcast(to: plan.shape, in: "add.at")
    if let gather = plan.gather, gather.axis == 0, plan.view.isContiguous {
      let width = plan.view.count
      let isNumber = values.count == 1 && width == 1
      let values = isNumber ? values : stretched.contiguous()
      return withExtendedLifetime(storage) {
        let out = storage.pointer(to: Element.self) + plan.view.offset
        values.withPointer { source in
          gather.offsets.withPointer {
            Element._scatterAdd(
              source, step: isNumber ? 0 : width, at: $0, count: gather.offsets.count,
              width: width, out)
          }
        }
      }
    }
    let values = stretched.contiguous()
    let region = plan.region
    let loop = _Loop.over(shape: region.shape, plan.view, region, plan.view)
    withExtendedLifetime(storage) {
      let out = storage.pointer(to: Element.self) + plan.view.offset
      values.withPointer { source in
        plan.forEachRegion {
          Element._arithmetic(.add, loop, UnsafePointer(out + $0), source + $1, out + $0)
        }
      }
    }
  }
}

extension NDArray where Element == Int {
  /// These positions moved inside an axis of `extent`.
  fileprivate func moved(inside extent: Int, _ outOfRange: OutOfRange) -> NDArray {
    switch outOfRange {
    case .trap: return self
    case .wrap:
      require(extent > 0 || count == 0, "take: cannot do a non-empty take from an empty axis")
      return self % Swift.max(extent, 1)
    case .clip:
      require(extent > 0 || count == 0, "take: cannot do a non-empty take from an empty axis")
      return clipped(to: 0...Swift.max(extent - 1, 0))
    }
  }
}

// MARK: - Positions

extension NDArray {
  /// The positions of the elements that differ from zero, one row each.
  public func argWhere() -> NDArray<Int> {
    if rank == 0 { return NDArray<Int>.zeros([self.scalar == ._zero ? 0 : 1, 0]) }
    return stacked(nonzero(), axis: 1)
  }

  /// The positions in C order of the elements that differ from zero.
  public func flatNonzero() -> NDArray<Int> { flattened().nonzero()[0] }
}

/// The position along each axis of `shape` of the elements at `positions` in C order.
public func unravelIndex(_ positions: NDArray<Int>, _ shape: [Int]) -> [NDArray<Int>] {
  let dims = Dims(checking: shape, for: "unravelIndex")
  for position in positions.elements {
    require(
      position >= 0 && position < dims.product,
      "unravelIndex: index \(position) is out of bounds for array with size \(dims.product)")
  }
  return zip(dims.packedStrides, shape).map { stride, extent in
    floorDivide(positions, stride) % extent
  }
}

/// The position in C order in `shape` of the elements at `positions`, one array per axis.
public func ravelMultiIndex(_ positions: [NDArray<Int>], _ shape: [Int]) -> NDArray<Int> {
  let dims = Dims(checking: shape, for: "ravelMultiIndex")
  require(
    positions.count == shape.count && !shape.isEmpty,
    "ravelMultiIndex: \(positions.count) arrays of positions for shape \(dims.text)")
  for (axis, array) in positions.enumerated() {
    for position in array.elements {
      require(
        position >= 0 && position < shape[axis],
        "ravelMultiIndex: invalid entry \(position) for axis \(axis) with size \(shape[axis])")
    }
  }
  require(
    dims.countedProduct != nil,
    "ravelMultiIndex: shape \(dims.text) has more elements than an Int can count")
  let strides = dims.packedStrides
  return zip(positions, strides).map { $0 * $1 }.reduce(NDArray(0)) { $0 + $1 }
}

/// Index arrays that select every combination of the given positions: `a[openMesh…]` is the block of
/// those rows and columns. NumPy's `ix_`.
public func openMesh(_ positions: [NDArray<Int>]) -> [NDArray<Int>] {
  positions.enumerated().map { axis, array in
    var shape = [Int](repeating: 1, count: positions.count)
    shape[axis] = array.count
    return array.reshaped(shape)
  }
}

// MARK: - Choosing between arrays

/// At each place, the element of the array whose number stands in `choices`; all broadcast.
public func choose<E>(_ choices: NDArray<Int>, _ arrays: [NDArray<E>]) -> NDArray<E> {
  guard let first = arrays.first else { fail("choose: needs at least one array to choose from") }
  for choice in choices.elements {
    require(
      choice >= 0 && choice < arrays.count,
      "choose: invalid entry \(choice) in choice array for \(arrays.count) arrays")
  }
  return arrays.enumerated().dropFirst().reduce(which(choices .== 0, first, first)) {
    which(choices .== $1.offset, $1.element, $0)
  }
}

/// At each place, the element of the first array whose condition is true there, else `fallback`.
public func select<E>(
  _ conditions: [NDArray<Bool>], _ arrays: [NDArray<E>], default fallback: E
) -> NDArray<E> {
  require(
    conditions.count == arrays.count && !arrays.isEmpty,
    "select: \(conditions.count) conditions for \(arrays.count) arrays")
  return zip(conditions, arrays).reversed().reduce(NDArray(fallback)) { which($1.0, $1.1, $0) }
}
