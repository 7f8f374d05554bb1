import CourseKit
import NDArray
import TimeSeries

/// An autoregression that learns from its own forecasts: gradients back through k steps.
func rollOut() throws {
  section("Sunspots: learning from 11 steps at once, by descent")
  let (y, learned) = (try Datasets.sunspots().values, 250)
  let scaler = SeriesScaler(fitting: y[..<learned])
  let z = scaler(y)
  let steps = 11
  headings("", ["loss", "1 year", "3 years", "11 years"], name: 40)
  for p in [2, 9] {
    let net = RollOut(try Autoregression(fitting: z[..<learned], order: p))
    let rows = try windows(of: z[..<learned], length: p + steps)
    let both = rows.inputs
    let past = both[.all, ..<p].flipped(axes: [1])
    let targets = both[.all, p...]
    func show(_ name: String, _ loss: Double) throws {
      let errors = try [1, 3, 11].map { horizon in
        let expected = scaler.inverse(try net.model.forecasts(of: z, horizon: horizon))
        return meanAbsoluteError(y[learned...], expected[learned...])
      }
      row(name, [loss] + errors, digits: 3, name: 40)
    }
    for rate in [0.02, 0.1] {
      let net2 = RollOut(try Autoregression(fitting: z[..<learned], order: p))
      let current = rate == 0.02 ? net : net2
      for step in 0...1000 {
        let error = current.forward(past, steps: steps) - targets
        let loss: Double = square(error).mean()
        if step == 0 && rate == 0.02 { try show("AR(\(p)), fitted to one step", loss) }
        if step == 1000 && rate == 0.02 { try show("AR(\(p)), 1,000 steps on 11 years", loss) }
        if !loss.isFinite || loss > 1e6 {
          print("AR(\(p)), η = \(rate): the loss explodes in step \(step)")
          break
        }
        current.clearGradients()
        _ = current.backward(2 * error / Double(error.count))
        for parameter in current.parameters {
          parameter.value -= rate * parameter.gradient
        }
      }
    }
  }
}
