import Arrays
import GradedTests
import NDArray
import Testing

@Suite(.graded) struct BroadcastChecks {
  @Test("the rule: from the right, equal or 1")
  func shapeOfTheResult() throws {
    expectSame(try broadcastShape([3, 3], [3]), [3, 3], "(3, 3) and (3)")
    expectSame(try broadcastShape([3, 1], [4]), [3, 4], "(3, 1) and (4): a table of all pairs")
    expectSame(try broadcastShape([4], [3, 1]), [3, 4], "(4) and (3, 1)")
    expectSame(try broadcastShape([2], [5, 1, 2]), [5, 1, 2], "(2) and (5, 1, 2)")
    expectSame(try broadcastShape([], [2, 3]), [2, 3], "a scalar fits everything")
    expectSame(try broadcastShape([], []), [], "two scalars")
    expectSame(try broadcastShape([1, 3], [0, 3]), [0, 3], "1 against 0 gives 0, not the larger")
    expectSame(try broadcastShape([0], [1]), [0], "0 against 1")
  }

  @Test("what does not fit is an error that names both shapes")
  func shapesThatDoNotFit() {
    for (a, b) in [
      ([2, 3], [2]), ([2], [2, 3]), ([3, 4], [4, 3]), ([0], [3]), ([2, 1, 3], [4, 2]),
    ] {
      expectError(.cannotBroadcast(a, b), "\(a) and \(b)") { try broadcastShape(a, b) }
    }
    expectError(.cannotBroadcast([2, 3], [2]), "adding (2, 3) and (2)") {
      try elementwise(counting([2, 3]), counting([2]), +)
    }
  }

  @Test("what is stretched has the stride 0 and is not copied")
  func stretchedStrides() throws {
    let row = counting([3])
    let rows = try row.broadcast(to: [4, 3])
    expectArray(rows, [[0, 1, 2], [0, 1, 2], [0, 1, 2], [0, 1, 2]], "a row four times")
    expectView(rows, of: row, "a row four times")
    expectSame(rows.strides, [0, 1], "its strides: the next row is the same row")
    let column = try counting([2, 5]).sliced(axis: 1, AxisSlice(3, 4))
    let columns = try column.broadcast(to: [2, 3])
    expectArray(columns, [[3, 3, 3], [8, 8, 8]], "column 3 of (2, 5) three times")
    expectSame(columns.strides, [5, 0], "its strides")
    expectSame(columns.offset, 3, "its offset")
    let nothing = try counting([1, 2]).broadcast(to: [0, 2])
    expectSame(nothing.shape, [0, 2], "(1, 2) stretched to no rows at all")
    expectError(.cannotBroadcast([3], [3, 2]), "(3) to (3, 2)") { try row.broadcast(to: [3, 2]) }
    expectError(.cannotBroadcast([2, 3], [3]), "(2, 3) to (3): an axis is not taken away") {
      try counting([2, 3]).broadcast(to: [3])
    }
    expectError(.cannotBroadcast([2, 3], [1, 3]), "(2, 3) to (1, 3): nothing is shortened") {
      try counting([2, 3]).broadcast(to: [1, 3])
    }
  }

  @Test("agrees with NumPy on sixty pairs of shapes")
  func broadcastAgainstNumPy() throws {
    let cases: [[[Int]?]] = try reference("broadcasts.json")
    for stored in cases {
      let (a, b) = (stored[0] ?? [], stored[1] ?? [])
      guard let expected = stored[2] else {
        expectError(.cannotBroadcast(a, b), "\(a) and \(b)") { try broadcastShape(a, b) }
        continue
      }
      expectSame(try broadcastShape(a, b), expected, "\(a) and \(b)")
    }
  }

  @Test("the slides' arithmetic: data + ones, data * 1.6, ones((3, 3)) + arange(3)")
  func arithmeticOfTheLecture() throws {
    let data = StridedArray([1.0, 2])
    let ones = StridedArray([1.0, 1])
    expectCloseArray(try elementwise(data, ones, +), [2, 3], "data + ones")
    expectCloseArray(try elementwise(data, ones, -), [0, 1], "data − ones")
    expectCloseArray(try elementwise(data, data, *), [1, 4], "data * data")
    expectCloseArray(try elementwise(data, data, /), [1, 1], "data / data")
    let factor = StridedArray([1.6], shape: [])
    expectCloseArray(try elementwise(data, factor, *), [1.6, 3.2], "data * 1.6")
    let five = StridedArray([5], shape: [])
    expectArray(try elementwise(counting([3]), five, +), [5, 6, 7], "arange(3) + 5")
    let nine = StridedArray([Int](repeating: 1, count: 9), shape: [3, 3])
    let table: NDArray<Int> = [[1, 2, 3], [1, 2, 3], [1, 2, 3]]
    expectArray(try elementwise(nine, counting([3]), +), table, "ones((3, 3)) + arange(3)")
    let column = StridedArray([1, 1, 1], shape: [3, 1])
    expectArray(
      try elementwise(column, counting([3]), +), table,
      "ones((3, 1)) + arange(3): a column of ones, not the one that the slide draws")
    let drawn = try elementwise(counting([3]).expanded(at: 1), counting([3]), +)
    expectArray(drawn, [[0, 1, 2], [1, 2, 3], [2, 3, 4]], "arange(3)[:, None] + arange(3)")
  }

  @Test("left and right stay left and right, on views, and with different types")
  func elementwiseOnViews() throws {
    let cases: [ElementwiseCase] = try reference("elementwise.json")
    for stored in cases {
      let (a, b) = (stored.left.strided, stored.right.strided)
      let what = "\(stored.left.shape) − \(stored.right.shape)"
      expectCloseArray(try elementwise(a, b, -), stored.result.ndarray, what)
    }
    let a = counting([2, 3])
    let turned = try a.sliced(axis: 0, AxisSlice(step: -1)).T
    expectArray(try elementwise(turned, a.T, -), [[3, -3], [3, -3], [3, -3]], "a[::−1].T − a.T")
    let below = try elementwise(counting([3]).expanded(at: 1), StridedArray([0, 2]), <)
    expectArray(below, [[false, true], [false, true], [false, false]], "column < row, a table")
  }
}

struct ElementwiseCase: Decodable {
  let left, right, result: Stored
}
