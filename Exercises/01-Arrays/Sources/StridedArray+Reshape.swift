import CourseKit

extension StridedArray {
  /// The same elements in the same row-major order under another shape: a view where strides can say
  /// so, else a copy. One extent may be −1 and is found from the others.
  ///
  /// - Throws: ``ArrayError/cannotReshape(from:to:)`` unless the new shape has as many elements.
  public func reshaped(_ shape: [Int]) throws -> StridedArray {
    let new = try completed(shape)
    // A view if `viewStrides` finds strides for it, else an array of its own.
    _ = new
    notImplemented()
  }

  /// `new` with the −1 replaced by the length that makes the number of elements right.
  ///
  /// - Throws: ``ArrayError/cannotReshape(from:to:)``, which names `new` as it was given: for two −1,
  ///   another negative extent, a −1 beside an extent of 0, a number of elements that does not come out.
  func completed(_ new: [Int]) throws -> [Int] {
    notImplemented()
  }

  /// The strides under which the shape `new`, with as many elements, reads this array's elements in
  /// row-major order without copying; `nil` where there are none.
  ///
  /// Neighbouring axes that lie in the buffer as one long axis are joined to *runs*; then each run is
  /// cut into new axes. An axis of the new shape that would reach over the end of a run needs a copy.
  func viewStrides(_ new: [Int]) -> [Int]? {
    if count == 0 { return rowMajorStrides(new) }
    var runs = self.runs
    // From the last axis to the first: take the extent from the end of the last run. What is left
    // of the run is shorter by that factor, and its stride is longer by it. Axes of length 1 may
    // have any stride.
    _ = runs.popLast()
    notImplemented()
  }

  /// The axes, those that lie as one joined to one: axis k and the one behind it do when a step along k
  /// is as long as the whole axis behind it. Axes of length 1 are left out.
  private var runs: [(extent: Int, stride: Int)] {
    notImplemented()
  }
}
