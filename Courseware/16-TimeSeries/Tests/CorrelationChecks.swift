import CourseKit
import GradedTests
import NDArray
import Testing
import TimeSeries

@Suite(.graded) struct CorrelationChecks {
  struct Box: Decodable {
    let series: String
    let lags, fitted: Int
    let statistic, pValue: Double
  }
  struct Tail: Decodable {
    let q: Double
    let degrees: Int
    let tail: Double
  }
  struct Stored: Decodable {
    let made, residuals, autocovariance, autocorrelation, partial, yuleWalker: NDArray<Double>
    let boxes: [Box]
    let tails: [Tail]
    let width: Double
    let points, density, narrow, normal: NDArray<Double>
  }

  @Test("autocovariances of (8, 4, 3, 1, 1)") func autocovarianceByHand() throws {
    // Less the mean 3.4: 4.6, 0.6, −0.4, −2.4, −2.4.
    expectClose(
      try autocovariance(five, lags: 2), [6.64, 1.848, -0.464],
      "33.2/5, 9.24/5, −2.32/5: the divisor is n for every lag")
    let rho = try autocorrelation(five, lags: 4)
    expectClose(rho[..<2], [1, 0.278313], tolerance: 1e-6, "ρ₀ and ρ₁ = 9.24/33.2")
    expectClose(
      rho[4], NDArray(-0.332530), tolerance: 1e-6, "ρ₄ = 4.6 · (−2.4)/33.2: one product only")
  }

  @Test("like statsmodels' acovf and acf") func correlationsAgainstStatsmodels() throws {
    let stored: Stored = try reference("correlations.json")
    expectClose(try autocovariance(stored.made, lags: 11), stored.autocovariance, "γ₀ … γ₁₁")
    expectClose(try autocorrelation(stored.made, lags: 11), stored.autocorrelation, "ρ₀ … ρ₁₁")
    expectClose(try autocovariance(stored.made, lags: 0), stored.autocovariance[..<1], "γ₀ alone")
  }

  @Test("a constant series, gaps, too few values") func correlationsAtTheEdge() throws {
    expectClose(
      try autocorrelation([3, 3, 3, 3], lags: 2), [1, 0, 0],
      "a constant series: 1 and zeros, not NaN")
    expectClose(
      try autocorrelation(.full([3], 0.1), lags: 2), [1, 0, 0],
      "three times 0.1 is constant too, though rounding makes its variance 10⁻³⁴")
    expectClose(
      try autocorrelation(NDArray([0, 1, 0, 1]) * 1e-20, lags: 1), [1, -0.75],
      "a series that moves by 10⁻²⁰ is not constant")
    expectThrows(.gap(at: 2), "a gap") { try autocovariance([1, 2, .nan, 4], lags: 1) }
    expectThrows(.gap(at: 2), "a gap, correlation") {
      try autocorrelation([1, 2, .nan, 4], lags: 1)
    }
    expectThrows(.tooShort(values: 4, needed: 5), "lag 4 of four values") {
      try autocovariance([1, 2, 4, 3], lags: 4)
    }
    expectShape(try autocovariance([1, 2, 4, 3], lags: 3), [4], "lag 3 of four values")
    expectClose(
      try autocorrelation(NDArray([0, 1, 0, 1]) + 1e9, lags: 1), [1, -0.75],
      "a large level is taken off first")
  }

  @Test("the band of white noise") func bandOfWhiteNoise() throws {
    expectClose(whiteNoiseBand(count: 400), 0.098, "1.96/√400")
    expectClose(whiteNoiseBand(count: 10_000), 0.0196, "1.96/√10000")
    var generator = Generator(seed: 1)
    let noise = generator.standardNormal([1000])
    let rho = try autocorrelation(noise, lags: 100)[1...]
    let beyond = (abs(rho) .> whiteNoiseBand(count: 1000)).countNonzero()
    #expect((1...10).contains(beyond), "of 100 autocorrelations of white noise about 5 are outside")
  }

  @Test("Levinson's recursion by hand") func levinsonByHand() {
    let one = levinson([1, 0.6])
    expectClose(one.coefficients, [0.6], "order 1: a₁ = ρ₁")
    let two = levinson([1, 0.5, 0.4])
    // κ₂ = (0.4 − 0.5·0.5)/(1 − 0.25) = 0.2, a₁ = 0.5 − 0.2·0.5.
    expectClose(two.coefficients, [0.4, 0.2], "order 2")
    expectClose(two.partial, [0.5, 0.2], "κ₁, κ₂")
    let three = levinson([1, 0.5, 0.4, 0.1])
    expectClose(
      three.partial[2], NDArray(-0.16 / 0.72),
      "κ₃ = (0.1 − 0.4·0.4 − 0.2·0.5)/(1 − 0.4·0.5 − 0.2·0.4)")
    expectClose(
      three.coefficients, NDArray([20.0, 13, -10]) / 45,
      "order 3: a₁ = 0.4 + 0.2/4.5, a₂ = 0.2 + 0.4/4.5: each less κ₃ times its opposite")
  }

