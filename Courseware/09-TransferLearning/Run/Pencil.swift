import Convolution
import CourseKit
import NDArray
import Networks
import TransferLearning

/// The lesson's two numbers: a residual block of two weights, and a depthwise-separable convolution of eight.
func pencil() {
  section("A residual block: y = ReLU(x + w₂ ReLU(w₁ x)), x = 2, w = (0.5, −1.5)")
  let first = Linear<Double>(weight: [[0.5]], bias: [0])
  let second = Linear<Double>(weight: [[-1.5]], bias: [0])
  let block = Residual(Sequential([first, Activate(.relu), second]))
  let y = block.forward([[2]])
  let dX = block.backward([[1]])
  print("y = \(y[0, 0].scalar), dx = \(dX[0, 0].scalar)")
  print(
    "dw₁ = \(first.weight.gradient[0, 0].scalar), dw₂ = \(second.weight.gradient[0, 0].scalar)")

  section("A depthwise-separable convolution: [1, −1] and [2, 1], then [[1, 1], [0, 2]]")
  let layer = DepthwiseSeparable<Double>(
    depthwise: Conv2d(
      weight: NDArray([1, -1, 2, 1], shape: [2, 1, 1, 2]), bias: nil, groups: 2),
    pointwise: Conv2d(weight: NDArray([1, 1, 0, 2], shape: [2, 2, 1, 1]), bias: nil))
  let x = NDArray<Double>([1, 2, 3, 4, 5, 6], shape: [1, 2, 1, 3])
  print("depthwise  \(flat(layer.depthwise.forward(x)))")
  print("pointwise  \(flat(layer.forward(x)))")
  let dPicture = layer.backward(.ones([1, 2, 1, 2]))
  print("dY = 1: dD \(rows(layer.depthwise.weight.gradient[.all, 0, 0]))")
  print("        dP \(rows(layer.pointwise.weight.gradient[.all, .all, 0, 0]))")
  print("        dX \(flat(dPicture))")
}

private func flat(_ pictures: NDArray<Double>) -> String { rows(pictures[0, .all, 0]) }

private func rows(_ table: NDArray<Double>) -> String {
  let lines = (0..<table.shape[0]).map { row in
    "[" + table[row].elements.map { "\(Int($0))" }.joined(separator: ", ") + "]"
  }
  return "[" + lines.joined(separator: ", ") + "]"
}
