import Arrays
import GradedTests
import NDArray
import Testing

/// Along which axis, and with which shape.
@Suite(.graded) struct ReductionChecks {
  private let table = StridedArray(
    buffer: Buffer([1, 2, 5, 3, 4, 6]), shape: [3, 2], strides: [2, 1], offset: 0)

  @Test("lanes along axis 0 are columns, along axis 1 rows, of views too")
  func lanesOfAnAxis() throws {
    expectSame(
      try table.lanes(axis: 0).elements, [[1, 5, 4], [2, 3, 6]],
      "along axis 0 of [[1, 2], [5, 3], [4, 6]] one walks down the columns")
    expectSame(
      try table.lanes(axis: 1).elements, [[1, 2], [5, 3], [4, 6]], "along axis 1 through the rows")
    let cube = counting([2, 3, 4])
    let middle = try cube.lanes(axis: 1)
    expectSame(middle.shape, [2, 4], "shape of the lanes along axis 1 of (2, 3, 4)")
    expectSame(middle.elements[5], [13, 17, 21], "lane [1, 1] along axis 1 of (2, 3, 4)")
    expectSame(try cube.lanes(axis: -1).shape, [2, 3], "shape of the lanes along the last axis")
    expectSame(
      try cube.lanes(axis: -1).elements[4], [16, 17, 18, 19], "lane [1, 1] of the last axis")
    expectError(.axisOutOfRange(axis: 2, rank: 2), "axis 2 of a matrix") {
      try table.lanes(axis: 2)
    }
    let back = try table.sliced(axis: 0, AxisSlice(step: -1))
    expectSame(try back.lanes(axis: 0).elements, [[4, 5, 1], [6, 3, 2]], "columns from below")
    expectSame(
      try table.T.lanes(axis: 0).elements, [[1, 2], [5, 3], [4, 6]], "columns of table.T")
    let part = try counting([4, 5]).sliced(axis: 1, AxisSlice(1, 4, step: 2))
    expectSame(
      try part.lanes(axis: 1).elements, [[1, 3], [6, 8], [11, 13], [16, 18]], "rows of a[:, 1:4:2]")
    let rows = StridedArray(buffer: Buffer([7, 8, 9]), shape: [2, 3], strides: [0, 1], offset: 0)
    expectSame(
      try rows.lanes(axis: 0).elements, [[7, 7], [8, 8], [9, 9]],
      "columns of a row that stands twice, by the stride 0")
    let vector = try counting([3]).lanes(axis: 0)
    expectSame(vector.shape, [], "a vector has one lane, so the shape is that of a scalar")
    expectSame(vector.elements, [[0, 1, 2]], "the lane of a vector")
    expectSame(
      try counting([2, 0]).lanes(axis: 1).elements, [[], []], "two lanes without elements")
    expectSame(try counting([2, 0]).lanes(axis: 0).shape, [0], "no lanes of two elements")
  }

  @Test("the slides' max, min and sum, of all and by axis")
  func aggregatesOfTheLecture() throws {
    let data = counting([3], from: 1)
    expectSame(
      [
        try data.reduced(Aggregate.max), try data.reduced(Aggregate.min),
        data.reduced(Aggregate.sum),
      ],
      [3, 1, 6], "max, min and sum of [1, 2, 3]")
    let six = counting([3, 2], from: 1)
    expectSame(
      [try six.reduced(Aggregate.max), try six.reduced(Aggregate.min), six.reduced(Aggregate.sum)],
      [6, 1, 21], "max, min and sum of [[1, 2], [3, 4], [5, 6]]")
    expectArray(try table.reduced(axis: 0, Aggregate.max), [5, 6], "max(axis 0) of the slide")
    expectArray(try table.reduced(axis: 1, Aggregate.max), [2, 5, 6], "max(axis 1) of the slide")
    expectArray(try table.reduced(axis: 0, Aggregate.min), [1, 2], "min(axis 0)")
    expectArray(try table.reduced(axis: 0, Aggregate.sum), [10, 11], "sum(axis 0)")
    expectArray(try table.reduced(axis: 1, Aggregate.sum), [3, 8, 10], "sum(axis 1)")
    expectArray(try table.reduced(axis: 0, Aggregate.argMax), [1, 2], "argMax(axis 0)")
    expectArray(try table.reduced(axis: 1, Aggregate.argMax), [1, 0, 1], "argMax(axis 1)")
    expectSame(table.reduced(Aggregate.product), 720, "the product of all six")
  }

