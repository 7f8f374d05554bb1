import CourseKit
import GradedTests
import NDArray
import Testing
import TimeSeries

@Suite(.graded) struct ComponentChecks {
  @Test("a moving average over an odd and an even period") func movingAverageByHand() throws {
    let y: NDArray<Double> = [2, 4, 9, 5, 1, 12]
    expectClose(
      try movingAverage(y, period: 3), [.nan, 5, 6, 5, 6, .nan],
      "three around each; none at the ends")
    expectClose(
      try movingAverage(y, period: 4), [.nan, .nan, 4.875, 5.75, .nan, .nan],
      "four: (2/2 + 4 + 9 + 5 + 1/2)/4, the ends half each")
    expectClose(try movingAverage(y, period: 1), y, "over one value: the series itself")
    expectThrows(.tooShort(values: 4, needed: 5), "period 4 needs five values") {
      try movingAverage([1, 2, 3, 4], period: 4)
    }
    expectClose(
      try movingAverage([1, 2, 3, 4, 7], period: 4), [.nan, .nan, 3.25, .nan, .nan],
      "five values are enough")
  }

  @Test("a season of its period is averaged away") func movingAverageTakesTheSeason() throws {
    let t = NDArray<Double>.arange(24)
    let season = NDArray<Double>([3, -1, -4, 2]).tiled([6])
    let trend = try movingAverage(2 * t + season, period: 4)
    expectClose(trend[2..<22], 2 * t[2..<22], "the line is left, exactly")
  }

  @Test("the mean of each phase, less their mean") func seasonalMeansByHand() {
    let y: NDArray<Double> = [1, 5, .nan, 3, 7, 9, 2, .nan]
    // Phases: (1, 3, 2), (5, 7), (9): means 2, 6, 9, and their mean is 17/3.
    expectClose(
      seasonalMeans(y, period: 3), NDArray([-11.0, 1, 10]) / 3,
      "gaps do not count, phases count alike, the sum is 0")
  }

  private struct Case: Decodable {
    let period: Int
    let trend, season, rest: NDArray<Double>
  }
  private struct Stored: Decodable {
    let series: NDArray<Double>
    let cases: [Case]
  }

  @Test("like statsmodels' seasonal_decompose") func decomposesLikeStatsmodels() throws {
    let stored: Stored = try reference("decomposition.json")
    for expected in stored.cases {
      let parts = try decomposed(stored.series, period: expected.period)
      expectClose(parts.trend, withGaps(expected.trend), "trend, period \(expected.period)")
      expectClose(parts.season, expected.season, "season, period \(expected.period)")
      expectClose(parts.rest, withGaps(expected.rest), "rest, period \(expected.period)")
    }
  }

  @Test("the parts are the whole") func partsAddUp() throws {
    let t = NDArray<Double>.arange(17)
    let season = NDArray<Double>([2, 0, -2]).tiled([6])[..<17]
    let parts = try decomposed(0.5 * t + season, period: 3)
    expectClose(parts.season, season, "the season that was put in")
    expectClose(parts.trend[1..<16], 0.5 * t[1..<16], "the trend that was put in")
    expectClose(parts.rest[1..<16], .zeros([15]), "nothing is left")
  }

  @Test("what cannot be taken apart") func decompositionRefuses() throws {
    expectThrows(.gap(at: 4), "a gap: fill it first") {
      try decomposed([1, 2, 3, 4, .nan, 6, 7, 8], period: 2)
    }
    expectThrows(.tooShort(values: 5, needed: 6), "less than two periods") {
      try decomposed([1, 2, 3, 4, 5], period: 3)
    }
    expectShape(
      try decomposed([1, 2, 3, 4, 5, 7], period: 3).trend, [6], "two periods are enough: the trend")
  }

  private struct Waves: Decodable { let seattle, rows: NDArray<Double> }

  @Test("waves of a period") func wavesByHand() throws {
    let half = 3.0.squareRoot() / 2
    expectClose(
      waves([0, 3, 4], period: 12, count: 2),
      NDArray([[1, 0, 1, 0, 1], [1, 1, 0, 0, -1], [1, half, -0.5, -half, -0.5]]),
      "1, sin, cos of the whole period, sin, cos of its half")
    expectClose(waves([2, 5], period: 7, count: 0), [[1], [1]], "no wave: a constant")
    let stored: Waves = try reference("harmonics.json")
    expectClose(
      waves([3, 100, 777], period: 365.25, count: 2), stored.rows, "three days of years of 365.25")
  }

  @Test("Seattle's year like numpy.linalg.lstsq") func harmonicsAgainstNumPy() throws {
    let stored: Waves = try reference("harmonics.json")
    let y = try Datasets.seattleTemperatures().values
    let days = NDArray<Double>.arange(Double(y.count))
    let year = try Harmonics(fitting: y, times: days, period: 365.25, count: 2)
    expectClose(year.coefficients, stored.seattle, tolerance: 1e-9, "b₀ … b₄")
    expectClose(
      year([3, 100, 777]), stored.rows.dot(stored.seattle), tolerance: 1e-9,
      "the season of three days")
  }

  @Test("a season is learnt from what is known") func harmonicsWithGaps() throws {
    let t = NDArray<Double>.arange(20)
    var y = waves(t, period: 6.5, count: 1).dot([5, -2, 0.5])
    y[[0, 7, 8]] = .nan
    let season = try Harmonics(fitting: y, times: t, period: 6.5, count: 1)
    expectClose(
      season.coefficients, [5, -2, 0.5], "the numbers that made it, in spite of three gaps")
    expectClose(season([6.5, 26]), [5.5, 5.5], "at any time: whole periods are like 0")
    expectThrows(.tooShort(values: 2, needed: 3), "two known values, three numbers to find") {
      try Harmonics(fitting: [1, .nan, 3], times: [0, 1, 2], period: 7, count: 1)
    }
    expectThrows(.tooShort(values: 4, needed: 5), "four known values, two waves and a constant") {
      try Harmonics(fitting: [1, 5, .nan, 3, 2], times: .arange(5), period: 7, count: 2)
    }
    let five = try Harmonics(fitting: [1, 5, 4, 3, 2], times: .arange(5), period: 7, count: 2)
    expectClose(
      five(.arange(5)), [1, 5, 4, 3, 2], "five values are enough, and are met: five numbers to find"
    )
    let mean = try Harmonics(fitting: [1, .nan, 4], times: [0, 1, 2], period: 7, count: 0)
    expectClose(mean.coefficients, [2.5], "no waves: the mean of what is known")
  }
}
