import CourseKit

extension StridedArray {
  /// The axes in another order, as a view: axis k of the result is axis `axes[k]` of this array.
  ///
  /// Negative axes count from the end.
  /// - Throws: ``ArrayError/axisOutOfRange(axis:rank:)``, ``ArrayError/notAPermutation(axes:rank:)``.
  public func transposed(_ axes: [Int]) throws -> StridedArray {
    let order = try axes.map(checkedAxis)
    guard order.sorted() == Array(0..<rank) else {
      throw ArrayError.notAPermutation(axes: axes, rank: rank)
    }
    _ = order
    notImplemented()
  }

  /// The axes in reverse order, as a view: rows become columns.
  public var T: StridedArray {
    notImplemented()
  }

  /// A new axis of length 1 before the axis `axis`, or behind the last for `axis` = rank, as a view.
  ///
  /// `data[:, None]`, which makes a column of a row, is `data.expanded(at: 1)`.
  /// - Throws: ``ArrayError/axisOutOfRange(axis:rank:)`` unless `axis` is in 0 ... rank.
  public func expanded(at axis: Int) throws -> StridedArray {
    guard (0...rank).contains(axis) else {
      throw ArrayError.axisOutOfRange(axis: axis, rank: rank + 1)
    }
    // Nobody ever takes a step along an axis of length 1, so its stride may be anything.
    notImplemented()
  }
}
