import CourseKit
import Foundation
import NDArray
import Networks

/// Every function of the table with its derivative.
func drawActivations() throws {
  print("\nActivations and their derivatives")
  let z = NDArray.linspace(-4, 4, count: 201)
  let table: [(String, Activation)] = [
    ("identity", .identity), ("step", .step), ("sigmoid", .sigmoid), ("tanh", .hyperbolicTangent),
    ("arctan", .arctan), ("softsign", .softsign), ("ISRU, α = 1", .isru(alpha: 1)),
    ("softplus", .softplus), ("ReLU", .relu), ("leaky ReLU, α = 0.1", .leakyReLU(slope: 0.1)),
    ("ELU, α = 1", .elu(alpha: 1)), ("Mish", .mish),
  ]
  let panels = table.map { name, activation in
    var plot = Plot(name)
    plot.line(activation.value(z), x: z, label: "f(z)")
    plot.line(activation.derivative(z), x: z, label: "f'(z)", dashed: true)
    plot.yRange = -2...3
    return plot
  }
  try save(Figure(panels: panels, columns: 4, panelSize: (300, 300)), "activations")
}
