import CourseKit
import GradedTests
import NDArray
import Testing
import TimeSeries

@Suite(.graded) struct AutoregressionChecks {
  struct Fit: Decodable {
    let series: String
    let learned, order: Int
    let hasConstant: Bool
    let parameters, fitted, forecast: NDArray<Double>
  }
  struct Fits: Decodable {
    let made: NDArray<Double>
    let fits: [Fit]

    func series(_ fit: Fit) throws -> NDArray<Double> {
      switch fit.series {
      case "made": made
      case "sunspots": try Datasets.sunspots().values[..<fit.learned]
      default: try Datasets.seattleTemperatures().values
      }
    }
  }

  /// The model whose numbers are stored, so that a forecast is judged without the fit.
  private func model(_ fit: Fit) -> Autoregression {
    fit.hasConstant
      ? Autoregression(
        coefficients: fit.parameters[1...], constant: fit.parameters[0].scalar)
      : Autoregression(coefficients: fit.parameters)
  }

  @Test("AR(1) of (8, 4, 3, 1, 1) by hand") func fitByHand() throws {
    let model = try Autoregression(fitting: five, order: 1)
    expectShape(model.coefficients, [1], "the coefficients")
    expectClose(model.coefficients, NDArray([6.0 / 13]), "a = 6/13")
    expectClose(model.constant, 21.0 / 52, "c = 21/52")
    let residuals = five - (try model.predictions(of: five))
    expectClose(
      residuals, [.nan, -0.096154, 0.75, -0.788462, 0.134615], tolerance: 1e-6,
      "what was not expected; of the first value nothing was")
  }

  @Test("without a constant the line goes through 0") func fitWithoutConstant() throws {
    let model = try Autoregression(fitting: five, order: 1, hasConstant: false)
    // (4·8 + 3·4 + 1·3 + 1·1)/(64 + 16 + 9 + 1)
    expectClose(model.coefficients, NDArray([48.0 / 90]), "a = Σxy/Σx²")
    #expect(model.constant == 0, "c")
  }

  @Test("like statsmodels' AutoReg") func fitsAgainstStatsmodels() throws {
    let stored: Fits = try reference("fits.json")
    for fit in stored.fits {
      let y = try stored.series(fit)
      let model = try Autoregression(fitting: y, order: fit.order, hasConstant: fit.hasConstant)
      let what = "\(fit.series), AR(\(fit.order))" + (fit.hasConstant ? "" : " without constant")
      #expect(model.order == fit.order, "the order: \(what)")
      let parameters =
        fit.hasConstant
        ? concatenated([NDArray([model.constant]), model.coefficients]) : model.coefficients
      expectClose(parameters, fit.parameters, tolerance: 1e-9, "the coefficients: \(what)")
    }
  }

  private struct Gaps: Decodable {
    let made, madeOrder3, co2Order13, co2Differences52: NDArray<Double>
  }

  @Test("a series with gaps: only whole rows are learnt from") func fitsWithGaps() throws {
    let stored: Gaps = try reference("gaps.json")
    let co2 = try Datasets.co2().values
    for (y, order, expected, what) in [
      (withGaps(stored.made), 3, stored.madeOrder3, "a made series, AR(3)"),
      (co2, 13, stored.co2Order13, "CO₂, 59 gaps, AR(13)"),
      (co2.diff(), 52, stored.co2Differences52, "its differences, AR(52)"),
    ] {
      let model = try Autoregression(fitting: y, order: order)
      expectClose(model.coefficients, expected[1...], tolerance: 1e-9, "a: \(what)")
      expectClose(model.constant, expected[0].scalar, tolerance: 1e-8, "c: \(what)")
    }
  }

