import CourseKit
import NDArray
import TimeSeries

/// The lecture's series put together, and CO₂ taken apart.
func parts() throws {
  section("The lecture's series, 10,000 values, seed 0")
  var generator = Generator(seed: 0)
  let series = LectureSeries(using: &generator)
  headings("", ["mean", "variance"])
  for (name, part) in [
    ("trend", series.trend), ("cycle", series.cycle), ("noise", series.noise),
    ("trend and cycle", series.signal), ("series", series.values),
  ] {
    row(name, [part.mean(), part.variance()], digits: 6)
  }
  func plot(_ title: String, _ lines: [(String, NDArray<Double>)]) -> Plot {
    var plot = Plot(title, x: "x, thousands", y: "y")
    let x = NDArray<Double>.arange(1000) / 100
    for (name, values) in lines { plot.line(values[.stride(by: 10)], x: x, label: name) }
    return plot
  }
  try save(
    Figure(
      plot("Trend and cycle", [("trend", series.trend), ("cycle", series.cycle)]),
      plot("Every tenth value", [("series", series.values), ("trend and cycle", series.signal)]),
      panelSize: (620, 400)), "parts")

  section("CO₂ taken apart, period 52 weeks")
  let co2 = try Datasets.co2()
  let whole = try filled(co2.values)
  let taken = try decomposed(whole, period: 52)
  let inside = taken.rest[26..<(whole.count - 26)]
  print("weeks \(co2.count), gaps \(co2.gaps), filled with lines for this picture")
  let trend = taken.trend[26..<(whole.count - 26)]
  print("trend from \(trend[0].scalar.text(2)) to \(trend[-1].scalar.text(2)) ppm")
  let season = taken.season[..<52]
  print("season from \(season.min().text(2)) to \(season.max().text(2)) ppm")
  let free = (whole - taken.trend)[26..<(whole.count - 26)]
  let times = co2.times[26..<(whole.count - 26)]
  let year = try Harmonics(fitting: free, times: times, period: 1, count: 3)
  headings("standard deviation of", ["ppm"])
  row("what the trend leaves", [free.std()], digits: 3)
  row("what 52 seasonal means leave", [inside.std()], digits: 3)
  row("what 3 waves of a year leave", [(free - year(times)).std()], digits: 3)
  var first = Plot("CO₂ at Mauna Loa", x: "year", y: "ppm")
  first.line(co2.values, x: co2.times, label: "measured")
  first.line(taken.trend, x: co2.times, label: "trend")
  var second = Plot("Season and rest", x: "year", y: "ppm")
  second.line(taken.season, x: co2.times, label: "season")
  second.line(taken.rest, x: co2.times, label: "rest")
  second.xRange = 1975...1985
  try save(Figure(first, second, panelSize: (620, 400)), "co2-parts")
}
