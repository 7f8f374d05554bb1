import CourseKit
import GradedTests
import NDArray
import Testing
import TimeSeries

@Suite(.graded) struct ProcessChecks {
  struct Process: Decodable {
    let coefficients, autocovariances, response, partial, noise, values,
      eigenvalues: NDArray<Double>
    let isStationary: Bool
    var model: Autoregression { Autoregression(coefficients: coefficients, constant: 0.7) }
  }
  struct Unstable: Decodable {
    let coefficients: NDArray<Double>
    let isStationary: Bool
  }
  struct Stored: Decodable {
    let processes: [Process]
    let unstable: [Unstable]
  }

  private let one = Autoregression(coefficients: [0.8])
  private let two = Autoregression(coefficients: [0.5, 0.3], constant: 1)

  @Test("AR(2) with 0.5, 0.3 and c = 1 by hand") func processByHand() throws {
    expectClose(two.mean, 5, "c/(1 − 0.8)")
    expectEqual(two.companion, [[0.5, 0.3], [1, 0]], "the step of the two newest values")
    expectClose(
      try Linalg.eigvals(two.companion).sorted(), [-0.352080, 0.852080], tolerance: 1e-6,
      "its eigenvalues")
    expectClose(two.partial, [0.714286, 0.3], tolerance: 1e-6, "κ₁ = 0.5/(1 − 0.3), κ₂ = a₂")
    let gamma = try two.autocovariances(lags: 3)
    expectClose(gamma[1] / gamma[0], NDArray(0.714286), tolerance: 1e-6, "ρ₁ = κ₁")
    expectClose(
      gamma[3], 0.5 * gamma[2] + 0.3 * gamma[1], "γ₃ = 0.5γ₂ + 0.3γ₁: beyond p the series' own rule"
    )
  }

  @Test("AR(1) with 0.8 by hand") func firstOrderByHand() throws {
    expectClose(
      try one.autocovariances(lags: 4), NDArray([1, 0.8, 0.64, 0.512, 0.4096]) / 0.36,
      "γ₀ = 1/(1 − 0.64) = 2.777778, and each lag 0.8 of the one before")
    expectClose(
      try one.autocovariances(noiseVariance: 9, lags: 0), [25], "noise of variance 9, γ₀ alone")
    expectClose(
      one.shockResponse(count: 4), [1, 0.8, 0.64, 0.512], "what a shock of 1 is worth later")
    expectEqual(one.companion, [[0.8]], "the companion of one lag")
    #expect(one.mean == 0, "no constant, no mean")
  }

  @Test("like statsmodels' ArmaProcess") func processesAgainstStatsmodels() throws {
    for process in try reference("processes.json", as: Stored.self).processes {
      let (model, what) = (process.model, "a = \(process.coefficients)")
      expectClose(
        try model.autocovariances(noiseVariance: 1.7, lags: 8), process.autocovariances,
        tolerance: 1e-9,
        "γ₀ … γ₈, noise of variance 1.7: \(what)")
      expectClose(model.shockResponse(count: 9), process.response, "ψ₀ … ψ₈: \(what)")
      expectClose(model.partial, process.partial, "κ₁ … κₚ: \(what)")
    }
  }

  @Test("which series stay") func stationarityOfProcesses() throws {
    let stored: Stored = try reference("processes.json")
    for process in stored.processes {
      #expect(process.model.isStationary, "a = \(process.coefficients): all |κ| < 1")
    }
    for process in stored.unstable {
      let model = Autoregression(coefficients: process.coefficients)
      #expect(!model.isStationary, "a = \(process.coefficients): it grows or wanders")
    }
    #expect(!Autoregression(coefficients: [-1]).isStationary, "a = −1 swings for ever")
    #expect(Autoregression(coefficients: [-0.99]).isStationary, "a = −0.99 dies out")
    #expect(
      !Autoregression(coefficients: [0.3, 0.2, 1]).isStationary, "κ₃ = 1: the recursion ends there")
  }

  @Test("the companion of three lags") func companionOfThree() {
    let model = Autoregression(coefficients: [0.6, -0.4, 0.2])
    expectEqual(
      model.companion, [[0.6, -0.4, 0.2], [1, 0, 0], [0, 1, 0]],
      "first row: the new value; below: each lag becomes the next older one")
    let state: NDArray<Double> = [4, -1, 2]
    expectClose(
      model.companion.dot(state)[0], model.continued([[4, -1, 2]], steps: 1)[0, 0],
      "its first row is a step of the model")
  }

  @Test("a series from its noise") func seriesFromNoise() throws {
    expectClose(
      two.series(from: [0, 1, -2], after: [4, 6]), NDArray([5.2, 6.4, 3.76]),
      "1 + 3 + 1.2; 1 + 2.6 + 1.8 + 1; 1 + 3.2 + 1.56 − 2")
    for process in try reference("processes.json", as: Stored.self).processes {
      let start = NDArray<Double>.full([process.coefficients.count], 0.3)
      expectClose(
        process.model.series(from: process.noise, after: start), process.values,
        "30 values: a = \(process.coefficients)")
    }
  }

  @Test("without noise a series is its forecast, and it decays to the mean") func forecastsDecay()
    throws
  {
    let past: NDArray<Double> = [9, -3, 12]
    let quiet = two.series(from: .zeros([60]), after: past)
    expectClose(
      try two.forecast(after: past, steps: 60), quiet, "forecasts: what comes when nothing happens")
    #expect(abs(quiet[59] - 5).scalar < 1e-3, "sixty steps on, the past is forgotten: the mean, 5")
  }

  @Test("how wide a forecast is") func forecastWidths() throws {
    expectClose(
      one.forecastDeviation(noiseVariance: 9, steps: 3),
      3 * sqrt(NDArray([1, 1.64, 2.0496])), "3√1, 3√(1 + 0.64), 3√(1 + 0.64 + 0.4096)")
    let far: Double = two.forecastDeviation(noiseVariance: 2, steps: 200)[199]
    let gamma: Double = try two.autocovariances(noiseVariance: 2, lags: 0)[0]
    expectClose(far, gamma.squareRoot(), tolerance: 1e-9, "far ahead as wide as the series itself")
  }

  @Test("no variance, no answer") func processesWithoutVariance() {
    #expect(throws: LinAlgError.self, "a = 1: the variance grows for ever") {
      try Autoregression(coefficients: [1]).autocovariances(lags: 1)
    }
  }
}
