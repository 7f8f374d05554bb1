import CourseKit
import NDArray
import TimeSeries

/// Mean, variance and autocovariance by stretch, of what stays and of what does not.
func stationarity() throws {
  section("Five stretches: mean, variance, autocovariance at lag 1")
  var generator = Generator(seed: 0)
  let series = LectureSeries(using: &generator)
  let noise = generator.standardNormal([10_000])
  let step = Autoregression(coefficients: [0.8])
  let all: [(String, NDArray<Double>)] = [
    ("y = t/1000", NDArray<Double>.arange(10_000) / 1000),
    ("white noise", noise),
    ("AR(1) with 0.8", step.series(from: noise, after: [0])),
    ("random walk", noise.cumsum()),
    (
      "noise, then AR(1) of equal variance",
      concatenated([noise[..<4000], 0.6 * step.series(from: noise[4000...], after: [0])])
    ),
    ("the lecture's series", series.values),
    ("its differences", try differenced(series.values)),
  ]
  for (name, y) in all {
    let moments = try Moments(of: y, parts: 5)
    print(name)
    for (what, values) in [
      ("  mean", moments.mean), ("  variance", moments.variance),
      ("  autocovariance", moments.autocovariance),
    ] { row(what, values.elements, digits: 3) }
  }
}
