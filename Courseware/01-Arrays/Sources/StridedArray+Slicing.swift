import CourseKit

extension StridedArray {
  /// The part of `axis` that `slice` takes, as a view: `a[:, 1:]` is `a.sliced(axis: 1, AxisSlice(1))`.
  ///
  /// - Throws: ``ArrayError/stepOfZero``, ``ArrayError/axisOutOfRange(axis:rank:)``.
  public func sliced(axis: Int, _ slice: AxisSlice) throws -> StridedArray {
    let axis = try checkedAxis(axis)
    guard slice.step != 0 else { throw ArrayError.stepOfZero }
    let (first, count) = slice.resolved(extent: shape[axis])
    // BEGIN SOLUTION
    var (shape, strides) = (shape, strides)
    shape[axis] = count
    strides[axis] *= slice.step
    return StridedArray(
      buffer: buffer, shape: shape, strides: strides, offset: offset + first * self.strides[axis])
    // STUB: // Which of shape, strides and offset changes, and by what?
    // STUB: _ = (first, count)
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// What has this index along `axis`, without the axis, as a view: `a[1]` is `a.selected(axis: 0, 1)`.
  ///
  /// - Throws: ``ArrayError/indexOutOfRange(index:axis:extent:)``, ``ArrayError/axisOutOfRange(axis:rank:)``.
  public func selected(axis: Int, _ index: Int) throws -> StridedArray {
    let axis = try checkedAxis(axis)
    let index = try fromFront(index, axis: axis)
    // BEGIN SOLUTION
    var (shape, strides) = (shape, strides)
    shape.remove(at: axis)
    let stride = strides.remove(at: axis)
    return StridedArray(
      buffer: buffer, shape: shape, strides: strides, offset: offset + index * stride)
    // STUB: _ = index
    // STUB: notImplemented()
    // END SOLUTION
  }
}
