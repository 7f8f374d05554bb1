import CourseKit
import Foundation
import NDArray
import Networks

/// The gradient checker of the unit: why its step is what it is, and what it says of the unit's own backward passes.
func gradientChecks() throws {
  print("\nThe slope of x³ at 1, which is 3, with the step h")
  let cube = { (x: Double) in x * x * x }
  for h in [0.1, 0.05, 0.025] {
    let (centred, oneSided) = (centredSlope(of: cube, at: 1, step: h), (cube(1 + h) - 1) / h)
    print("  h = \(h): centred \(centred.text(6)), one-sided \(oneSided.text(6))")
  }
  try drawSteps()

  print("\nA gradient check of 3 → 4 → 4 → 3, five objects")
  var generator = Generator(seed: 2)
  let hidden = Linear<Double>(3, 4, .xavier, using: &generator)
  let network = Sequential([
    hidden, Activate(.hyperbolicTangent), Linear(4, 4, .he, using: &generator), Activate(.relu),
    Linear(4, 3, .xavier, using: &generator),
  ])
  let input = Parameter("X", generator.standardNormal([5, 3]))
  let labels: NDArray<Int> = [2, 0, 1, 1, 0]
  let loss = SoftmaxCrossEntropy<Double>()
  let forward = { loss.forward(network.forward(input.value), labels) }
  network.clearGradients()
  _ = forward()
  input.gradient = network.backward(loss.backward())
  for parameter in network.parameters + [input] {
    print("  \(compareGradient(of: parameter, forward))")
  }

  print("  the first layer with three mistakes, one after the other:")
  let right = (hidden.weight.gradient, hidden.bias.gradient)
  hidden.bias.gradient = right.1 / 5
  print("  a mean for the sum:      \(compareGradient(of: hidden.bias, forward))")
  hidden.bias.gradient = right.1
  hidden.weight.gradient[0, 2] = 0
  print("  one element forgotten:   \(compareGradient(of: hidden.weight, forward))")
  hidden.weight.gradient = -right.0
  print("  the wrong sign:          \(compareGradient(of: hidden.weight, forward))")
}

/// How far both kinds of differences are from the slope of the loss along one weight, by the step.
private func drawSteps() throws {
  let function = { (w: Double) -> Double in
    let a = Activation.sigmoid.value(NDArray([w])).scalar
    return (a - 0.2) * (a - 0.2) / 2
  }
  let w = 0.7
  let a = Activation.sigmoid.value(NDArray([w])).scalar
  let slope = (a - 0.2) * a * (1 - a)
  let exponents = NDArray.linspace(-12, -1, count: 45)
  let steps = exponents.elements.map { pow(10, $0) }
  var plot = Plot("How wrong a difference is", x: "step h", y: "error of the slope")
  plot.line(
    NDArray(steps.map { abs((function(w + $0) - function(w)) / $0 - slope) }), x: NDArray(steps),
    label: "one-sided", dashed: true)
  plot.line(
    NDArray(steps.map { abs(centredSlope(of: function, at: w, step: $0) - slope) }),
    x: NDArray(steps), label: "centred")
  plot.xScale = .logarithmic
  plot.yScale = .logarithmic
  for h in [1e-2, 1e-5, 1e-8, 1e-11] {
    let centred = abs(centredSlope(of: function, at: w, step: h) - slope)
    let oneSided = abs((function(w + h) - function(w)) / h - slope)
    print(
      "  ½(σ(w) − 0.2)² at w = 0.7, h = \(h.scientific): centred off by \(centred.scientific), "
        + "one-sided by \(oneSided.scientific)")
  }
  try save(Figure(plot, panelSize: (640, 440)), "steps")
}
