import CourseKit

extension StridedArray {
  /// The same elements in the same row-major order under another shape: a view where strides can say
  /// so, else a copy. One extent may be −1 and is found from the others.
  ///
  /// - Throws: ``ArrayError/cannotReshape(from:to:)`` unless the new shape has as many elements.
  public func reshaped(_ shape: [Int]) throws -> StridedArray {
    let new = try completed(shape)
    // BEGIN SOLUTION
    if let strides = viewStrides(new) {
      return StridedArray(buffer: buffer, shape: new, strides: strides, offset: offset)
    }
    return StridedArray(elements, shape: new)
    // STUB: // A view if `viewStrides` finds strides for it, else an array of its own.
    // STUB: _ = new
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// `new` with the −1 replaced by the length that makes the number of elements right.
  ///
  /// - Throws: ``ArrayError/cannotReshape(from:to:)``, which names `new` as it was given: for two −1,
  ///   another negative extent, a −1 beside an extent of 0, a number of elements that does not come out.
  func completed(_ new: [Int]) throws -> [Int] {
    // BEGIN SOLUTION
    let failure = ArrayError.cannotReshape(from: shape, to: new)
    var completed = new
    if let axis = new.firstIndex(of: -1) {
      let others = new.enumerated().reduce(1) { $1.offset == axis ? $0 : $0 * $1.element }
      guard others > 0 else { throw failure }
      completed[axis] = count / others
    }
    guard completed.allSatisfy({ $0 >= 0 }), completed.reduce(1, *) == count else { throw failure }
    return completed
    // END SOLUTION
  }

  /// The strides under which the shape `new`, with as many elements, reads this array's elements in
  /// row-major order without copying; `nil` where there are none.
  ///
  /// Neighbouring axes that lie in the buffer as one long axis are joined to *runs*; then each run is
  /// cut into new axes. An axis of the new shape that would reach over the end of a run needs a copy.
  func viewStrides(_ new: [Int]) -> [Int]? {
    if count == 0 { return rowMajorStrides(new) }
    var runs = self.runs
    // BEGIN SOLUTION
    var result = [Int](repeating: 0, count: new.count)
    var run = runs.popLast() ?? (1, 1)
    for axis in new.indices.reversed() where new[axis] != 1 {
      if run.extent == 1, let next = runs.popLast() { run = next }
      guard run.extent % new[axis] == 0 else { return nil }
      result[axis] = run.stride
      run = (run.extent / new[axis], run.stride * new[axis])
    }
    return result
    // STUB: // From the last axis to the first: take the extent from the end of the last run. What is left
    // STUB: // of the run is shorter by that factor, and its stride is longer by it. Axes of length 1 may
    // STUB: // have any stride.
    // STUB: _ = runs.popLast()
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// The axes, those that lie as one joined to one: axis k and the one behind it do when a step along k
  /// is as long as the whole axis behind it. Axes of length 1 are left out.
  private var runs: [(extent: Int, stride: Int)] {
    // BEGIN SOLUTION
    var runs: [(extent: Int, stride: Int)] = []
    for (extent, stride) in zip(shape, strides) where extent != 1 {
      if let last = runs.last, last.stride == extent * stride {
        runs[runs.count - 1] = (last.extent * extent, stride)
      } else {
        runs.append((extent, stride))
      }
    }
    return runs
    // END SOLUTION
  }
}
