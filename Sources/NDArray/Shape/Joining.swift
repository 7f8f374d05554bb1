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
      shape[axis] += other[axis]
      other[axis] = shape[axis]
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
  return concatenated(arrays.map { $0.expandedDimensions(axis: axis) }, axis: axis)
}
