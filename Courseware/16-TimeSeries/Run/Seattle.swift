import CourseKit
import NDArray
import TimeSeries

/// Seattle: a season of waves, and AR on what is left; three years learnt, the fourth judged.
func seattle() throws {
  let series = try Datasets.seattleTemperatures()
  let y = series.values
  let learned = (series.times .< 2015).countNonzero()
  let days = NDArray<Double>.arange(Double(y.count))
  let judged = y[learned...]
  section("Seattle's highest temperature, 2012 to 2014 learnt, 2015 judged")
  headings("MAE, °C", ["season", "AR(1)", "AR(3)", "AR(7)"])
  for count in [0, 1, 2, 3] {
    let year = try Harmonics(
      fitting: y[..<learned], times: days[..<learned], period: 365.25, count: count)
    let rest = y - year(days)
    row(
      count == 0 ? "no season: the mean" : "\(count) wave\(count == 1 ? "" : "s")",
      [meanAbsoluteError(judged, year(days)[learned...])]
        + (try [1, 3, 7].map { p in
          let model = try Autoregression(fitting: rest[..<learned], order: p)
          return meanAbsoluteError(
            rest[learned...], try model.predictions(of: rest)[learned...])
        }), digits: 3)
  }
  row("persistence", [meanAbsoluteError(judged, persistence(y)[learned...])], digits: 3)
  let ago = persistence(y, horizon: 365)[learned...]
  row("as 365 days ago", [meanAbsoluteError(judged, ago)], digits: 3)

  let year = try Harmonics(
    fitting: y[..<learned], times: days[..<learned], period: 365.25, count: 2)
  let rest = y - year(days)
  let model = try Autoregression(fitting: rest[..<learned], order: 3)
  headings("days ahead, MAE, °C", [1, 2, 3, 7, 30].map { "\($0)" })
  let horizons = [1, 2, 3, 7, 30]
  row(
    "2 waves and AR(3)",
    try horizons.map {
      meanAbsoluteError(
        judged, (year(days) + (try model.forecasts(of: rest, horizon: $0)))[learned...])
    }, digits: 3)
  row(
    "persistence",
    horizons.map { meanAbsoluteError(judged, persistence(y, horizon: $0)[learned...]) }, digits: 3)
  let expected = try model.predictions(of: rest)
  let box = try LjungBox((rest - expected)[3..<learned], lags: 20, fitted: 3)
  print(
    "residuals of 2 waves and AR(3): Q(20) = \(box.statistic.text(2)), p = \(box.pValue.text(4))")

  var whole = Plot("Four years and two waves", x: "year", y: "°C")
  whole.line(y, x: series.times, label: "highest temperature of a day")
  whole.line(year(days), x: series.times, label: "2 waves, learnt from three years")
  var summer = Plot("July and August 2015, one day ahead", x: "day of July", y: "°C")
  let first = learned + 181
  let part = first..<(first + 62)
  let x = NDArray<Double>.arange(1, 63)
  summer.line(y[part], x: x, label: "measured", marked: true)
  summer.line((year(days) + expected)[part], x: x, label: "2 waves and AR(3)")
  summer.line(persistence(y)[part], x: x, label: "persistence", dashed: true)
  summer.line(year(days)[part], x: x, label: "2 waves", dashed: true)
  summer.xRange = 0...63
  try save(Figure(whole, summer, panelSize: (660, 440)), "seattle")
}
