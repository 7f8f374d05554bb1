import Classification
import CourseKit
import NDArray

/// The worked numbers of the text, printed by the code of the unit.
func lectureNumbers() {
  section("The lecture's numbers")
  let z: NDArray<Double> = [10, -1]
  print("σ(10), σ(−1)          \(sigmoid(z))")
  print("σ'(10), σ'(−1)        \(sigmoidDerivative(z))")
  print("σ(±1000)              \(sigmoid([1000, -1000]))")
  print("log σ(±1000)          \(logSigmoid([1000, -1000]))")
  print("loss, y = 1 and 0     \(LogLoss.values(z, [1, 0]))")
  print("loss, y = 1 and −1    \(SignedLogLoss.values(z, [1, -1]))")
  print("softmax(1, 2, 3)      \(softmax([[1, 2, 3]]))")
  print("softmax(1000, 0, −1000) \(softmax([[1000, 0, -1000]]))")
  print("softmax(0, −1)        \(softmax([[0, -1]]))")
}

/// A heading in the output.
func section(_ title: String) {
  print("\n\(title)\n" + String(repeating: "─", count: title.count))
}
