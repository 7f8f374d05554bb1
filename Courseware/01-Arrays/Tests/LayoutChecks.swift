import Arrays
import GradedTests
import NDArray
import Testing

/// From indices to a place in the buffer.
@Suite(.graded) struct LayoutChecks {
  @Test("strides of an array whose elements lie in a row: (4, 3, 2) → (6, 2, 1)")
  func stridesInARow() {
    expectSame(rowMajorStrides([4, 3, 2]), [6, 2, 1], "strides of shape (4, 3, 2)")
    expectSame(rowMajorStrides([2, 3]), [3, 1], "strides of shape (2, 3): the next row is 3 on")
    expectSame(rowMajorStrides([5]), [1], "strides of a vector")
    expectSame(rowMajorStrides([]), [], "strides of a scalar, which has no axes")
    expectSame(rowMajorStrides([3, 1, 4]), [4, 4, 1], "strides of shape (3, 1, 4)")
    expectSame(rowMajorStrides([2, 3, 4, 5]), [60, 20, 5, 1], "strides of shape (2, 3, 4, 5)")
  }

  @Test("size, and strides in bytes: 2 × 3 doubles (24, 8)")
  func sizesInBytes() {
    expectSame(counting([4, 3, 2]).count, 24, "size of ones((4, 3, 2))")
    expectSame(counting([]).count, 1, "size of a scalar: the product of no lengths is 1")
    expectSame(counting([2, 0, 3]).count, 0, "size of shape (2, 0, 3)")
    let doubles = StridedArray(
      buffer: Buffer([1.0, 2, 3, 4, 5, 6]), shape: [2, 3], strides: [3, 1], offset: 0)
    expectSame(doubles.byteStrides, [24, 8], "a Double takes 8 bytes")
    let bytes = StridedArray(
      buffer: Buffer([UInt8](repeating: 0, count: 12)), shape: [4, 3], strides: [3, 1], offset: 0)
    expectSame(bytes.byteStrides, [3, 1], "a UInt8 takes one byte, not 8")
    let padded = StridedArray(
      buffer: Buffer([Double?](repeating: nil, count: 6)), shape: [2, 3], strides: [3, 1], offset: 0
    )
    expectSame(
      padded.byteStrides, [48, 16],
      "a Double? is 9 bytes long, and from one to the next it is 16: MemoryLayout's stride, not its size"
    )
  }

  @Test("where an element lies: offset + Σ index · stride; negative indices count from the end")
  func placesOfElements() throws {
    expectSame(try counting([2, 3]).position(of: [1, 2]), 5, "[1, 2] of shape (2, 3): 1·3 + 2·1")
    expectSame(try counting([4, 3, 2]).position(of: [3, 0, 1]), 19, "[3, 0, 1]: 3·6 + 0·2 + 1·1")
    let odd = StridedArray(
      buffer: Buffer(Array(0..<40)), shape: [3, 4], strides: [-8, 2], offset: 20)
    expectSame(try odd.position(of: [0, 0]), 20, "all indices 0: the offset")
    expectSame(try odd.position(of: [2, 3]), 10, "20 + 2·(−8) + 3·2: a stride may be negative")
    let scalar = StridedArray(buffer: Buffer([7, 8, 9]), shape: [], strides: [], offset: 2)
    expectSame(try scalar.position(of: []), 2, "a scalar has no indices and lies at its offset")
    let a = counting([2, 5])
    expectSame(try a.position(of: [-1, -1]), 9, "[−1, −1] of shape (2, 5) is the last")
    expectSame(try a.position(of: [-2, -5]), 0, "[−2, −5] of shape (2, 5) is the first")
    expectSame(a[1, -2], 8, "a[1, −2]")
  }

  @Test("an index out of range is an error that says which")
  func indicesOutOfRange() {
    let a = counting([2, 5])
    expectError(.indexOutOfRange(index: 5, axis: 1, extent: 5), "a[0, 5]") {
      try a.position(of: [0, 5])
    }
    expectError(.indexOutOfRange(index: 2, axis: 0, extent: 2), "a[2, 0], inside of the buffer") {
      try a.position(of: [2, 0])
    }
    expectError(
      .indexOutOfRange(index: -3, axis: 0, extent: 2), "a[−3, 0], the index as it was written"
    ) {
      try a.position(of: [-3, 0])
    }
    expectError(.wrongNumberOfIndices(count: 1, shape: [2, 5]), "one index for two axes") {
      try a.position(of: [1])
    }
    expectError(.wrongNumberOfIndices(count: 3, shape: [2, 5]), "three indices for two axes") {
      try a.position(of: [0, 0, 0])
    }
    expectError(.indexOutOfRange(index: 0, axis: 0, extent: 0), "the first of no elements") {
      try counting([0]).position(of: [0])
    }
  }

  @Test("all elements in the order of their indices, whatever the strides")
  func elementsInOrder() {
    let cube = StridedArray(
      buffer: Buffer([1, 2, 3, 4, 5, 6, 7, 8]), shape: [2, 2, 2], strides: [4, 2, 1], offset: 0)
    expectSame(cube.elements, [1, 2, 3, 4, 5, 6, 7, 8], "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]")
    let columns = StridedArray(
      buffer: Buffer([1, 2, 3, 4, 5, 6]), shape: [2, 3], strides: [1, 2], offset: 0)
    expectSame(columns.elements, [1, 3, 5, 2, 4, 6], "strides (1, 2): the last index runs fastest")
    let backwards = StridedArray(buffer: Buffer([1, 2, 3]), shape: [3], strides: [-1], offset: 2)
    expectSame(backwards.elements, [3, 2, 1], "stride −1 from offset 2")
    let same = StridedArray(buffer: Buffer([7]), shape: [2, 3], strides: [0, 0], offset: 0)
    expectSame(same.elements, [7, 7, 7, 7, 7, 7], "strides 0: the same element again and again")
    let scalar = StridedArray(buffer: Buffer([7, 8]), shape: [], strides: [], offset: 1)
    expectSame(scalar.elements, [8], "a scalar has one element")
    expectSame(counting([3, 0, 2]).elements, [], "an axis of length 0 leaves no elements")
  }
}
