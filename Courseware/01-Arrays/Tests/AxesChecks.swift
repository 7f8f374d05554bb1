import Arrays
import GradedTests
import NDArray
import Testing

/// Transposing, new axes, reshaping.
@Suite(.graded) struct AxesChecks {
  @Test("the slide's transpose: (3, 2) becomes (2, 3), strides (24, 8) bytes become (8, 24)")
  func transposeOfTheLecture() throws {
    let data = counting([3, 2], from: 1)
    expectArray(data.T, [[1, 3, 5], [2, 4, 6]], "data.T")
    expectView(data.T, of: data, "data.T")
    expectSame(counting([2, 3]).T.strides, [1, 3], "strides of the transpose of shape (2, 3)")
    expectSame(counting([4]).T.shape, [4], "a vector has one axis, and its transpose is itself")
    let cube = counting([4, 3, 2])
    expectSame(cube.T.shape, [2, 3, 4], "all axes are turned around, not two")
    expectView(cube.T, of: cube, "the transpose of (4, 3, 2)")
    expectArray(
      try data.sliced(axis: 0, AxisSlice(1)).T, [[3, 5], [4, 6]], "data[1:].T keeps the offset")
  }

  @Test("axis k of the result is axis axes[k] of the array")
  func transposeOfAxes() throws {
    let a = counting([2, 3, 4])
    let turned = try a.transposed([2, 0, 1])
    expectSame(turned.shape, [4, 2, 3], "shape of transpose(2, 0, 1) of (2, 3, 4)")
    expectSame(turned.strides, [1, 12, 4], "its strides")
    expectView(turned, of: a, "transpose(2, 0, 1)")
    expectSame(turned.elements.prefix(4).map { $0 }, [0, 4, 8, 12], "its first elements")
    expectSame(try a.transposed([-1, 0, 1]).shape, [4, 2, 3], "−1 is the last axis")
    let part = try a.sliced(axis: 2, AxisSlice(1)).transposed([1, 2, 0])
    expectSame(part.offset, 1, "the offset of a transposed part")
    expectError(.notAPermutation(axes: [0, 0, 1], rank: 3), "axis 0 twice") {
      try a.transposed([0, 0, 1])
    }
    expectError(.notAPermutation(axes: [1, 0], rank: 3), "two axes of three") {
      try a.transposed([1, 0])
    }
  }

  @Test("a new axis of length 1 makes a column of a row")
  func newAxes() throws {
    let row = counting([3])
    let column = try row.expanded(at: 1)
    expectArray(column, [[0], [1], [2]], "data[:, None]")
    expectView(column, of: row, "data[:, None]")
    expectArray(try row.expanded(at: 0), [[0, 1, 2]], "data[None]")
    let part = try counting([2, 5]).sliced(axis: 1, AxisSlice(3)).expanded(at: 1)
    expectArray(part, [[[3, 4]], [[8, 9]]], "a[:, 3:][:, None]")
    expectSame(try counting([]).expanded(at: 0).elements, [0], "a scalar becomes a vector of one")
  }

  @Test("reshape keeps the order of the elements, transpose does not: 3072 stay either way")
  func reshapeOfTheLecture() throws {
    let row = counting([3072])
    let picture = try row.reshaped([3, 32, 32])
    expectSame(picture.count, 3072, "the number of elements")
    expectSame(picture[2, 31, 31], 3071, "the last blue pixel")
    expectSame(picture[1, 0, 0], 1024, "the first green one")
    let pixels = try picture.transposed([1, 2, 0])
    expectSame(pixels.count, 3072, "the number of elements, transposed")
    expectSame(pixels[0, 0, 1], 1024, "the green of the first pixel after transpose(1, 2, 0)")
    let six = counting([2, 3], from: 1)
    expectArray(try six.reshaped([3, 2]), [[1, 2], [3, 4], [5, 6]], "reshape to (3, 2)")
    expectArray(six.T, [[1, 4], [2, 5], [3, 6]], "transpose to (3, 2)")
    expectArray(try six.T.reshaped([2, 3]), [[1, 4, 2], [5, 3, 6]], "reshape of the transpose")
  }

