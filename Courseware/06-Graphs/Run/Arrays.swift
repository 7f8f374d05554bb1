import CourseKit
import Graphs
import NDArray

/// A product of matrices and what broadcasting asks for on the way back.
func onArrays() {
  section("Y = XW + b on arrays, dY = X")
  let tape = Tape<ArrayOperation<Double>>()
  let x = tape.leaf("X", [[1, 2], [3, 4]])
  let w = tape.leaf("W", [[1, 0], [-1, 2]])
  let b = tape.leaf("b", [0.5, -0.5])
  let y = x.dot(w) + b
  y.backward(x.value)
  print(
    "Y  = \(y.value.text)\ndW = \(w.gradient.text)\ndX = \(x.gradient.text)\ndb = \(b.gradient.text)"
  )

  print(
    "\nA module with three inputs and two outputs, (x₁x₂, x₂ + x₃²) at (0.5, −1, 2), dO = (10, −3)")
  func formula(_ x: ArrayVariable<Double>) -> ArrayVariable<Double> {
    let parts = (0..<3).map { (x * NDArray.eye(3)[$0]).sum() }
    let (first, second): (NDArray<Double>, NDArray<Double>) = ([1, 0], [0, 1])
    return parts[0] * parts[1] * first + (parts[1] + parts[2] * parts[2]) * second
  }
  let point: NDArray<Double> = [0.5, -1, 2]
  let matrix = jacobian(at: point, of: formula)
  let upstream: NDArray<Double> = [10, -3]
  let other = Tape<ArrayOperation<Double>>()
  let input = other.leaf("x", point)
  formula(input).backward(upstream)
  print("J = \(matrix.text), shape (2, 3); dO has the shape (2)")
  print("Jᵀ dO = \(matrix.T.dot(upstream).text), the backward pass \(input.gradient.text)")
}
