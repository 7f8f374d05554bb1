import CourseKit
import NDArray
import Networks

/// The numbers that the lectures work out by hand, from the same code that learns digits later.
func lectureNumbers() {
  print("\nOne prediction")
  let rows: NDArray<Double> = [[1, -2, 2], [2, 1, -4], [1, -1, 0]]
  let outputs: NDArray<Double> = [[-3, 1, -3], [0, 1, 2]]
  let hidden = Linear(weight: rows.T, bias: NDArray.zeros([3]))
  let output = Linear(weight: outputs.T, bias: NDArray.zeros([2]))
  let x: NDArray<Double> = [[0.5, 0.9, -0.3]]
  let z = hidden.forward(x)
  let h = Activation.sigmoid.value(z)
  let out = Activation.sigmoid.value(output.forward(h))
  print("  z   = \(text(z))\n  h   = \(text(h))\n  out = \(text(out))")

  print("\nOne weight, from H1 to O1, for the target 0.9")
  let (input, answer, target): (Double, Double, Double) = (0.13, 0.35, 0.9)
  let rounded = input * (answer - target) * answer * (1 - answer)
  print("  with rounded factors: \(rounded.text(5))")
  let network = Sequential([hidden, Activate(.sigmoid), output, Activate(.sigmoid)])
  let loss = SquaredError<Double>()
  let error = loss.forward(network.forward(x), NDArray([[target, 0.5]]))
  let dX = network.backward(loss.backward())
  let gradient: Double = output.weight.gradient[0, 0]
  print("  by the backward pass: \(gradient.text(5))")

  print("\nOne hidden weight, from the first input to H2, O2 with the target 0.5")
  let blames = ((0.35 - 0.9) * 0.35 * (1 - 0.35), (0.85 - 0.5) * 0.85 * (1 - 0.85))
  print("  dz of O1 and O2: \(blames.0.text(4)), \(blames.1.text(4))")
  let blame = 1 * blames.0 + 1 * blames.1
  print("  dh of H2: \(blame.text(4)), dz of H2: \((blame * 0.96 * (1 - 0.96)).text(5))")
  print("  with rounded factors: \((0.5 * blame * 0.96 * (1 - 0.96)).text(5))")
  let inner: Double = hidden.weight.gradient[0, 1]
  print("  by the backward pass: \(inner.text(5))")
  print("  dW of the hidden layer:\n\(lines(hidden.weight.gradient))")
  print("  dX: \(dX[0].elements.map { $0.text(4) }.joined(separator: ", ")), E = \(error.text(4))")

  print("\nTwo linear layers are one")
  let single = collapsed(hidden, output)
  let difference = abs(output.forward(hidden.forward(x)) - single.forward(x)).max()
  print("  A = \(single.weight.value.elements.map { $0.text(0) }.joined(separator: " "))")
  print("  largest difference of the outputs: \(difference)")

  print("\nParameters of 10000 → 300 → 300 → K, for K = 10")
  for (inputs, outputs) in [(10000, 300), (300, 300), (300, 10)] {
    let layer = Linear<Double>(
      weight: NDArray.zeros([inputs, outputs]), bias: NDArray.zeros([outputs]))
    let count = Sequential([layer]).parameterCount
    print("  \(inputs) → \(outputs): \(count - outputs) weights, \(outputs) biases")
  }
}

/// Monotone and yet not convex: half the squared error of one sigmoid neuron for the target 0.
func notConvex() {
  print("\nE = ½σ(w)², second derivative σ'² + σσ''")
  for w in [-1.0, 0, 1, 2] {
    let z = NDArray([w])
    let value = Activation.sigmoid.value(z).scalar
    let slope = Activation.sigmoid.derivative(z).scalar
    let bend = slope * (1 - 2 * value)
    print("  w = \(w.text(0)): \((slope * slope + value * bend).text(4))")
  }
}

/// A matrix with four digits after the point, a row a line.
private func lines(_ a: NDArray<Double>) -> String {
  (0..<a.shape[0]).map { row in
    "    " + a[row].elements.map { ($0 < 0 ? "" : " ") + $0.text(4) }.joined(separator: "  ")
  }.joined(separator: "\n")
}

/// The numbers of an array with two digits after the point.
private func text(_ a: NDArray<Double>) -> String {
  "(" + a.elements.map { $0.text(2) }.joined(separator: ", ") + ")"
}
