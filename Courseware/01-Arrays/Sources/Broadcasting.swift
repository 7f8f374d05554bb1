import CourseKit

/// The shape of the result when arrays of shapes `a` and `b` meet.
///
/// The shapes are written under each other from the right; a missing axis counts as 1. Each pair has to be
/// equal or hold a 1, and then the other one counts.
/// - Throws: ``ArrayError/cannotBroadcast(_:_:)`` with both shapes, `a` first.
public func broadcastShape(_ a: [Int], _ b: [Int]) throws -> [Int] {
  // BEGIN SOLUTION
  let rank = max(a.count, b.count)
  let left = [Int](repeating: 1, count: rank - a.count) + a
  let right = [Int](repeating: 1, count: rank - b.count) + b
  return try zip(left, right).map { m, n in
    if m == n || n == 1 { return m }
    if m == 1 { return n }
    throw ArrayError.cannotBroadcast(a, b)
  }
  // STUB: // Make both lists equally long first. Mind that 1 and 0 give 0.
  // STUB: notImplemented()
  // END SOLUTION
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
    // BEGIN SOLUTION
    let missing = target.count - rank
    let stretched = target.indices.map { axis in
      axis < missing || shape[axis - missing] != target[axis] ? 0 : strides[axis - missing]
    }
    return StridedArray(buffer: buffer, shape: target, strides: stretched, offset: offset)
    // STUB: // Which of the strides stay, and where do they move when axes come in front? (Give the new list
    // STUB: // another name than `strides`, or a closure takes the one for the other.)
    // STUB: notImplemented()
    // END SOLUTION
  }
}

/// `operation` for each pair of elements that meet when the two arrays are broadcast together.
///
/// `elementwise(column, row, +)` is NumPy's `column + row`, `elementwise(column, row, <)` its comparison.
/// - Throws: ``ArrayError/cannotBroadcast(_:_:)``.
public func elementwise<Left, Right, Result>(
  _ a: StridedArray<Left>, _ b: StridedArray<Right>, _ operation: (Left, Right) -> Result
) throws -> StridedArray<Result> {
  // BEGIN SOLUTION
  let shape = try broadcastShape(a.shape, b.shape)
  let (x, y) = (try a.broadcast(to: shape).elements, try b.broadcast(to: shape).elements)
  return StridedArray(zip(x, y).map(operation), shape: shape)
  // END SOLUTION
}
