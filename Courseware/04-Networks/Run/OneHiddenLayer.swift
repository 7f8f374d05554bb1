import CourseKit
import Foundation
import NDArray
import Networks

/// The function that the run approximates, on 0 ... 1.
func wave(_ x: Double) -> Double {
  0.4 * sin(2 * Double.pi * x) + 0.3 * sin(6 * Double.pi * x) + x
}

/// One hidden layer built by hand, with more and more neurons.
func oneHiddenLayer() throws {
  print("\nOne hidden layer of ReLU against 0.4 sin 2πx + 0.3 sin 6πx + x")
  let x = NDArray.linspace(0, 1, count: 1001)
  let y = NDArray(x.elements.map(wave))
  var plot = Plot("A function and networks of one hidden layer", x: "x", y: "f(x)")
  plot.line(y, x: x, label: "the function")
  for neurons in [4, 8, 16, 32, 64] {
    let network = approximate(wave, on: 0...1, neurons: neurons)
    let guess = network.forward(x.reshaped([1001, 1])).flattened()
    print("  \(neurons) neurons: largest error \(abs(guess - y).max().text(4))")
    if neurons <= 16 { plot.line(guess, x: x, label: "\(neurons) ReLUs", dashed: neurons < 16) }
  }
  try save(Figure(plot, panelSize: (640, 440)), "approximation")
}
