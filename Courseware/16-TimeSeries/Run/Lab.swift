import CourseKit
import NDArray
import TimeSeries

/// The lecture's lab: AR(p) on differences, beside what it tends to in closed form and what the lab did not ask.
func lab() throws {
  section("The lab: 8,000 values learnt, 2,000 judged")
  var generator = Generator(seed: 0)
  let series = LectureSeries(using: &generator)
  let (y, learned) = (series.values, 8000)
  let differences = try differenced(y)
  let judged = y[learned...]
  headings(
    "AR(p) of the differences", ["a₁", "limit", "R² diff.", "limit", "R² series", "MAE"])
  for p in [1, 2, 5, 10, 20] {
    let model = try DifferencedAutoregression(fitting: y[..<learned], order: p)
    let step = try model.model.predictions(of: differences)[(learned - 1)...]
    let expected = try model.predictions(of: y)[learned...]
    let limit = NoiseDifferences(order: p)
    row(
      "p = \(p)",
      [
        model.model.coefficients[0].scalar, limit.coefficients[0].scalar,
        r2(differences[(learned - 1)...], step), limit.r2, r2(judged, expected),
        meanAbsoluteError(judged, expected),
      ], digits: 6)
  }
  headings("on the series itself", ["R²", "MAE"])
  let orders = [1, 2, 3, 5, 8, 13, 20, 30, 50, 80, 130, 200]
  var scores: [(levels: [Double], differences: [Double])] = []
  for p in orders {
    let onLevels = try Autoregression(fitting: y[..<learned], order: p)
    let levels = try onLevels.predictions(of: y)[learned...]
    let onDifferences = try DifferencedAutoregression(fitting: y[..<learned], order: p)
    let added = try onDifferences.predictions(of: y)[learned...]
    scores.append(
      (
        [r2(judged, levels), meanAbsoluteError(judged, levels)],
        [r2(judged, added), meanAbsoluteError(judged, added)]
      ))
    if [1, 5, 20, 80, 200].contains(p) {
      row("AR(\(p)) of levels", scores.last!.levels, digits: 6)
    }
    if [80, 200].contains(p) {
      row("AR(\(p)) of differences", scores.last!.differences, digits: 6)
    }
  }
  let naive = persistence(y)[learned...]
  row("persistence", [r2(judged, naive), meanAbsoluteError(judged, naive)], digits: 6)
  let known = series.signal[learned...]
  row("trend and cycle known", [r2(judged, known), meanAbsoluteError(judged, known)], digits: 6)

  var panels: [any Panel] = []
  for (k, name) in ["R² of the series", "MAE of the series"].enumerated() {
    var plot = Plot("\(name), held out, by order", x: "p", y: name)
    let x = NDArray(orders.map { Double($0) })
    plot.line(NDArray(scores.map { $0.levels[k] }), x: x, label: "AR of levels", marked: true)
    plot.line(
      NDArray(scores.map { $0.differences[k] }), x: x, label: "AR of differences", marked: true)
    let flat = { (value: Double) in NDArray([value, value]) }
    let ends: NDArray<Double> = [1, 200]
    plot.line(
      flat(k == 0 ? r2(judged, naive) : meanAbsoluteError(judged, naive)), x: ends,
      label: "persistence", dashed: true)
    plot.line(
      flat(k == 0 ? r2(judged, known) : meanAbsoluteError(judged, known)), x: ends,
      label: "trend and cycle known", dashed: true)
    plot.xScale = .logarithmic
    panels.append(plot)
  }
  try save(Figure(panels: panels, panelSize: (620, 420)), "lab")

  section("What is left over: the residuals of 2,000 judged values")
  headings("", ["mean", "deviation", "ρ₁", "Q(30)", "p"])
  let points = NDArray<Double>.linspace(-5, 5, count: 201)
  var plot = Plot("Density of y − ŷ, held out", x: "y − ŷ", y: "density")
  for (name, p) in [("persistence", 0), ("AR(1) of differences", 1), ("AR(20) of differences", 20)]
  {
    let expected =
      p == 0
      ? persistence(y)
      : try DifferencedAutoregression(fitting: y[..<learned], order: p).predictions(of: y)
    let residuals = (y - expected)[learned...]
    let box = try LjungBox(residuals, lags: 30)
    let rho = try autocorrelation(residuals, lags: 1)
    row(
      name, [residuals.mean(), residuals.std(), rho[1].scalar, box.statistic, box.pValue],
      digits: 4)
    plot.line(density(of: residuals, at: points), x: points, label: name)
  }
  plot.line(normalDensity(points), x: points, label: "the noise itself, N(0, 1)", dashed: true)
  try save(Figure(plot, panelSize: (720, 440)), "residuals")
}
