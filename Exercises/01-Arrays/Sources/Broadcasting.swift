import CourseKit

/// The shape of the result when arrays of shapes `a` and `b` meet.
///
/// The shapes are written under each other from the right; a missing axis counts as 1. Each pair has to be
/// equal or hold a 1, and then the other one counts.
/// - Throws: ``ArrayError/cannotBroadcast(_:_:)`` with both shapes, `a` first.
public func broadcastShape(_ a: [Int], _ b: [Int]) throws -> [Int] {
  // Make both lists equally long first. Mind that 1 and 0 give 0.
  notImplemented()
}

extension StridedArray {
  /// This array as one of the given shape, as a view: what is stretched has the stride 0, so that every
  /// index along it finds the same element.
  ///
  /// - Throws: ``ArrayError/cannotBroadcast(_:_:)`` with this shape and the other, unless stretching axes of
  ///   length 1 and new axes in front lead from one to the other.
  public func broadcast(to target: [Int]) throws -> StridedArray {
    guard try broadcastShape(shape, target) == target else {
      throw ArrayError.cannotBroadcast(shape, target)
    }
    // Which of the strides stay, and where do they move when axes come in front? (Give the new list
    // another name than `strides`, or a closure takes the one for the other.)
    notImplemented()
  }
}

/// `operation` for each pair of elements that meet when the two arrays are broadcast together.
///
/// `elementwise(column, row, +)` is NumPy's `column + row`, `elementwise(column, row, <)` its comparison.
/// - Throws: ``ArrayError/cannotBroadcast(_:_:)``.
public func elementwise<Left, Right, Result>(
  _ a: StridedArray<Left>, _ b: StridedArray<Right>, _ operation: (Left, Right) -> Result
) throws -> StridedArray<Result> {
  notImplemented()
}
