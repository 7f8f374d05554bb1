import CourseKit

extension StridedArray {
  /// The *lanes* along `axis`: for each choice of the other indices, the elements that differ in this one.
  ///
  /// The result has the shape without that axis, and its elements are lists. Along axis 0 of a matrix the
  /// lanes are its columns, along axis 1 its rows: an axis says along what one walks, not what stays.
  /// - Throws: ``ArrayError/axisOutOfRange(axis:rank:)``.
  public func lanes(axis: Int) throws -> StridedArray<[Element]> {
    let axis = try checkedAxis(axis)
    // Without the axis, shape and strides describe where each lane starts; `positions` walks over them.
    _ = axis
    notImplemented()
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
    // One result for each lane; `checkedAxis(axis)` is the axis counted from the front.
    _ = lanes
    notImplemented()
  }

  /// What `aggregate` makes of all elements: `a.max()` is `a.reduced(Aggregate.max)`.
  public func reduced<Result>(_ aggregate: ([Element]) throws -> Result) rethrows -> Result {
    try aggregate(elements)
  }
}
