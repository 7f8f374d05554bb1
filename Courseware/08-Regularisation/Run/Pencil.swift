import CourseKit
import Foundation
import NDArray
import Networks
import Optimisers
import Regularisation

/// The numbers of the lesson, each of which is a check of the exercises.
func pencil() throws {
  section("By hand")
  func line(_ what: String, _ value: String) { print("\(what.padding(48)) \(value)") }

  let dropout = Dropout<Double>(0.25, seed: 0)
  let y = dropout.forward([1, 2, 3, 4], keeping: [true, false, true, true])
  line("dropout of (1, 2, 3, 4), mask 1011, p = 0.25", y.point())

  let connect = DropConnect<Double>(weight: [[1, 2], [3, 4]], bias: [0, 0], p: 0.25, seed: 0)
  let mask: NDArray<Bool> = [[true, false], [true, true]]
  line("DropConnect, x = (1, 2), one weight off", connect.forward([[1, 2]], keeping: mask).point())
  let dX = connect.backward([[1, -1]])
  line("  dY = (1, -1): dX", dX.point())
  line("  dW", (connect.weight.gradient + 0).point())

  let results: NDArray<Double> = [5.42, 7.89, 4.39, 5.17, 8.01, 6.27]
  let (mean, variance) = meanAndVariance(results)
  line("Monte-Carlo, the lecture's six results: mean", mean.scalar.text(6))
  let other = results.variance(ddof: 1).text(6)
  line("  variance over n, over n - 1", "\(variance.scalar.text(6)), \(other)")

  for (name, penalty) in [("L2", Penalty.l2(0.01)), ("L1", .l1(0.01))] {
    let w = Parameter<Double>("W", [[2]])
    w.accumulate([[0.5]])
    addGradients(of: [penalty], to: [w])
    Optimiser(GradientDescent(), [w], rate: 0.1).step()
    line("w = 2, g = 0.5, rate 0.1, \(name) 0.01: after a step", (w.value[0, 0] as Double).text(3))
  }

  let targets: NDArray<Double> = smoothed([1], classes: 3, by: 0.3)
  let loss = SoftCrossEntropy<Double>()
  let plain = loss.forward([[1, 2, 4]], [[0, 1, 0]])
  let soft = loss.forward([[1, 2, 4]], targets)
  line("label smoothing 0.3, class 2 of 3", targets.point(1))
  line("  z = (1, 2, 4): loss, and without smoothing", "\(soft.text(6)), \(plain.text(6))")
  line("  dz", loss.backward().point(6))
  line("  least loss", leastLoss(targets).text(6))

  section("Batch normalisation by hand: X = [[1, 0], [2, 2], [3, 7]]")
  let norm = BatchNorm1d<Double>(2)
  (norm.gamma.value, norm.beta.value) = ([2, 0.5], [1, -1])
  let x: NDArray<Double> = [[1, 0], [2, 2], [3, 7]]
  let normalised = norm.forward(x)
  for row in 0..<3 { line("Y, object \(row + 1)", normalised[row].point()) }
  let back = norm.backward([[1, 0], [0, 1], [2, 3]])
  line("dY = [[1, 0], [0, 1], [2, 3]]: d beta", norm.beta.gradient.point())
  line("d gamma", norm.gamma.gradient.point())
  for row in 0..<3 { line("dX, object \(row + 1)", back[row].point(7)) }
  line(
    "running means and variances", "\(norm.mean.value.point(1)), \(norm.variance.value.point(1))")
  norm.setTraining(false)
  for row in 0..<3 { line("Y in use, object \(row + 1)", norm.forward(x)[row].point()) }

  section("Pictures by hand")
  let map = Homography([[1, 0.1, 2], [0, 1, 1], [0.01, 0, 1]])
  let p = map(x: 10, y: 20)
  line("homography of (10, 20)", "(\(p.x.text(6)), \(p.y.text(6)))")
  let pixel: NDArray<Double> = [[[100]], [[150]], [[200]]]
  line("saturation 1.2 of (100, 150, 200)", withSaturation(pixel, 1.2, white: 255).point(3))
  line("hue + 0.1 of (100, 150, 200)", withHue(pixel, turnedBy: 0.1, white: 255).point(3))
  let seen = Double(columnsSeen(of: 32, kernel: 3, stride: 4))
  line(
    "kernel 3, stride 4: columns of 32 that are seen",
    "\(seen.text(0)), \((100 * seen * seen / 1024).text(2)) % of the pixels")
}
