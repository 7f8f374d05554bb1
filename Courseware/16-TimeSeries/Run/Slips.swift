import CourseKit
import NDArray
import TimeSeries

/// What the usual mistakes look like in numbers.
func slips() throws {
  let (y, learned) = (try Datasets.sunspots().values, 250)
  let model = try Autoregression(fitting: y[..<learned], order: 9)
  let judged = y[learned...]
  section("What slips look like: sunspots, AR(9)")
  headings("", ["R²", "MAE"], name: 40)
  func show(_ name: String, _ y: NDArray<Double>, _ expected: NDArray<Double>) {
    row(name, [r2(y, expected), meanAbsoluteError(y, expected)], digits: 3, name: 40)
  }
  show("as it should be", judged, try model.predictions(of: y)[learned...])
  let reversed = Autoregression(
    coefficients: model.coefficients.flipped(), constant: model.constant)
  show("lags reversed", judged, try reversed.predictions(of: y)[learned...])
  // Lag 0 among the regressors: the answer is one of the questions.
  let rows = try windows(of: y, length: 9)
  let withAnswer = concatenated([rows.targets[.all, .newAxis], rows.lags], axis: 1)
  let cheat = try Linalg.lstsq(withAnswer, rows.targets).solution
  show("lag 0 among the lags", rows.targets, withAnswer.dot(cheat))
  let true3 = try model.predictions(of: y)[learned...]
  show("3 years ahead, fed with what came", judged, true3)
  show("3 years ahead, as it should be", judged, try model.forecasts(of: y, horizon: 3)[learned...])
  let steps = try DifferencedAutoregression(fitting: y[..<learned], order: 9)
  let differences = try differenced(y)
  let step = try steps.model.predictions(of: differences)[(learned - 1)...]
  show("of differences: R² of the differences", differences[(learned - 1)...], step)
  show("of differences: level not added back", judged, step)
  show("of differences: as it should be", judged, try steps.predictions(of: y)[learned...])

  section("What slips look like: 59 years held out, dots joined by lines")
  var generator = Generator(seed: 5)
  let inside = generator.permutation(y.count - 2)[..<59] + 1
  var holes = y
  holes[inside] = .nan
  headings("", ["R²", "MAE"], name: 40)
  show("held out at random", y[inside], try filled(holes)[inside])
  show("held out in time", judged, .full([59], y[learned - 1].scalar))

  section("What slips look like: CO₂ with its gaps dropped")
  let co2 = try Datasets.co2()
  let values = co2.values
  let early = (co2.times .< 1990).countNonzero()
  let dropped = values[.!isNaN(values)]
  let droppedEarly = values[..<early][.!isNaN(values[..<early])]
  headings("", ["p = 13", "p = 52"], name: 40)
  for (name, learnt) in [
    ("MAE of AR(p), rows with gaps left out", values[..<early]),
    ("MAE of AR(p), neighbours moved together", droppedEarly),
  ] {
    let errors = try [13, 52].map { p in
      let model = try Autoregression(fitting: learnt, order: p)
      return meanAbsoluteError(values[early...], try model.predictions(of: values)[early...])
    }
    row(name, errors, digits: 4, name: 40)
  }
  let right = try decomposed(try filled(values), period: 52)
  let moved = try decomposed(dropped, period: 52)
  print("the season with gaps bridged: \(right.season.ptp().text(2)) ppm from lowest to highest")
  print("the season with gaps dropped: \(moved.season.ptp().text(2)) ppm")
}
