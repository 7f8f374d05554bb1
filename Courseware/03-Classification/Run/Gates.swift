import Classification
import CourseKit
import NDArray

/// Gates from threshold neurons, and the one that none of them is.
func gates() {
  section("Logic gates, 1943")
  let inputs: NDArray<Double> = [[0, 0], [0, 1], [1, 0], [1, 1]]
  print("x₁x₂           00 01 10 11")
  print("AND           \(ThresholdNeuron.and.output(inputs))")
  print("OR            \(ThresholdNeuron.or.output(inputs))")
  print("XOR, 2 layers \(exclusiveOr(inputs))")
  print("NOT of 0, 1   \(ThresholdNeuron.not.output([[0], [1]]))")

  let target: NDArray<Double> = [0, 1, 1, 0]
  let grid = NDArray.linspace(-2, 2, count: 41).elements
  var rowsRight = [0, 0, 0, 0, 0]
  for first in grid {
    for second in grid {
      for threshold in grid {
        let neuron = ThresholdNeuron(weights: NDArray([first, second]), threshold: threshold)
        rowsRight[(neuron.output(inputs) .== target).asType(Int.self).sum()] += 1
      }
    }
  }
  print("XOR by one neuron: \(rowsRight.reduce(0, +)) of them tried,")
  print("  \(rowsRight[3]) get three rows right, \(rowsRight[4]) get all four")
}
