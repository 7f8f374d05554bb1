import Classification
import CourseKit
import NDArray

/// The worked numbers of the text, printed by the code of the unit.
func lectureNumbers() {
  section("The lecture's numbers")
  let z: NDArray<Double> = [10, -1]
  print("σ(10), σ(−1)               \(sigmoid(z))")
  print("σ'(10), σ'(−1), σ'(0)      \(sigmoidDerivative([10, -1, 0]))")
  print("σ(1000), σ(−1000)          \(sigmoid([1000, -1000]))")
  print("log σ(1000), log σ(−1000)  \(logSigmoid([1000, -1000]))")
  let far: NDArray<Double> = [1000, -1000, -720]
  print("1/(1 + e^−z) at 1000, −1000, −720   \(1 / (1 + exp(-far)))")
  print("e^z/(1 + e^z) at 1000, −1000, −720  \(exp(far) / (1 + exp(far)))")
  print("log loss, y = 1 and 0      \(LogLoss.values(z, [1, 0]))")
  print("signed loss, y = 1 and −1  \(SignedLogLoss.values(z, [1, -1]))")
  print("softmax(1, 2, 3)           \(softmax([[1, 2, 3]])[0])")
  print("softmax(1000, 0, −1000)    \(softmax([[1000, 0, -1000]])[0])")
  print("softmax(0, −1)             \(softmax([[0, -1]])[0])")
  let halves: NDArray<Double> = [1, 0.5, 0.25, 0.125]
  print("−log₂ p for p = 1, ½, ¼, ⅛  \(log2(1 / halves)) bits")
  print("−ln p                       \(log(1 / halves)) nats")
  let guess = CrossEntropy.values(NDArray.zeros([1, 10]), [0])
  print("ten classes, no idea:       \(guess.scalar.text(4)) nats = ", terminator: "")
  print("\((guess / log(NDArray(2.0))).scalar.text(4)) bits")

  var model = LogisticRegression(features: 2)
  model.parameters = [0, 1, -1]
  print("x = (1, 2), w = (0; 1, −1), y = 1:")
  print("  z = \(model.logits([[1, 2]])[0]), loss \(model.loss([[1, 2]], [1]))")
  print("  gradient \(model.gradient([[1, 2]], [1]))")

  let descent = GradientDescent(rate: 0.1, steps: 3).minimise(Bowl(), from: [1, -2])
  print("½‖w‖² from (1, −2), η = 0.1, after 3 steps: \(descent.point)")
  let uneven = ConfusionMatrix(counts: [[90, 0], [5, 5]])
  let macro = uneven.macroAverage(uneven.recall)
  print("90 and 10 objects, 5 missed: accuracy \(uneven.accuracy), macro recall \(macro)")

  let table = ConfusionMatrix(counts: [[95, 3, 2], [9, 71, 20], [13, 22, 65]])
  print("The test table of lecture 1:")
  print(ClassificationReport(table, names: ["0", "55", "58"], digits: 4))
}

/// $f(w) = \frac12\lVert w\rVert^2$, whose gradient is w.
private struct Bowl: Objective {
  func value(at point: NDArray<Double>) -> Double { square(point).sum() / 2 }
  func gradient(at point: NDArray<Double>) -> NDArray<Double> { point }
}