  @Test("too short for p, constant, full of gaps: an error that says so") func fitsThatCannotBe()
    throws
  {
    expectThrows(.tooShort(values: 3, needed: 7), "AR(3) of three values: no row for 4 numbers") {
      try Autoregression(fitting: [1, 5, 2], order: 3)
    }
    expectThrows(.tooShort(values: 5, needed: 7), "AR(3) of five values: 2 rows for 4 numbers") {
      try Autoregression(fitting: five, order: 3)
    }
    expectThrows(.tooShort(values: 5, needed: 6), "without a constant: 2 rows for 3 numbers") {
      try Autoregression(fitting: five, order: 3, hasConstant: false)
    }
    #expect(
      try Autoregression(fitting: five, order: 2).order == 2,
      "three rows are enough for three numbers")
    expectThrows(.dependentLags(rank: 1, columns: 2), "a constant series: c and a say the same") {
      try Autoregression(fitting: [7, 7, 7, 7, 7, 7], order: 1)
    }
    expectThrows(.dependentLags(rank: 2, columns: 3), "a straight line: X₋₂ = X₋₁ − 1") {
      try Autoregression(fitting: NDArray<Double>.arange(9), order: 2)
    }
    expectThrows(
      .fewRows(rows: 2, needed: 3), "AR(2) of nine values, but 2 whole rows for 3 numbers"
    ) {
      try Autoregression(fitting: [1, 2, 5, .nan, .nan, 4, 3, 6, .nan], order: 2)
    }
    #expect(
      try Autoregression(fitting: [1, 2, 5, .nan, 4, 3, 6, 6], order: 2).order == 2,
      "three whole rows are enough for three numbers")
    expectThrows(.tooShort(values: 4, needed: 5), "too short is told before the gaps") {
      try Autoregression(fitting: [1, .nan, 2, .nan], order: 2)
    }
    expectThrows(.onlyGaps(length: 2), "every second value a gap") {
      try Autoregression(fitting: [1, .nan, 3, .nan, 2, .nan, 8], order: 1)
    }
  }

  @Test("one step ahead, by the lags in their order") func predictsOneStep() throws {
    let model = Autoregression(coefficients: [2, -1, 0.5], constant: 10)
    expectClose(
      try model.predictions(of: [1, 2, 4, 8, 16]),
      [.nan, .nan, .nan, 16.5, 23],
      "10 + 2·4 − 2 + 0.5·1, 10 + 2·8 − 4 + 0.5·2: the last value first")
    expectClose(
      try model.predictions(of: [1, 2, .nan, 8, 16, 3, 0, 5]),
      [.nan, .nan, .nan, .nan, .nan, .nan, 4, 15],
      "nothing is expected while a gap is among the lags")
    expectThrows(.tooShort(values: 3, needed: 4), "three values, three lags") {
      try model.predictions(of: [1, 2, 3])
    }
  }

  @Test("the same as statsmodels expects") func predictsLikeStatsmodels() throws {
    let stored: Fits = try reference("fits.json")
    for fit in stored.fits {
      let y = try stored.series(fit)
      let expected = try model(fit).predictions(of: y)
      let what = "\(fit.series), AR(\(fit.order))"
      expectShape(expected, y.shape, "one for each moment: \(what)")
      expectClose(expected[fit.order...], fit.fitted, tolerance: 1e-9, "one step: \(what)")
      expectClose(
        try model(fit).forecast(after: y, steps: 12), fit.forecast, tolerance: 1e-9,
        "twelve steps after the end: \(what)")
    }
  }

  @Test("k steps by hand: forecasts feed forecasts") func forecastsByHand() throws {
    let model = Autoregression(coefficients: NDArray([6.0 / 13]), constant: 21.0 / 52)
    expectClose(
      try model.forecast(after: five, steps: 2), [0.865385, 0.803254], tolerance: 1e-6,
      "after (8, 4, 3, 1, 1)")
    let two = Autoregression(coefficients: [1, -2], constant: 1)
    // 1 + 4 − 6 = −1; 1 − 1 − 8 = −8; 1 − 8 + 2 = −5.
    expectClose(
      try two.forecast(after: [9, 3, 4], steps: 3), [-1, -8, -5], "only the last two count")
  }

  @Test("several pasts at once") func continuesRows() {
    let model = Autoregression(coefficients: [1, -2], constant: 1)
    let on = model.continued([[4, 3], [0, 1], [5, 5]], steps: 2)
    expectClose(on, [[-1, -8], [-1, 0], [-4, -13]], "each row by itself, the newest lag first")
    expectShape(model.continued([[4, 3], [0, 1], [5, 5]], steps: 1), [3, 1], "one step")
    let one = Autoregression(coefficients: [0.5])
    expectClose(one.continued([[8]], steps: 3), [[4, 2, 1]], "one past, one lag")
  }

  @Test("forecasts of k steps at every moment") func forecastsAtEveryMoment() throws {
    let y: NDArray<Double> = [3, 4, 0, 7, 1, 5, 2, .nan, 6, 6, 6]
    let model = Autoregression(coefficients: [1, -2], constant: 1)
    let three = try model.forecasts(of: y, horizon: 3)
    expectShape(three, [11], "one for each moment")
    for t in 4..<11 {
      let known = y[..<(t - 2)]
      let whole = !isNaN(known[(t - 4)...]).any()
      let expected = whole ? try model.forecast(after: known, steps: 3)[2].scalar : .nan
      expectClose(three[t].scalar, expected, "moment \(t), by what was known at \(t - 3)")
    }
    #expect(isNaN(three[..<4]).all(), "before p + k − 1 there is nothing to go on from")
    expectClose(
      try model.forecasts(of: y, horizon: 1), try model.predictions(of: y), "one step is one step")
    expectThrows(.tooShort(values: 4, needed: 5), "four values, three steps after two") {
      try model.forecasts(of: y[..<4], horizon: 3)
    }
    #expect(
      try model.forecasts(of: y[..<5], horizon: 3).count == 5, "five values: one forecast, and NaN")
  }

  @Test("nothing to go on from: an error that says so") func forecastsThatCannotBe() throws {
    let model = Autoregression(coefficients: [1, -2])
    expectThrows(.tooShort(values: 1, needed: 2), "one value, two lags") {
      try model.forecast(after: [1], steps: 1)
    }
    expectThrows(.gap(at: 3), "the last value but one is a gap") {
      try model.forecast(after: [1, .nan, 3, .nan, 5], steps: 1)
    }
    let three = Autoregression(coefficients: [1, -2, 3])
    expectThrows(.gap(at: 3), "two gaps among the last three: the first of them") {
      try three.forecast(after: [1, 2, 4, .nan, .nan], steps: 1)
    }
    expectClose(
      try model.forecast(after: [1, .nan, 3, 5], steps: 1), [-1], "an older gap does no harm")
  }

  @Test("as now, and as a season ago") func baselinesByHand() {
    expectClose(persistence(five), [.nan, 8, 4, 3, 1], "each as the one before it")
    expectClose(persistence(five, horizon: 3), [.nan, .nan, .nan, 8, 4], "three steps before")
    let y = NDArray<Double>.arange(8)
    expectClose(
      seasonalPersistence(y, period: 3), [.nan, .nan, .nan, 0, 1, 2, 3, 4], "a season ago")
    expectClose(
      seasonalPersistence(y, period: 3, horizon: 3), [.nan, .nan, .nan, 0, 1, 2, 3, 4],
      "three steps before, that season is still the last one known")
    expectClose(
      seasonalPersistence(y, period: 3, horizon: 4),
      [.nan, .nan, .nan, .nan, .nan, .nan, 0, 1], "four steps before, it takes two seasons")
    expectClose(
      seasonalPersistence(.arange(11), period: 3, horizon: 8)[9...], [0, 1],
      "eight steps before, it takes three")
  }

  @Test("scores by hand, over what is known") func scoresByHand() {
    let expected: NDArray<Double> = [.nan, 4.096154, 2.25, 1.788462, 0.865385]
    expectClose(meanAbsoluteError(five, expected), 0.442308, tolerance: 1e-6, "MAE of the AR(1)")
    expectClose(r2(five, expected), 0.820513, tolerance: 1e-6, "R²: ȳ is the mean of 4, 3, 1, 1")
    expectClose(
      meanAbsoluteError([1, .nan, 3, 5], [2, 7, .nan, 8]), 2, "a gap in either does not count")
    expectClose(
      r2([1, .nan, 3, 5], [2, 7, .nan, 8]), -0.25, "1 − (1 + 9)/(4 + 4): worse than the mean")
  }

  @Test("differences are forecast, levels are compared") func levelsAreAddedBack() throws {
    let model = DifferencedAutoregression(
      model: Autoregression(coefficients: [0.5], constant: 1), lag: 1)
    // Differences of (8, 4, 3, 1, 1): −4, −1, −2, 0; expected −1, 0.5, 0.
    expectClose(
      try model.predictions(of: five), [.nan, .nan, 3, 3.5, 1],
      "the level before it and the expected difference")
    expectClose(
      try model.forecast(after: five, steps: 3), [2, 3.5, 5.25],
      "differences 1, 1.5, 1.75, from 1 up")
    let seasonal = DifferencedAutoregression(
      model: Autoregression(coefficients: [1], constant: 1), lag: 2)
    // Differences −5, −3, −2, of which 1 more each is expected.
    expectClose(
      try seasonal.predictions(of: five), [.nan, .nan, .nan, 0, 1],
      "4 − 4, 3 − 2: two steps before, lag 2")
    expectClose(
      try seasonal.forecast(after: five, steps: 3), [0, 1, 1], "1 − 1, 1 + 0, then 0 + 1")
    expectThrows(
      .tooShort(values: 2, needed: 3), "two values, a difference of two steps and one lag"
    ) {
      try seasonal.forecast(after: [1, 2], steps: 1)
    }
    expectClose(
      try seasonal.forecast(after: [1, 2, 4], steps: 1), [6], "three are enough: 2 + (4 − 1) + 1")
    let long = DifferencedAutoregression(model: Autoregression(coefficients: [1, 1]), lag: 2)
    expectThrows(.tooShort(values: 3, needed: 4), "two lags of differences of two steps") {
      try long.forecast(after: [1, 2, 3], steps: 1)
    }
    let wide = DifferencedAutoregression(model: Autoregression(coefficients: [1]), lag: 3)
    expectThrows(.gap(at: 5), "two gaps among the last three values: the first of them") {
      try wide.forecast(after: [1, 2, 3, 4, 5, .nan, .nan], steps: 1)
    }
    expectThrows(.gap(at: 3), "a gap where the level is") {
      try seasonal.forecast(after: [1, 2, 3, .nan, 5], steps: 1)
    }
    expectThrows(.gap(at: 1), "a gap among the differences: 5 less nothing, the second of them") {
      try model.forecast(after: [1, .nan, 5], steps: 1)
    }
    expectClose(
      try model.forecast(after: [.nan, 3, 5], steps: 1), [7],
      "an older gap does no harm: 5 + 1 + 0.5 · 2")
    let fitted = try DifferencedAutoregression(fitting: five, order: 1, lag: 2, hasConstant: false)
    #expect(fitted.lag == 2, "the lag that was asked for")
    // Differences of two steps: −5, −3, −2.
    expectClose(
      fitted.model.coefficients, NDArray([21.0 / 34]),
      "a of the differences of two steps, without a constant: (5·3 + 3·2)/(25 + 9)")
    #expect(fitted.model.constant == 0, "`hasConstant` is handed on: no constant")
  }

  private struct Row: Decodable {
    let order: Int
    let parameters: NDArray<Double>
    let r2, levelR2, levelMAE: Double
  }
  private struct Scores: Decodable { let r2, mae: Double }
  private struct Lab: Decodable {
    let rows: [Row]
    let levels, persistence: Scores
  }

  @Test("the lecture's lab like NumPy, and near its closed form") func labAgainstNumPy() throws {
    let stored: Lab = try reference("lab.json")
    var generator = Generator(seed: 0)
    let y = LectureSeries(using: &generator).values
    let differences = try differenced(y)
    for row in stored.rows {
      let model = try DifferencedAutoregression(fitting: y[..<8000], order: row.order)
      expectClose(
        model.model.coefficients, row.parameters[1...], tolerance: 1e-9, "a, AR(\(row.order))")
      expectClose(
        model.model.constant, row.parameters[0].scalar, tolerance: 1e-9, "c, AR(\(row.order))")
      let expected = try model.predictions(of: y)
      expectClose(
        r2(y[8000...], expected[8000...]), row.levelR2, "R² of the series, AR(\(row.order))")
      let step = try model.model.predictions(of: differences)
      let score = r2(differences[7999...], step[7999...])
      expectClose(score, row.r2, "R² of the differences, AR(\(row.order))")
      let limit = NoiseDifferences(order: row.order).r2
      #expect(abs(score - limit) < 0.012, "and the limit p/(2(p + 1)) of AR(\(row.order)) is near")
    }
  }

  @Test("each order judged on the same later values") func errorsByOrder() throws {
    let y: NDArray<Double> = [1, 3, 2, 5, 4, 4, 7, 3, 6, 5, 8]
    let errors = try heldOutErrors(y, orders: [1, 3], learned: 8)
    for (error, order) in zip(errors, [1, 3]) {
      let model = try Autoregression(fitting: y[..<8], order: order)
      let expected = try (8..<11).map { try model.forecast(after: y[..<$0], steps: 1)[0].scalar }
      let wanted = abs(y[8...] - NDArray(expected)).mean()
      expectClose(
        error, wanted,
        "AR(\(order)): fitted to the first 8, judged on the last 3, whose lags reach back")
    }
    #expect(errors.count == 2, "an error for each order")
    expectThrows(.tooShort(values: 4, needed: 9), "no order that the learnt part cannot bear") {
      try heldOutErrors(y, orders: [4], learned: 4)
    }
  }

  @Test("the order of a process is found again") func ordersAreChosen() throws {
    var generator = Generator(seed: 7)
    let process = Autoregression(coefficients: [0.4, -0.8], constant: 2)
    let y = process.series(from: generator.standardNormal([1500]), after: [1, 1])[100...]
    #expect(
      try chosenOrder(y, orders: [1, 2], learned: 1000) == 2, "of 1 and 2, for AR(2) with a₂ = −0.8"
    )
    #expect(
      try chosenOrder(y, orders: [2, 1], learned: 1000) == 2, "the order is returned, not its place"
    )
    let errors = try heldOutErrors(y, orders: [1, 2, 3, 8], learned: 1000)
    let chosen = try chosenOrder(y, orders: [1, 2, 3, 8], learned: 1000)
    #expect(
      chosen == [1, 2, 3, 8][NDArray(errors).argMin()], "the order of the smallest error: \(errors)"
    )
  }
}
