import CourseKit
import NDArray
import TimeSeries

/// The numbers that the lesson works by hand.
func pencil() throws {
  section("AR(1) of (8, 4, 3, 1, 1)")
  let y: NDArray<Double> = [8, 4, 3, 1, 1]
  let model = try Autoregression(fitting: y, order: 1)
  let expected = try model.predictions(of: y)
  print("a = \(model.coefficients[0].scalar.text(6)), c = \(model.constant.text(6))")
  print("expected   \(expected[1...].point(6))")
  print("residuals  \((y - expected)[1...].point(6))")
  print("R² \(r2(y, expected).text(6)), MAE \(meanAbsoluteError(y, expected).text(6))")
  print("the next two  \(try model.forecast(after: y, steps: 2).point(6))")
  print("differences   \(try differenced(y).point(0))")
  let rho = try autocorrelation(y, lags: 2)
  print("ρ₀, ρ₁, ρ₂    \(rho.point(6))")
  let box = try LjungBox(y, lags: 2)
  print("Ljung–Box     Q = \(box.statistic.text(6)), p = \(box.pValue.text(6))")

  section("AR(2) with a = (0.5, 0.3), c = 1, noise of variance 1")
  let process = Autoregression(coefficients: [0.5, 0.3], constant: 1)
  let gamma = try process.autocovariances(lags: 3)
  print("mean         \(process.mean.text(6))")
  print("eigenvalues  \(try Linalg.eigvals(process.companion).sorted(descending: true).point(6))")
  print("κ            \(process.partial.point(6))")
  print("γ₀ … γ₃      \(gamma.point(6))")
  print("ρ₁           \((gamma[1] / gamma[0]).scalar.text(6))")
  print("ψ₀ … ψ₄      \(process.shockResponse(count: 5).point(6))")
  print("width of a forecast of 1, 2, 3, 50 steps")
  let widths = process.forecastDeviation(noiseVariance: 1, steps: 50)
  print("             \(widths[[0, 1, 2, 49]].point(6))")
  let one = try Autoregression(coefficients: [0.8]).autocovariances(lags: 0)
  print("AR(1) with 0.8: variance \(one[0].scalar.text(6))")
}
