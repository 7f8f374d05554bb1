import CourseKit

extension StridedArray {
  /// The *lanes* along `axis`: for each choice of the other indices, the elements that differ in this one.
  ///
  /// The result has the shape without that axis, and its elements are lists. Along axis 0 of a matrix the
  /// lanes are its columns, along axis 1 its rows: an axis says along what one walks, not what stays.
  /// - Throws: ``ArrayError/axisOutOfRange(axis:rank:)``.
  public func lanes(axis: Int) throws -> StridedArray<[Element]> {
    let axis = try checkedAxis(axis)
    // BEGIN SOLUTION
    var (shape, strides) = (shape, strides)
    let extent = shape.remove(at: axis)
    let stride = strides.remove(at: axis)
    let starts = StridedArray(buffer: buffer, shape: shape, strides: strides, offset: offset)
    let lanes = starts.positions.map { start in
      (0..<extent).map { buffer.elements[start + $0 * stride] }
    }
    return StridedArray<[Element]>(lanes, shape: shape)
    // STUB: // Without the axis, shape and strides describe where each lane starts; `positions` walks over them.
    // STUB: _ = axis
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// What `aggregate` makes of each lane along `axis`: `a.max(axis=0)` is `a.reduced(axis: 0, Aggregate.max)`.
  ///
  /// The axis is gone from the shape, or with `keepDims` stays with the length 1, so that the result
  /// broadcasts against the array it came from.
  /// - Throws: ``ArrayError/axisOutOfRange(axis:rank:)``, and what `aggregate` throws.
  public func reduced<Result>(
    axis: Int, keepDims: Bool = false, _ aggregate: ([Element]) throws -> Result
  ) throws -> StridedArray<Result> {
    let lanes = try lanes(axis: axis)
    // BEGIN SOLUTION
    var shape = lanes.shape
    if keepDims { shape.insert(1, at: try checkedAxis(axis)) }
    return StridedArray<Result>(try lanes.elements.map(aggregate), shape: shape)
    // STUB: // One result for each lane; `checkedAxis(axis)` is the axis counted from the front.
    // STUB: _ = lanes
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// What `aggregate` makes of all elements: `a.max()` is `a.reduced(Aggregate.max)`.
  public func reduced<Result>(_ aggregate: ([Element]) throws -> Result) rethrows -> Result {
    try aggregate(elements)
  }
}