  @Test("−1 is found from the other lengths; what does not come out is an error with both shapes")
  func reshapeFindsALength() throws {
    let a = counting([4, 6])
    expectSame(try a.reshaped([3, -1]).shape, [3, 8], "(4, 6) as (3, −1)")
    expectSame(try a.reshaped([-1]).shape, [24], "(4, 6) as (−1)")
    expectSame(try a.reshaped([2, -1, 3, 1]).shape, [2, 4, 3, 1], "(4, 6) as (2, −1, 3, 1)")
    expectSame(try counting([0, 3]).reshaped([2, -1]).shape, [2, 0], "(0, 3) as (2, −1)")
    expectSame(try counting([1, 1]).reshaped([]).shape, [], "one element as a scalar")
    expectArray(
      try counting([2, 3]).reshaped([3, -1]), [[0, 1], [2, 3], [4, 5]], "(2, 3) as (3, −1), a view")
    expectArray(
      try counting([2, 3]).T.reshaped([2, -1]), [[0, 3, 1], [4, 2, 5]],
      "the transpose of (2, 3) as (2, −1), a copy")
    let refused = [[5, -1], [25], [-1, 4, -1], [-2, -12], [7, 3], [0, -1], [-1, -24]]
    for new in refused {
      expectError(.cannotReshape(from: [4, 6], to: new), "(4, 6) as \(new)") {
        try a.reshaped(new)
      }
    }
    expectError(
      .cannotReshape(from: [0, 3], to: [0, -1]), "0 = 0·x for every x: no length is right"
    ) {
      try counting([0, 3]).reshaped([0, -1])
    }
  }

  @Test("where strides can say it, a reshape is a view")
  func reshapeAsAView() throws {
    let a = counting([4, 6])
    func expectReshape(
      _ array: StridedArray<Int>, _ new: [Int], _ strides: [Int], _ what: String
    ) throws {
      let result = try array.reshaped(new)
      expectView(result, of: array, what)
      let compared = zip(zip(result.strides, strides), new).filter { $0.1 > 1 }.map(\.0)
      expectSame(compared.map(\.0), compared.map(\.1), "\(what): strides of the axes longer than 1")
      expectSame(result.elements, array.elements, "\(what): the elements in their order")
    }
    try expectReshape(a, [2, 2, 3, 2], [12, 6, 2, 1], "(4, 6) as (2, 2, 3, 2)")
    try expectReshape(a, [24], [1], "(4, 6) as (24)")
    try expectReshape(a.T, [3, 2, 4], [2, 1, 6], "(6, 4) transposed as (3, 2, 4): an axis is cut")
    let rows = try a.sliced(axis: 0, AxisSlice(1, 3))
    try expectReshape(rows, [12], [1], "two whole rows as (12)")
    let columns = try a.sliced(axis: 1, AxisSlice(0, 4))
    try expectReshape(columns, [4, 2, 2], [6, 2, 1], "four of six columns as (4, 2, 2)")
    let back = try counting([6]).sliced(axis: 0, AxisSlice(step: -1))
    try expectReshape(back, [2, 3], [-3, -1], "six elements backwards as (2, 3)")
    let column = try a.sliced(axis: 1, AxisSlice(2, 3))
    try expectReshape(column, [2, 2], [12, 6], "a column (4, 1) as (2, 2)")
    try expectReshape(column, [1, 4], [0, 6], "a column (4, 1) as a row (1, 4)")
  }

  @Test("where no strides can say it, a reshape is a copy; sixty more as NumPy has them")
  func reshapeAsACopy() throws {
    let a = counting([2, 3])
    let flat = try a.T.reshaped([6])
    expectArray(flat, [0, 3, 1, 4, 2, 5], "the transpose of (2, 3) as (6)")
    expectSame(
      flat.buffer === a.buffer, false, "whether it shares memory; no stride gives 0, 3, 1, …")
    let columns = try counting([4, 6]).sliced(axis: 1, AxisSlice(0, 4))
    let joined = try columns.reshaped([16])
    expectSame(
      joined.elements, [0, 1, 2, 3, 6, 7, 8, 9, 12, 13, 14, 15, 18, 19, 20, 21],
      "four of six columns as (16)")
    let across = try columns.reshaped([2, 8])
    expectArray(
      across, [[0, 1, 2, 3, 6, 7, 8, 9], [12, 13, 14, 15, 18, 19, 20, 21]],
      "four of six columns as (2, 8), over the ends of rows")
    let turned = try counting([2, 3, 4]).transposed([1, 0, 2])
    expectSame(
      try turned.reshaped([3, 8]).elements, turned.elements,
      "(2, 3, 4) with the first two axes exchanged, as (3, 8): the same elements in the same order")
    expectSame(
      try turned.reshaped([3, 2, 4, 1]).buffer === turned.buffer, true,
      "whether it shares memory as (3, 2, 4, 1): each axis keeps its own stride")
    let cases: [ViewCase] = try reference("reshapes.json")
    for stored in cases {
      let base = counting(stored.shape)
      let result = try stored.view(of: base).reshaped(stored.new ?? [])
      let expected = NDArray(stored.result.values.map { Int($0) }, shape: stored.result.shape)
      expectArray(result, expected, stored.description)
      expectSame(
        result.buffer === base.buffer, stored.isView ?? true,
        "\(stored.description): whether it is a view")
    }
  }
}
