import CourseKit
import GradedTests
import NDArray
import Testing
import TimeSeries

@Suite(.graded) struct WindowChecks {
  @Test("stretches of (8, 4, 3, 1, 1) and what came after") func windowsByHand() throws {
    let two = try windows(of: five, length: 2)
    expectEqual(two.inputs, [[8, 4], [4, 3], [3, 1]], "pairs of neighbours, the oldest first")
    expectEqual(two.targets, [3, 1, 1], "what came after each")
    expectEqual(two.positions, [2, 3, 4], "where that stands in the series")
    let four = try windows(of: five, length: 4)
    expectEqual(four.inputs, [[8, 4, 3, 1]], "one stretch of four: still a row")
    expectEqual(four.targets, [1], "what came after it")
  }

  @Test("lags have the newest value first") func lagsNewestFirst() throws {
    let two = Windows(
      inputs: [[8, 4, 3], [4, 3, 1]], targets: [1, 1], positions: [3, 4])
    expectEqual(
      two.lags, [[3, 4, 8], [1, 3, 4]], "column i − 1 is the value i steps before the target")
  }

  @Test("the target lies `horizon` steps after the stretch") func windowsByHorizon() throws {
    let far = try windows(of: [1, 2, 4, 8, 16, 32, 64], length: 2, horizon: 3)
    expectEqual(far.inputs, [[1, 2], [2, 4], [4, 8]], "what is known three steps before")
    expectEqual(far.targets, [16, 32, 64], "what came three steps after the last known value")
    expectEqual(far.positions, [4, 5, 6], "where that stands")
  }

  @Test("a row with a gap is left out, and nothing moves together") func windowsPassOverGaps()
    throws
  {
    let y: NDArray<Double> = [1, 2, .nan, 4, 5, 6, 7, .nan]
    let two = try windows(of: y, length: 2)
    expectEqual(two.inputs, [[4, 5], [5, 6]], "(2, 4) are no neighbours: a gap lies between")
    expectEqual(two.targets, [6, 7], "a gap is no target either")
    expectEqual(two.positions, [5, 6], "positions count the gaps")
    let far = try windows(of: y, length: 1, horizon: 2)
    expectEqual(
      far.inputs, [[2], [4], [5]], "between the stretch and its target a gap does no harm")
    expectEqual(far.targets, [4, 6, 7], "two steps after each")
    expectEqual(far.positions, [3, 5, 6], "where those stand")
  }

  @Test("too short, or full of gaps: an error that says so") func windowsThatCannotBe() throws {
    expectThrows(.tooShort(values: 5, needed: 6), "5 values for stretches of 5") {
      try windows(of: five, length: 5)
    }
    expectThrows(.tooShort(values: 5, needed: 7), "5 values, stretches of 4, 3 steps on") {
      try windows(of: five, length: 4, horizon: 3)
    }
    expectThrows(.tooShort(values: 0, needed: 2), "no values at all") {
      try windows(of: NDArray<Double>.zeros([0]), length: 1)
    }
    expectThrows(.onlyGaps(length: 3), "every third value a gap, and 2 + 1 wanted") {
      try windows(of: [1, 2, .nan, 4, 5, .nan, 7, 8, .nan], length: 2)
    }
    expectThrows(
      .onlyGaps(length: 2),
      "one value and its target are two, whatever the horizon"
    ) {
      try windows(of: [1, 2, 3, .nan, .nan, .nan], length: 1, horizon: 3)
    }
  }

  @Test("the past to learn from, the future to be judged by") func splitsByTime() {
    let split = splitByTime([5, 1, 4, 2, 3, 9, 7], learned: 4)
    expectEqual(split.train, [5, 1, 4, 2], "the first four, in their order")
    expectEqual(split.test, [3, 9, 7], "all later ones, in their order")
  }

  @Test("the scaler knows the learnt part only") func scalesByTheLearntPart() {
    let scaler = SeriesScaler(fitting: [2, 4, .nan, 9])
    #expect(scaler.mean == 5, "the mean of 2, 4, 9: a gap does not count")
    expectClose(scaler.deviation, (26.0 / 3).squareRoot(), "their deviation, divisor n")
    let y: NDArray<Double> = [5, -100, .nan, 8]
    expectClose(
      scaler(y), (y - 5) / (26.0 / 3).squareRoot(),
      "another series, by the numbers that were learnt: a gap stays one")
    expectClose(scaler.inverse(scaler(y)), y, "and back")
    expectClose(
      SeriesScaler(fitting: [0.1, 0.3]).deviation, 0.1, "a small deviation is one: only 0 becomes 1"
    )
    let flat = SeriesScaler(fitting: [3, 3])
    #expect(flat.mean == 3 && flat.deviation == 1, "a constant series: divided by 1, not by 0")
    expectEqual(flat([3, 5]), [0, 2], "so nothing becomes NaN")
    #expect(
      SeriesScaler(fitting: .full([3], 0.1)).deviation == 1,
      "three times 0.1 is constant too, though rounding makes its deviation 10⁻¹⁷")
  }

  @Test("gaps are named, or bridged by lines") func fillsGaps() throws {
    let y: NDArray<Double> = [1, .nan, .nan, 7, 6, .nan, -2]
    expectThrows(.gap(at: 1), "the first gap") { try requireWhole(y) }
    try requireWhole(five)
    expectClose(
      try filled(y), [1, 3, 5, 7, 6, 2, -2], "a line from 1 to 7 in three steps, one from 6 to −2")
    expectEqual(try filled(five), five, "no gap, nothing to do")
    expectThrows(.gap(at: 0), "a gap at the beginning") { try filled([.nan, 1, 2]) }
    expectThrows(.gap(at: 2), "a gap at the end") { try filled([1, 2, .nan]) }
    expectThrows(.gap(at: 3), "two gaps at the end: the last position") {
      try filled([1, 2, .nan, .nan])
    }
  }

  private struct Stored: Decodable { let made, filled: NDArray<Double> }

  @Test("bridges like numpy.interp") func fillsAgainstNumPy() throws {
    let stored: Stored = try reference("gaps.json")
    expectClose(
      try filled(withGaps(stored.made)[1...]), stored.filled, "five gaps, two of them neighbours")
  }
}
