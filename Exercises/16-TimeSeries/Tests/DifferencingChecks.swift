import CourseKit
import GradedTests
import NDArray
import Testing
import TimeSeries

@Suite(.graded) struct DifferencingChecks {
  @Test("differences of (8, 4, 3, 1, 1)") func differencesByHand() throws {
    expectEqual(try differenced(five), [-4, -1, -2, 0], "each value less the one before it")
    expectEqual(try differenced(five, lag: 3), [-7, -3], "less the one three before it")
    expectClose(
      try differenced([1, .nan, 4, 6], lag: 1), [.nan, .nan, 2],
      "a gap spoils both differences that it belongs to")
  }

  @Test("one difference takes a line away, two a parabola, a seasonal one the season")
  func differencesOfTrends() throws {
    let t = NDArray<Double>.arange(9)
    expectClose(try differenced(3 * t - 7), .full([8], 3.0), "of 3t − 7: 3 everywhere")
    let once = try differenced(square(t))
    expectClose(once, 2 * t[..<8] + 1, "of t²: 2t + 1, still a line")
    expectClose(try differenced(once), .full([7], 2.0), "and once more: 2")
    let season: NDArray<Double> = [4, -1, 0, 4, -1, 0, 4, -1, 0]
    expectClose(
      try differenced(season + t, lag: 3), .full([6], 3.0),
      "lag 3: the season is gone, the slope is not")
  }

  @Test("too few values for a difference") func differencesOfTooFew() {
    expectThrows(.tooShort(values: 3, needed: 4), "3 values, lag 3") {
      try differenced([1, 2, 3], lag: 3)
    }
    expectThrows(.tooShort(values: 1, needed: 2), "one value") { try differenced([1]) }
  }

  @Test("the level added back") func undoesDifferencing() throws {
    expectClose(undifferenced([-4, -1, -2, 0], after: [8]), [4, 3, 1, 1], "from 8 down")
    expectClose(
      undifferenced([-7, -3, 10], after: [8, 4, 3]), [1, 1, 13],
      "lag 3: 8 − 7, 4 − 3, 3 + 10")
    expectClose(
      undifferenced([1, 1, 1, 1, 1], after: [10, 20]), [11, 21, 12, 22, 13],
      "more differences than the lag: what was just found is gone on from")
    expectShape(undifferenced(NDArray<Double>.zeros([0]), after: [8]), [0], "nothing to add")
  }

  @Test("there and back is where one was") func differencingThereAndBack() throws {
    let y = try madeSeries()
    for lag in [1, 2, 7, 56] {
      let back = undifferenced(try differenced(y, lag: lag), after: y[..<lag])
      expectClose(back, y[lag...], tolerance: 1e-12, "57 values, lag \(lag)")
    }
  }

  @Test("the lecture's series and its parts") func lectureSeriesParts() {
    var (first, second) = (Generator(seed: 4), Generator(seed: 4))
    let series = LectureSeries(count: 700, using: &first)
    let noise = second.normal(mean: 0, standardDeviation: 1, shape: [700])
    expectClose(series.noise, noise, "the noise: one call of generator.normal")
    expectClose(
      series.trend[[0, 350, 699]], NDArray([0, 1, 3.98857959]), tolerance: 1e-8, "(2x/n)²")
    expectClose(
      series.cycle[[0, 100, 650]], NDArray([0, 0.42987189, 0.52836217]), tolerance: 1e-8,
      "sin(x/50) − sin(x/200)")
    expectClose(series.signal, series.trend + series.cycle, "what can be known")
    expectClose(series.values, series.signal + noise, "the series")
    let whole = LectureSeries(using: &first)
    #expect(whole.trend.count == 10_000, "10,000 values unless told otherwise")
    expectClose(whole.signal.variance(), 2.557848, tolerance: 1e-6, "the variance of the signal")
  }

  @Test("differenced too much: AR(p) on differences of noise") func noiseDifferencesInClosedForm() {
    let one = NoiseDifferences(order: 1)
    expectClose(one.coefficients, [-0.5], "p = 1")
    expectClose(one.residualVariance, 1.5, "p = 1: 3/2")
    expectClose(one.r2, 0.25, "p = 1: a quarter")
    let five = NoiseDifferences(order: 5)
    expectClose(
      five.coefficients, -NDArray([5.0, 4, 3, 2, 1]) / 6, "p = 5")
    expectClose(five.residualVariance, 7.0 / 6, "p = 5: 7/6")
    for (p, r2) in [(2, 0.333333), (5, 0.416667), (10, 0.454545), (1000, 0.499500)] {
      expectClose(NoiseDifferences(order: p).r2, r2, tolerance: 1e-6, "p = \(p): never beyond ½")
    }
  }
}
