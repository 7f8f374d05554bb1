import CourseKit

extension StridedArray {
  /// The part of `axis` that `slice` takes, as a view: `a[:, 1:]` is `a.sliced(axis: 1, AxisSlice(1))`.
  ///
  /// - Throws: ``ArrayError/stepOfZero``, ``ArrayError/axisOutOfRange(axis:rank:)``.
  public func sliced(axis: Int, _ slice: AxisSlice) throws -> StridedArray {
    let axis = try checkedAxis(axis)
    guard slice.step != 0 else { throw ArrayError.stepOfZero }
    let (first, count) = slice.resolved(extent: shape[axis])
    // Which of shape, strides and offset changes, and by what?
    _ = (first, count)
    notImplemented()
  }

  /// What has this index along `axis`, without the axis, as a view: `a[1]` is `a.selected(axis: 0, 1)`.
  ///
  /// - Throws: ``ArrayError/indexOutOfRange(index:axis:extent:)``, ``ArrayError/axisOutOfRange(axis:rank:)``.
  public func selected(axis: Int, _ index: Int) throws -> StridedArray {
    let axis = try checkedAxis(axis)
    let index = try fromFront(index, axis: axis)
    _ = index
    notImplemented()
  }
}
