/// The arrays one after another along an existing axis. Traps when they differ in another extent, or when
/// there is none.
public func concatenated<E>(_ arrays: [NDArray<E>], axis: Int = 0) -> NDArray<E> {
  guard let first = arrays.first else {
    fail("concatenate: need at least one array to concatenate")
  }
  require(first.rank > 0, "concatenate: zero-dimensional arrays cannot be concatenated")
  let axis = first.layout.axis(axis, of: "concatenate")
  var shape = first.layout.shape
  shape[axis] = 0
  for array in arrays {
    var other = array.layout.shape
    let fits = other.count == shape.count
    if fits {
      let (extent, isHuge) = shape[axis].addingReportingOverflow(other[axis])
      require(
        !isHuge, "concatenate: the extents along axis \(axis) add up to more than an Int can count")
      shape[axis] = extent
      other[axis] = extent
    }
    require(
      fits && other == shape,
      """
      concatenate: all the input array dimensions except for the concatenation axis must match \
      exactly, got shapes \(first.layout.shape.text) and \(array.layout.shape.text) along axis \(axis)
      """)
  }
  let target = Layout(contiguous: shape)
  return NDArray(layout: target) { out in
    var start = 0
    for array in arrays {
      var part = target
      part.shape = array.layout.shape
      let loop = _Loop.over(shape: part.shape, array.layout, part)
      array.withPointer { loop.copy($0, out + start) }
      start += array.layout.shape[axis] * target.strides[axis]
    }
  }
}

/// The arrays, all of one shape, along a new axis of the result.
public func stacked<E>(_ arrays: [NDArray<E>], axis: Int = 0) -> NDArray<E> {
  guard let first = arrays.first else { fail("stack: need at least one array to stack") }
  for array in arrays {
    require(
      array.layout.shape == first.layout.shape,
      """
      stack: all input arrays must have the same shape, \
      got \(first.layout.shape.text) and \(array.layout.shape.text)
      """)
  }
  let rank = first.rank + 1
  require(
    axis >= -rank && axis < rank,
    "stack: axis \(axis) is out of bounds for array of dimension \(rank)")
  return concatenated(arrays.map { $0.expandedDimensions(axis: axis) }, axis: axis)
}

// MARK: - By direction

/// The arrays side by side: along the second axis, or along the only one.
public func hstack<E>(_ arrays: [NDArray<E>]) -> NDArray<E> {
  let arrays = arrays.map { $0.atLeast1D }
  return concatenated(arrays, axis: arrays.first?.rank == 1 ? 0 : 1)
}

/// The arrays on top of each other, one-dimensional ones as rows.
public func vstack<E>(_ arrays: [NDArray<E>]) -> NDArray<E> {
  concatenated(arrays.map { $0.atLeast2D }, axis: 0)
}

/// The arrays behind each other, along the third axis.
public func dstack<E>(_ arrays: [NDArray<E>]) -> NDArray<E> {
  concatenated(arrays.map { $0.atLeast3D }, axis: 2)
}

/// One-dimensional arrays as the columns of a matrix; two-dimensional ones side by side.
public func columnStack<E>(_ arrays: [NDArray<E>]) -> NDArray<E> {
  concatenated(arrays.map { $0.rank < 2 ? $0.reshaped([-1, 1]) : $0 }, axis: 1)
}

/// Blocks put together to one matrix: the arrays of each row side by side, the rows on top of each
/// other.
public func block<E>(_ rows: [[NDArray<E>]]) -> NDArray<E> {
  concatenated(
    rows.map { concatenated($0.map { $0.atLeast2D }, axis: -1) }, axis: -2)
}

extension NDArray {
  /// This array, or a 0-dimensional one as an array of one element.
  public var atLeast1D: NDArray { rank == 0 ? reshaped([1]) : self }

  /// This array with axes of extent 1 added in front until it has two.
  public var atLeast2D: NDArray { rank >= 2 ? self : atLeast1D.expandedDimensions(axis: 0) }

  /// This array with axes of extent 1 added until it has three: (1, n, 1) of a vector, (m, n, 1) of a
  /// matrix.
  public var atLeast3D: NDArray { rank >= 3 ? self : atLeast2D.expandedDimensions(axis: 2) }
}
