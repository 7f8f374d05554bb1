import CourseKit

extension StridedArray {
  /// Where in the buffer the element with these indices lies. Negative indices count from the end.
  ///
  /// - Throws: ``ArrayError/wrongNumberOfIndices(count:shape:)`` unless there is an index for each axis;
  ///   ``ArrayError/indexOutOfRange(index:axis:extent:)`` for an index below −extent or from extent on.
  public func position(of index: [Int]) throws -> Int {
    // BEGIN SOLUTION
    guard index.count == rank else {
      throw ArrayError.wrongNumberOfIndices(count: index.count, shape: shape)
    }
    var position = offset
    for axis in 0..<rank {
      position += try fromFront(index[axis], axis: axis) * strides[axis]
    }
    return position
    // STUB: // Start from `offset`; `fromFront` below turns an index into one that is not negative.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// `index` counted from the front of `axis`, 0 or more: −1 is the last one.
  ///
  /// - Throws: ``ArrayError/indexOutOfRange(index:axis:extent:)``.
  func fromFront(_ index: Int, axis: Int) throws -> Int {
    // BEGIN SOLUTION
    let extent = shape[axis]
    guard -extent <= index, index < extent else {
      throw ArrayError.indexOutOfRange(index: index, axis: axis, extent: extent)
    }
    return index < 0 ? index + extent : index
    // END SOLUTION
  }

  /// Where all elements lie, in row-major order of the indices, whatever the strides.
  ///
  /// For a scalar that is the offset alone; an axis of length 0 leaves nothing.
  public var positions: [Int] {
    // BEGIN SOLUTION
    var positions = [offset]
    for (extent, stride) in zip(shape, strides) {
      positions = positions.flatMap { start in (0..<extent).map { start + $0 * stride } }
    }
    return positions
    // STUB: // Begin with the offset alone. Each axis replaces every position by `extent` positions,
    // STUB: // `stride` apart.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// All elements in row-major order of the indices.
  public var elements: [Element] { positions.map { buffer.elements[$0] } }

  /// The element with these indices: `a[1, 2]`, `a[-1, 0]`. Writing reaches every view of the buffer.
  public subscript(index: Int...) -> Element {
    get { buffer.elements[place(index)] }
    nonmutating set { buffer.elements[place(index)] = newValue }
  }

  private func place(_ index: [Int]) -> Int {
    do { return try position(of: index) } catch { fatalError("\(error)") }
  }

  /// `axis` counted from the front: −1 is the last one.
  func checkedAxis(_ axis: Int) throws -> Int {
    guard -rank <= axis, axis < rank else {
      throw ArrayError.axisOutOfRange(axis: axis, rank: rank)
    }
    return axis < 0 ? axis + rank : axis
  }
}
