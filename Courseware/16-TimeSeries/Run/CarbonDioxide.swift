import CourseKit
import NDArray
import TimeSeries

/// CO₂ with its gaps: 1958–1989 learnt, 1990–2001 judged.
func carbonDioxide() throws {
  let series = try Datasets.co2()
  let y = series.values
  let learned = (series.times .< 1990).countNonzero()
  let judged = y[learned...]
  section("CO₂, one week ahead: \(learned) weeks learnt, \(y.count - learned) judged")
  let rows13 = try windows(of: y[..<learned], length: 13).targets.count
  let rows52 = try windows(of: y[..<learned], length: 52).targets.count
  print("rows without a gap: \(rows13) with 13 lags, \(rows52) with 52, of \(learned)")
  headings("MAE, ppm", ["p = 1", "p = 4", "p = 13", "p = 52"])
  let orders = [1, 4, 13, 52]
  row(
    "AR(p) of levels",
    try orders.map {
      let model = try Autoregression(fitting: y[..<learned], order: $0)
      return meanAbsoluteError(judged, try model.predictions(of: y)[learned...])
    }, digits: 4)
  for lag in [1, 52] {
    row(
      "AR(p) of differences, lag \(lag)",
      try orders.map {
        let model = try DifferencedAutoregression(fitting: y[..<learned], order: $0, lag: lag)
        return meanAbsoluteError(judged, try model.predictions(of: y)[learned...])
      }, digits: 4)
  }
  row("persistence", [meanAbsoluteError(judged, persistence(y)[learned...])], digits: 4)

  section("CO₂: MAE by horizon in weeks, from every fourth week of 1990 to 2000")
  let yearly = try DifferencedAutoregression(fitting: y[..<learned], order: 52)
  let season = try DifferencedAutoregression(fitting: y[..<learned], order: 4, lag: 52)
  let shown = [1, 4, 13, 26, 39, 52]
  headings("weeks ahead", shown.map { "\($0)" }, column: 8)
  let starts = Array(stride(from: learned, to: y.count - 52, by: 4))
  func mean(_ name: String, _ forecast: (NDArray<Double>) throws -> NDArray<Double>) throws {
    var errors = NDArray<Double>.zeros([52])
    for start in starts {
      errors += abs(y[start..<(start + 52)] - (try forecast(y[..<start])))
    }
    errors /= Double(starts.count)
    row(name, shown.map { errors[$0 - 1].scalar }, digits: 3, column: 8)
  }
  try mean("AR(52) of differences, lag 1") { try yearly.forecast(after: $0, steps: 52) }
  try mean("AR(4) of differences, lag 52") { try season.forecast(after: $0, steps: 52) }
  try mean("as a year ago") { $0[($0.count - 52)...] }
  try mean("persistence") { .full([52], $0[-1].scalar) }

  let start = y.count - 104
  let times = series.times[start...]
  var plot = Plot("Two years ahead, from January 2000", x: "year", y: "ppm")
  plot.line(y[start...], x: times, label: "measured")
  plot.line(
    try yearly.forecast(after: y[..<start], steps: 104), x: times, label: "AR(52) of differences")
  plot.line(
    try season.forecast(after: y[..<start], steps: 104), x: times,
    label: "AR(4) of differences, lag 52")
  plot.line(.full([104], y[start - 1].scalar), x: times, label: "persistence", dashed: true)
  try save(Figure(plot, panelSize: (760, 460)), "co2")
}
