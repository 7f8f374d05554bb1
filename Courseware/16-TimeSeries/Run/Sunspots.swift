import CourseKit
import NDArray
import TimeSeries

/// Sunspots: the order chosen on 1900–1949, judged on 1950–2008.
func sunspots() throws {
  let series = try Datasets.sunspots()
  let (y, learned) = (series.values, 250)
  section("Sunspots: 200 years learnt, the order chosen on the next 50")
  let orders = Array(1...20)
  let errors = try heldOutErrors(y[..<learned], orders: orders, learned: 200)
  let chosen = try chosenOrder(y[..<learned], orders: orders, learned: 200)
  headings("p", [1, 2, 3, 6, 8, 9, 10, 11, 20].map { "\($0)" }, column: 8)
  row(
    "MAE, 1900 to 1949", [1, 2, 3, 6, 8, 9, 10, 11, 20].map { errors[$0 - 1] }, digits: 3, column: 8
  )
  print("chosen: AR(\(chosen))")

  section("Sunspots: 250 years learnt, 1950 to 2008 judged")
  headings("", ["R²", "MAE", "Q(20)", "p"])
  let judged = y[learned...]
  let naive = persistence(y)[learned...]
  row("persistence", [r2(judged, naive), meanAbsoluteError(judged, naive)], digits: 3)
  let cycle = seasonalPersistence(y, period: 11)[learned...]
  row("as 11 years ago", [r2(judged, cycle), meanAbsoluteError(judged, cycle)], digits: 3)
  for p in [1, 2, 9, chosen] {
    let model = try Autoregression(fitting: y[..<learned], order: p)
    let expected = try model.predictions(of: y)
    let learnt = (y - expected)[p..<learned]
    let box = try LjungBox(learnt, lags: 20, fitted: p)
    row(
      "AR(\(p))\(p == chosen ? ", chosen" : "")",
      [
        r2(judged, expected[learned...]), meanAbsoluteError(judged, expected[learned...]),
        box.statistic, box.pValue,
      ], digits: 3)
  }
  let two = try Autoregression(fitting: y[..<learned], order: 2)
  print(
    "AR(2): a = \(two.coefficients.point(4)), c = \(two.constant.text(3)), κ = \(two.partial.point(4))"
  )
  print(
    "       stationary: \(two.isStationary), mean \(two.mean.text(2)); the series' \(y[..<learned].mean().text(2))"
  )

  let model = try Autoregression(fitting: y[..<learned], order: chosen)
  let expected = try model.predictions(of: y)
  let times = series.times[learned...]
  var oneStep = Plot("One year ahead, AR(\(chosen))", x: "year", y: "sunspots")
  oneStep.line(judged, x: times, label: "measured", marked: true)
  oneStep.line(expected[learned...], x: times, label: "AR(\(chosen))")
  oneStep.line(naive, x: times, label: "persistence", dashed: true)

  let steps = y.count - learned
  let far = try model.forecast(after: y[..<learned], steps: steps)
  let variance = square((y - expected)[chosen..<learned]).mean()
  let width = 1.96 * model.forecastDeviation(noiseVariance: variance, steps: steps)
  let inside = (abs(judged - far) .<= width).countNonzero()
  print("59 years ahead from 1949: within the 95 % band \(inside) of \(steps) years")
  var ahead = Plot("From 1949 on, nothing more is known", x: "year", y: "sunspots")
  ahead.line(judged, x: times, label: "measured", marked: true)
  ahead.line(far, x: times, label: "AR(\(chosen))")
  ahead.line(
    NDArray<Double>.full([steps], y[learned - 1].scalar), x: times, label: "persistence",
    dashed: true)
  ahead.line(
    concatenated([far + width, [.nan], far - width]), x: concatenated([times, [2008], times]),
    label: "95 % band", dashed: true)
  try save(Figure(oneStep, ahead, panelSize: (660, 440)), "sunspots")
}

/// Errors by horizon: forecasts that are fed with forecasts decay to the mean.
func farAhead() throws {
  section("Sunspots: MAE by horizon, 1950 to 2008")
  let (y, learned) = (try Datasets.sunspots().values, 250)
  let judged = y[learned...]
  let horizons = Array(1...22)
  let shown = [1, 2, 3, 5, 8, 11, 22]
  headings("years ahead", shown.map { "\($0)" }, column: 8)
  var plot = Plot("Mean absolute error by horizon", x: "years ahead", y: "MAE")
  func add(_ name: String, dashed: Bool = false, _ forecast: (Int) throws -> NDArray<Double>) throws
  {
    let errors = try horizons.map { meanAbsoluteError(judged, try forecast($0)[learned...]) }
    row(name, shown.map { errors[$0 - 1] }, digits: 2, column: 8)
    plot.line(
      NDArray(errors), x: NDArray(horizons.map { Double($0) }), label: name, dashed: dashed,
      marked: !dashed)
  }
  for p in [1, 2, 10] {
    let model = try Autoregression(fitting: y[..<learned], order: p)
    try add("AR(\(p))") { try model.forecasts(of: y, horizon: $0) }
  }
  try add("persistence", dashed: true) { persistence(y, horizon: $0) }
  try add("as 11 years ago", dashed: true) { seasonalPersistence(y, period: 11, horizon: $0) }
  try add("the mean", dashed: true) { _ in .full([y.count], y[..<learned].mean()) }
  try save(Figure(plot, panelSize: (720, 460)), "horizons")
}