  @Test("like statsmodels' yule_walker and pacf") func levinsonAgainstStatsmodels() throws {
    let stored: Stored = try reference("correlations.json")
    expectClose(
      levinson(stored.autocorrelation[..<5]).coefficients, stored.yuleWalker,
      "the coefficients of AR(4)")
    expectClose(try partialAutocorrelation(stored.made, lags: 11), stored.partial[1...], "κ₁ … κ₁₁")
  }

  @Test("mean, variance and autocovariance of each stretch") func momentsOfStretches() throws {
    let moments = try Moments(of: [1, 3, 5, 2, 8, 4, 4], parts: 2)
    expectClose(moments.mean, [2.75, 5.333333333333333], "four values, then three")
    expectClose(moments.variance, [2.1875, 3.555555555555556], "divisor n")
    expectClose(
      moments.autocovariance,
      [-0.390625, -0.5925925925925928],
      "at lag 1, each with its own mean and its own length for a divisor")
    let two = try Moments(of: [1, 3, 5, 2, 8, 4, 4], parts: 1, lag: 2)
    expectClose(
      two.autocovariance, try autocovariance([1, 3, 5, 2, 8, 4, 4], lags: 2)[2...],
      "one stretch, lag 2")
  }

  @Test("a constant trend is not stationarity") func linesAreNotStationary() throws {
    let line = try Moments(of: NDArray<Double>.arange(40), parts: 4)
    expectClose(
      line.mean, [4.5, 14.5, 24.5, 34.5], "y = t: its slope is constant, its mean is not")
    expectClose(line.variance, .full([4], 8.25), "its variance is")
    let alternating = NDArray<Double>([1, -1]).tiled([10])
    let slow = NDArray<Double>([1, 1, -1, -1]).tiled([5])
    let both = try Moments(of: concatenated([alternating, slow]), parts: 2)
    expectClose(both.mean, [0, 0], "equal means")
    expectClose(both.variance, [1, 1], "equal variances")
    expectClose(
      both.autocovariance, [-0.95, 0.05],
      "and another series all the same: the autocovariance tells")
    expectThrows(.gap(at: 1), "a gap, counted in its stretch") {
      try Moments(of: [1, 2, 3, 4, .nan, 6], parts: 2)
    }
    expectThrows(.tooShort(values: 2, needed: 3), "stretches of two values, lag 2") {
      try Moments(of: [1, 2, 3, 4], parts: 2, lag: 2)
    }
  }

  @Test("how often χ² is so large") func chiSquareTails() throws {
    let stored: Stored = try reference("correlations.json")
    for row in stored.tails {
      let tail = chiSquareTail(row.q, degrees: row.degrees)
      #expect(
        abs(tail - row.tail) <= 1e-10 * row.tail,
        "q = \(row.q), \(row.degrees) degrees: expected \(row.tail), got \(tail)")
    }
    #expect(chiSquareTail(0, degrees: 5) == 1, "0 is always reached")
    #expect(chiSquareTail(1e6, degrees: 4) == 0, "a million is not")
  }

  @Test("Ljung and Box by hand") func ljungBoxByHand() throws {
    let box = try LjungBox(five, lags: 2)
    // ρ₁ = 0.278313, ρ₂ = −0.069880.
    expectClose(
      box.statistic, 0.734729883, tolerance: 1e-8, "n(n + 2)(ρ₁²/(n − 1) + ρ₂²/(n − 2))")
    #expect(box.degrees == 2, "degrees of freedom: the lags, for nothing was fitted")
  }

  @Test("like statsmodels' acorr_ljungbox") func ljungBoxAgainstStatsmodels() throws {
    let stored: Stored = try reference("correlations.json")
    for expected in stored.boxes {
      let series = expected.series == "made" ? stored.made : stored.residuals
      let box = try LjungBox(series, lags: expected.lags, fitted: expected.fitted)
      let what = "\(expected.series), \(expected.lags) lags, \(expected.fitted) fitted"
      expectClose(box.statistic, expected.statistic, "Q: \(what)")
      #expect(box.degrees == expected.lags - expected.fitted, "degrees of freedom: \(what)")
      expectClose(box.pValue, expected.pValue, tolerance: 1e-12, "p: \(what)")
    }
    expectThrows(.gap(at: 0), "residuals begin with NaN: cut it off") {
      try LjungBox([.nan, 1, 2, 3], lags: 1)
    }
  }

  @Test("a density like scipy's gaussian_kde") func densityAgainstSciPy() throws {
    let stored: Stored = try reference("correlations.json")
    expectClose(silvermanWidth(stored.made), stored.width, "Silverman's width")
    expectClose(
      density(of: stored.made, at: stored.points, width: 0.3), stored.narrow, "31 points, width 0.3"
    )
    expectClose(
      density(of: stored.made, at: stored.points), stored.density, "31 points, Silverman's width")
    expectClose(
      normalDensity(stored.points, mean: 1.5, deviation: 0.7), stored.normal, "the bell itself")
  }

  @Test("a density has the area 1") func densitiesAddUp() {
    let points = NDArray<Double>.linspace(-30, 40, count: 7001)
    let area = density(of: [1, 2, 2, 7, -5], at: points).sum() * 0.01
    expectClose(area, 1, tolerance: 1e-8, "five values")
    expectClose(
      density(of: [2], at: [2, 3], width: 0.5), normalDensity([2, 3], mean: 2, deviation: 0.5),
      "one value: its bell")
  }
}
