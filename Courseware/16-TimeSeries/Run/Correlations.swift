import CourseKit
import NDArray
import TimeSeries

/// Autocorrelations with the band of white noise.
func correlations() throws {
  section("Autocorrelations")
  var generator = Generator(seed: 0)
  let series = LectureSeries(using: &generator)
  let sunspots = try Datasets.sunspots().values
  let all: [(String, NDArray<Double>)] = [
    ("noise", series.noise), ("the lecture's series", series.values),
    ("its differences", try differenced(series.values)), ("sunspots", sunspots),
  ]
  headings("lag", ["band"] + [1, 2, 5, 11, 30].map { "\($0)" })
  for (name, y) in all {
    let rho = try autocorrelation(y, lags: 40)
    row(name, [whiteNoiseBand(count: y.count)] + rho[[1, 2, 5, 11, 30]].elements, digits: 4)
  }
  headings("partial, lag", [1, 2, 3, 9, 10, 30].map { "\($0)" })
  for (name, y) in all.dropFirst(2) {
    let kappa = try partialAutocorrelation(y, lags: 40)
    row(name, kappa[[0, 1, 2, 8, 9, 29]].elements, digits: 4)
  }
  func plot(_ title: String, _ lines: [(String, NDArray<Double>)], count: Int) -> Plot {
    var plot = Plot(title, x: "lag", y: "correlation")
    for (name, values) in lines {
      let from = Double(41 - values.count)
      plot.line(values, x: NDArray<Double>.arange(from, 41), label: name, marked: true)
    }
    let band = whiteNoiseBand(count: count)
    plot.line(
      NDArray([band, band, .nan, -band, -band]), x: [0, 40, 40, 0, 40],
      label: "band of white noise",
      dashed: true)
    return plot
  }
  let differences = all[2].1
  try save(
    Figure(
      plot(
        "Differences of the lecture's series",
        [
          ("autocorrelation", try autocorrelation(differences, lags: 40)),
          ("partial", try partialAutocorrelation(differences, lags: 40)),
        ], count: differences.count),
      plot(
        "Sunspots",
        [
          ("autocorrelation", try autocorrelation(sunspots, lags: 40)),
          ("partial", try partialAutocorrelation(sunspots, lags: 40)),
        ], count: sunspots.count), panelSize: (620, 420)), "correlations")
}
