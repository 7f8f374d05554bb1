import CourseKit

/// An n-dimensional array as NumPy keeps it: a flat ``Buffer`` and three notes on how to read it.
///
/// The element with the indices $i_0, i_1, …$ lies at
/// $$\text{offset} + i_0\,\text{strides}_0 + i_1\,\text{strides}_1 + \dots$$
/// A slice, a transpose or a broadcast writes new notes and leaves the buffer alone: a *view*.
/// Strides count elements here, as in `NDArray`; NumPy counts bytes.
public struct StridedArray<Element> {
  public let buffer: Buffer<Element>
  /// How long each axis is. Empty for a scalar, a tensor of rank 0.
  public let shape: [Int]
  /// How far apart in the buffer two neighbours along each axis are.
  public let strides: [Int]
  /// Where the element with all indices 0 lies.
  public let offset: Int

  /// A view of `buffer`.
  public init(buffer: Buffer<Element>, shape: [Int], strides: [Int], offset: Int) {
    precondition(shape.count == strides.count, "a stride for each axis is needed")
    self.buffer = buffer
    self.shape = shape
    self.strides = strides
    self.offset = offset
  }

  /// `elements` in row-major order: the last index runs fastest.
  public init(_ elements: [Element], shape: [Int]) {
    precondition(
      elements.count == shape.reduce(1, *), "\(elements.count) elements for shape \(shape)")
    self.init(
      buffer: Buffer(elements), shape: shape, strides: rowMajorStrides(shape), offset: 0)
  }

  /// A vector, a tensor of rank 1.
  public init(_ elements: [Element]) {
    self.init(elements, shape: [elements.count])
  }

  /// A matrix, a tensor of rank 2, from at least one row.
  public init(_ rows: [[Element]]) {
    self.init(rows.flatMap { $0 }, shape: [rows.count, rows[0].count])
  }

  /// NumPy's `ndim`: how many axes there are.
  public var rank: Int { shape.count }

  /// NumPy's `size`: how many elements there are. 1 for a scalar.
  public var count: Int {
    notImplemented()
  }

  /// NumPy's `strides`: as ``strides``, in bytes. NumPy's `itemsize` is `MemoryLayout<Element>.stride`.
  public var byteStrides: [Int] {
    notImplemented()
  }
}

/// The strides of an array of this shape whose elements lie one after another, the last axis fastest.
///
/// For (4, 3, 2) they are (6, 2, 1): a step along an axis passes over all the axes behind it.
public func rowMajorStrides(_ shape: [Int]) -> [Int] {
  // The last stride is 1; each other follows from the one behind it.
  notImplemented()
}