  @Test("keepDims leaves an axis of length 1, and the result broadcasts back")
  func reductionKeepsAxes() throws {
    expectArray(try table.reduced(axis: 0, keepDims: true, Aggregate.sum), [[10, 11]], "axis 0")
    let rows = try table.reduced(axis: 1, keepDims: true, Aggregate.max)
    expectArray(rows, [[2], [5], [6]], "axis 1")
    expectArray(
      try elementwise(table, rows, -), [[-1, 0], [0, -2], [-2, 0]], "table − its row maxima")
    expectArray(
      try counting([3]).reduced(axis: 0, keepDims: true, Aggregate.sum), [3], "a vector's only axis"
    )
    let cube = counting([2, 3, 4])
    for (axis, shape) in [(0, [1, 3, 4]), (1, [2, 1, 4]), (-1, [2, 3, 1]), (-3, [1, 3, 4])] {
      let kept = try cube.reduced(axis: axis, keepDims: true, Aggregate.sum)
      expectSame(kept.shape, shape, "shape of the sum over axis \(axis) of (2, 3, 4), kept")
      let gone = try cube.reduced(axis: axis, Aggregate.sum)
      expectSame(gone.elements, kept.elements, "the sums over axis \(axis), kept or not")
    }
    expectSame(try cube.reduced(axis: 1, Aggregate.sum).shape, [2, 4], "shape, not kept")
  }

  @Test("every aggregate along every axis, plain and NaN-safe, as NumPy has it")
  func aggregatesAgainstNumPy() throws {
    let cases: [AggregateCase] = try reference("aggregates.json")
    for stored in cases {
      let aggregate = try #require(aggregates[stored.name])
      let array = stored.array.strided
      let what = "\(stored.name) along axis \(stored.axis) of shape \(array.shape)"
      expectCloseArray(
        try array.reduced(axis: stored.axis, aggregate), stored.result.ndarray, what)
      guard let expected = stored.nanSafe else { continue }
      let safe = nanSafePlaces[stored.name] ?? Aggregate.skippingNaN(aggregate)
      expectCloseArray(
        try array.reduced(axis: stored.axis, safe), expected.ndarray, "NaN-safe \(what)")
    }
  }

  /// Places cannot be told from what is left, so these have functions of their own.
  private var nanSafePlaces: [String: ([Double]) throws -> Double] {
    [
      "argMin": { Double(try Aggregate.nanArgMin($0)) },
      "argMax": { Double(try Aggregate.nanArgMax($0)) },
    ]
  }

  /// The names that the reference file uses.
  private var aggregates: [String: ([Double]) throws -> Double] {
    [
      "sum": { Aggregate.sum($0) }, "product": { Aggregate.product($0) },
      "mean": { Aggregate.mean($0) }, "variance": { Aggregate.variance($0) },
      "std": { Aggregate.standardDeviation($0) },
      "std, ddof 1": { Aggregate.standardDeviation($0, ddof: 1) },
      "min": { try Aggregate.min($0) }, "max": { try Aggregate.max($0) },
      "argMin": { Double(try Aggregate.argMin($0)) },
      "argMax": { Double(try Aggregate.argMax($0)) },
      "median": { Aggregate.median($0) }, "percentile 30": { Aggregate.percentile($0, 30) },
      "any": { Aggregate.any($0) ? 1 : 0 }, "all": { Aggregate.all($0) ? 1 : 0 },
    ]
  }
}

struct AggregateCase: Decodable {
  let name: String
  let array: Stored
  let axis: Int
  let result: Stored
  let nanSafe: Stored?
}
