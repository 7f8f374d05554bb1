import CourseKit

extension StridedArray {
  /// Where in the buffer the element with these indices lies. Negative indices count from the end.
  ///
  /// - Throws: ``ArrayError/wrongNumberOfIndices(count:shape:)`` unless there is an index for each axis;
  ///   ``ArrayError/indexOutOfRange(index:axis:extent:)`` for an index below −extent or from extent on.
  public func position(of index: [Int]) throws -> Int {
    // Start from `offset`; `fromFront` below turns an index into one that is not negative.
    notImplemented()
  }

  /// `index` counted from the front of `axis`, 0 or more: −1 is the last one.
  ///
  /// - Throws: ``ArrayError/indexOutOfRange(index:axis:extent:)``.
  func fromFront(_ index: Int, axis: Int) throws -> Int {
    notImplemented()
  }

  /// Where all elements lie, in row-major order of the indices, whatever the strides.
  ///
  /// For a scalar that is the offset alone; an axis of length 0 leaves nothing.
  public var positions: [Int] {
    // Begin with the offset alone. Each axis replaces every position by `extent` positions,
    // `stride` apart.
    notImplemented()
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
