import CourseKit
import NDArray
import Networks
import Optimisers
import RecurrentNetworks

/// How far a gradient reaches, and what clipping does where it grows.
func horizons() throws {
  section("‖∂L/∂hₜ‖ of the last step's loss, as a share, by steps back")
  let back = [1, 5, 10, 20, 50]
  var plot = Plot("How much of the gradient arrives", x: "steps back", y: "share")
  func show(_ name: String, _ norms: [Double]) {
    print(name.padding(30), back.map { number(norms[$0]).padding(11) }.joined())
    plot.line(NDArray(norms.map { $0 > 1e-9 ? $0 : .nan }), label: name)
  }
  print("steps back".padding(30), back.map { "\($0)".padding(11) }.joined())
  var generator = Generator(seed: 3)
  let (steps, width) = (51, 32)
  let x = 0.1 * generator.standardNormal([steps, 8, 4])
  let dLast = generator.standardNormal([8, width])
  for scale in [0.9, 1.0, 1.1] {
    let turn: NDArray<Double> = rotation(width, scale: scale, using: &generator)
    let zeros = NDArray<Double>.zeros([width])
    let layer = RecurrentLayer<Double>(
      TanhCell(), weight: (NDArray.zeros([width, 4]), turn), bias: (zeros, zeros))
    show("rotation × \(scale.text(1)), no input", gradientHorizon(layer, x, dLast: dLast))
  }
  let small = RecurrentLayer<Double>(TanhCell(), inputs: 4, width: width, using: &generator)
  show("torch's beginning, tanh", gradientHorizon(small, x, dLast: dLast))
  let wild = RecurrentLayer<Double>(TanhCell(), inputs: 4, width: width, using: &generator)
  wild.stateWeight.value *= 5
  show("five times as large, tanh", gradientHorizon(wild, x, dLast: dLast))
  for (name, forget) in [("LSTM, forget bias 0", 0.0), ("LSTM, forget bias 3", 3)] {
    let layer = RecurrentLayer<Double>(LSTMCell(), inputs: 4, width: width, using: &generator)
    layer.inputBias.value[width..<(2 * width)] = NDArray.full([width], forget)
    show(name, gradientHorizon(layer, x, dLast: dLast))
  }
  plot.yScale = .logarithmic
  try save(Figure(plot, panelSize: (760, 460)), "horizon")

  section("Clipping: Elman's network, width 32, weights times 5, one step of η = 0.1")
  for (name, clip) in [
    ("not clipped", { (_: [Parameter<Double>]) in }),
    ("by norm, 1", { _ = clipByNorm($0, to: 1) }),
    ("by value, 0.1", { clipByValue($0, to: 0.1) }),
  ] as [(String, ([Parameter<Double>]) -> Void)] {
    var generator = Generator(seed: 5)
    let layer = RecurrentLayer<Double>(TanhCell(), inputs: 4, width: width, using: &generator)
    layer.stateWeight.value *= 5
    let x = generator.standardNormal([51, 8, 4])
    let target = 0.5 * generator.standardNormal([8, width])
    func loss() -> Double { square(layer.forward(x).outputs[-1] - target).sum() / 16 }
    let before = loss()
    var dY = NDArray<Double>.zeros([51, 8, width])
    dY[-1] = (layer.forward(x).outputs[-1] - target) / 8.0
    layer.clearGradients()
    _ = layer.backward(dY)
    let parameters = layer.parameters
    let norm = parameters.reduce(0) { $0 + square($1.gradient).sum() }.squareRoot()
    clip(parameters)
    descend(parameters, rate: 0.1)
    print(
      "\(name.padding(14)) ‖gradient‖ \(norm.text(1)), loss \(before.text(3)) → \(loss().text(3))")
  }
}

/// 0.0052 or 1.2e-09.
private func number(_ x: Double) -> String {
  x >= 0.001 && x < 10_000 ? x.text(4) : String(describing: Float(x)).scientific
}

extension String {
  /// At most two digits of a mantissa.
  fileprivate var scientific: String {
    guard let value = Double(self), value > 0 else { return self }
    var (mantissa, exponent) = (value, 0)
    while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    return "\(mantissa.text(1))e\(exponent)"
  }
}
