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
  // O2 gets its own answer as the target, so that only O1 is to blame.
  let targets = NDArray([[target, out[0, 1]]])
  _ = loss.forward(network.forward(x), targets)
  _ = network.backward(loss.backward())
  let gradient: Double = output.weight.gradient[0, 0]
  print("  by the backward pass: \(gradient.text(5))")

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

/// The numbers of an array with two digits after the point.
private func text(_ a: NDArray<Double>) -> String {
  "(" + a.elements.map { $0.text(2) }.joined(separator: ", ") + ")"
}
