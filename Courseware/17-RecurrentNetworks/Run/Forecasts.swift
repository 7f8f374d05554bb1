import CourseKit
import NDArray
import Networks
import Optimisers
import RecurrentNetworks

private let steps = 32

/// R² and the mean absolute error of forecasts of the held-out end of the series.
private func score(_ forecast: NDArray<Double>, _ truth: NDArray<Double>) -> (
  r2: Double, mae: Double
) {
  let error = forecast - truth
  return (1 - square(error).sum() / square(truth - truth.mean()).sum(), abs(error).mean())
}

/// The lecture's series one step ahead: persistence, the mean of the window, the laboratory's network, and one that cheats.
func forecasts() throws {
  section("The lecture's series, one step ahead; the last fifth held out")
  var generator = Generator(seed: 0)
  let series = lectureSeries(10_000, using: &generator)
  let (x, y, means) = forecastWindows(series, steps: steps)
  let cut = 8000 - steps
  let truth = (y + means)[cut...]
  let (xTrain, yTrain) = (x[.all, 0..<cut].asType(Float.self), y[0..<cut].asType(Float.self))
  let (xTest, meansTest) = (x[.all, cut...].asType(Float.self), means[cut...])
  func show(_ name: String, _ forecast: NDArray<Double>) {
    let (r2, mae) = score(forecast, truth)
    print("\(name.padding(38)) R² \(r2.text(3)), MAE \(mae.text(3))")
  }
  show("persistence: tomorrow is today", (x[-1] + means)[cut...])
  show("the mean of the last 32", meansTest)

  let net = Forecaster<Float>(using: &generator)
  let optimiser = Optimiser(Adam(), net.parameters, rate: 0.005)
  let loss = SquaredError<Float>()
  let epochs = 4
  let progress = ProgressMeter("forecaster", total: epochs * ((cut + 63) / 64))
  for _ in 0..<epochs {
    for rows in batches(of: 64, count: cut, using: &generator) {
      optimiser.step {
        for p in optimiser.parameters { p.clearGradient() }
        let l = loss.forward(net.forward(xTrain[.all, rows]), yTrain[rows])
        net.backward(loss.backward())
        clipByNorm(optimiser.parameters, to: 1)
        progress.advance("loss \(l.text(3))")
      }
    }
  }
  net.setTraining(false)
  let forecast = net.forward(xTest).asType(Double.self) + meansTest
  show("LSTM, 16 wide, 2 layers, both ways", forecast)
  let (at, clean) = (NDArray.arange(8000.0, 10_000, 1), cleanSeries()[8000...])
  show("the series without its noise", clean.reshaped([-1, 1]))

  var plot = Plot("One step ahead, held out", x: "x", y: "y")
  plot.line(truth.reshaped([-1])[0..<120], x: at[0..<120], label: "the series")
  plot.line(clean[0..<120], x: at[0..<120], label: "without its noise", dashed: true)
  plot.line((x[-1] + means)[cut...].reshaped([-1])[0..<120], x: at[0..<120], label: "persistence")
  plot.line(forecast.reshaped([-1])[0..<120], x: at[0..<120], label: "LSTM")
  try save(Figure(plot, panelSize: (900, 440)), "forecast")

  // A network that is asked, at every step, for the number of the next step, but reads both ways.
  let text = xTrain[.all, 0..<2000]
  for isBidirectional in [false, true] {
    var generator = Generator(seed: 2)
    let layer = Recurrent<Float>(
      TanhCell(), inputs: 1, width: 16, isBidirectional: isBidirectional, using: &generator)
    let head = Linear<Float>(isBidirectional ? 32 : 16, 1, .xavier, using: &generator)
    let optimiser = Optimiser(Adam(), layer.parameters + head.parameters, rate: 0.01)
    let targets = text[1...].reshaped([-1, 1])
    var last: Float = 0
    for _ in 0..<60 {
      optimiser.step {
        for p in optimiser.parameters { p.clearGradient() }
        let h = layer.forward(text).outputs
        let rows = h[0..<(steps - 1)].reshaped([(steps - 1) * 2000, -1])
        last = loss.forward(head.forward(rows), targets)
        var dH = NDArray<Float>.zeros(h.shape)
        dH[0..<(steps - 1)] = head.backward(loss.backward()).reshaped([steps - 1, 2000, -1])
        _ = layer.backward(dH)
      }
    }
    let name = isBidirectional ? "both ways: it has seen the answer" : "one way"
    print("every step asked for the next, \(name): mean square \((2 * last).text(3))")
  }
}

/// The series before noise is added.
private func cleanSeries() -> NDArray<Double> {
  let x = NDArray.arange(10_000.0)
  return sin(x / 50) - sin(x / 200) + square(2 * x / 10_000.0)
}
