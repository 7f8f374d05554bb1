import CourseKit
import GradedTests
import NDArray
import Networks
import Regularisation
import Testing

/// The layout of smoothing.json.
private struct SmoothingReferences: Decodable {
  struct Smoothed: Decodable {
    let logits, dLogits: NDArray<Double>
    let labels: NDArray<Int>
    let epsilon, loss: Double
  }
  struct Soft: Decodable {
    let logits, targets, dLogits: NDArray<Double>
    let loss: Double
  }
  let smoothed: [Smoothed]
  let soft: [Soft]
}

@Suite(.graded) struct SmoothingChecks {
  @Test("smoothing 0.3 over 3 classes: [0.1, 0.8, 0.1]") func smoothedLabels() {
    let rows: NDArray<Double> = smoothed([1], classes: 3, by: 0.3)
    let byOthers: NDArray<Double> = [[0.15, 0.7, 0.15]]
    #expect(
      rows.shape != [1, 3] || abs(rows - byOthers).max() > 1e-9,
      "[0.15, 0.7, 0.15] spreads ε over the K − 1 other classes; it goes to all K, the right one too"
    )
    expectClose(rows, [[0.1, 0.8, 0.1]], "class 1 of 3, ε = 0.3")
    let many: NDArray<Double> = smoothed([3, 0], classes: 4, by: 0.2)
    expectClose(many, [[0.05, 0.05, 0.05, 0.85], [0.85, 0.05, 0.05, 0.05]], "ε = 0.2, K = 4")
    let plain: NDArray<Double> = smoothed([2, 0], classes: 3, by: 0)
    expectClose(plain, [[0, 0, 1], [1, 0, 0]], "ε = 0 is one-hot")
    let flat: NDArray<Double> = smoothed([1], classes: 4, by: 1)
    expectClose(flat, [[0.25, 0.25, 0.25, 0.25]], "ε = 1 knows nothing")
    let single: NDArray<Float> = smoothed([1], classes: 3, by: 0.3)
    expectFloat(single, [[0.1, 0.8, 0.1]], "class 1 of 3")
  }

  @Test("z = (1, 2, 4), the second class: 2.0698 smoothed, 2.1698 plain") func smoothedLossByHand()
  {
    let loss = SoftCrossEntropy<Double>()
    let z: NDArray<Double> = [[1, 2, 4]]
    expectClose(loss.forward(z, [[0, 1, 0]]), 2.169846, tolerance: 1e-6, "ε = 0")
    let (value, gradient) = (loss.forward(z, [[0.1, 0.8, 0.1]]), loss.backward())
    expectClose(value, 2.069846, tolerance: 1e-6, "ε = 0.3")
    expectClose(
      gradient, [[-0.0579899, -0.685805, 0.743795]], tolerance: 1e-6, "dz = p − q of one object")
    let two: NDArray<Double> = [[1, 2, 4], [1, 2, 4]]
    let targets: NDArray<Double> = [[0.1, 0.8, 0.1], [0, 1, 0]]
    expectClose(loss.forward(two, targets), 2.119846, tolerance: 1e-6, "the mean of both")
    let halves = loss.backward()
    expectClose(halves[0], gradient[0] / 2, "dz of the first of two objects is divided by n = 2")
  }

  @Test("the least loss for ε = 0.3, K = 3 is 0.639: no longer 0") func leastLossOfTargets() {
    let q: NDArray<Double> = [[0.1, 0.8, 0.1]]
    expectClose(leastLoss(q), 0.639032, tolerance: 1e-6, "−0.8 ln 0.8 − 2·0.1 ln 0.1")
    expectClose(
      leastLoss([[0, 1, 0], [1, 0, 0]] as NDArray<Double>), 0,
      "one-hot: 0, with 0 ln 0 = 0, which must not become NaN")
    let pair: NDArray<Double> = [[0.1, 0.8, 0.1], [0, 1, 0]]
    expectClose(leastLoss(pair), 0.319516, tolerance: 1e-6, "the mean over two objects")
    let loss = SoftCrossEntropy<Double>()
    let reached = loss.forward(log(q), q)
    expectClose(reached, leastLoss(q), "it is reached where the prediction is the target")
    #expect(abs(loss.backward()).max() < 1e-12, "and there the gradient is 0")
    #expect(abs(leastLoss([[0.5, 0.5]] as NDArray<Float>) - 0.6931472) < 1e-6, "ln 2, in Float")
  }

  @Test("gradient check of the logits, and the last forward counts") func softLossGradients() {
    var generator = Generator(seed: 11)
    let loss = SoftCrossEntropy<Double>()
    for (n, classes) in [(4, 3), (1, 5)] {
      let targets = generator.standardNormal([n, classes]).softmax(axis: 1)
      let z = generator.standardNormal([n, classes])
      _ = loss.forward(
        generator.standardNormal([n + 2, classes]),
        generator.standardNormal([n + 2, classes]).softmax(axis: 1))
      _ = loss.forward(z, targets)
      let gradient = loss.backward()
      expectGradient(gradient, at: z, named: "dz", sizes: [n]) { loss.forward($0, targets) }
      _ = loss.forward(z, targets)
      expectClose(loss.backward(), gradient, "backward may be called again")
    }
  }

  @Test("agrees with PyTorch's CrossEntropyLoss(label_smoothing:)") func smoothingAgainstPyTorch()
    throws
  {
    let references: SmoothingReferences = try reference("smoothing.json")
    let loss = SoftCrossEntropy<Double>()
    for stored in references.smoothed {
      let what = "ε = \(stored.epsilon), \(stored.logits.shape)"
      let targets: NDArray<Double> = smoothed(
        stored.labels, classes: stored.logits.shape[1], by: stored.epsilon)
      expectClose(loss.forward(stored.logits, targets), stored.loss, "the loss, \(what)")
      expectClose(loss.backward(), stored.dLogits, "dz, \(what)")
    }
    for stored in references.soft {
      expectClose(loss.forward(stored.logits, stored.targets), stored.loss, "targets of any shares")
      expectClose(loss.backward(), stored.dLogits, "dz for targets of any shares")
    }
  }

  @Test("logits of ±1000, Float, and without smoothing unit 04's loss") func softLossEdges() {
    let loss = SoftCrossEntropy<Double>()
    let far: NDArray<Double> = [[1000, -1000, 0], [-1000, 999, 1000]]
    let targets: NDArray<Double> = [[0, 1, 0], [0.1, 0.1, 0.8]]
    let first = 2000.0
    let second = 0.1 * 2000.313261687518 + 0.1 * 1.313261687518 + 0.8 * 0.313261687518
    expectClose(loss.forward(far, targets), (first + second) / 2, "logits of ±1000: no NaN, no ∞")
    let areFinite = loss.backward().elements.allSatisfy { $0.isFinite }
    #expect(areFinite, "their gradients are numbers, too")
    var generator = Generator(seed: 12)
    let z = generator.standardNormal([5, 3])
    let labels: NDArray<Int> = [2, 0, 1, 1, 2]
    let plain = SoftmaxCrossEntropy<Double>()
    expectClose(
      loss.forward(z, smoothed(labels, classes: 3, by: 0)), plain.forward(z, labels), "ε = 0")
    expectClose(loss.backward(), plain.backward(), "its gradient")
    let single = SoftCrossEntropy<Float>()
    let value = single.forward([[1, 2, 4]], [[0.1, 0.8, 0.1]])
    #expect(abs(value - 2.069846) < 1e-5, "2.069846 in Float, got \(value)")
    expectFloat(single.backward(), [[-0.0579899, -0.685805, 0.743795]], "dz")
  }
}
