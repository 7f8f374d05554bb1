import CourseKit
import GradedTests
import NDArray
import Networks
import Regularisation
import Testing

/// The layout of batch_norm.json.
private struct BatchNormReferences: Decodable {
  struct Pass: Decodable {
    let x, y, dY, dX, dGamma, dBeta, mean, variance: NDArray<Double>
  }
  struct Case: Decodable {
    let gamma, beta: NDArray<Double>
    let epsilon, momentum: Double
    let passes: [Pass]
  }
  struct Gradients: Decodable {
    let mu, c, v, s, r, normalised, x, gamma, beta: NDArray<Double>
  }
  struct Steps: Decodable {
    let x, gamma, beta, dY, y: NDArray<Double>
    let gradients: Gradients
  }
  let rows, pictures: [Case]
  let steps: [Steps]
}

@Suite(.graded) struct BatchNormChecks {
  /// The lesson's three objects of two features.
  private let x: NDArray<Double> = [[1, 0], [2, 2], [3, 7]]
  private let dY: NDArray<Double> = [[1, 0], [0, 1], [2, 3]]

  private func lesson() -> BatchNorm1d<Double> {
    let layer = BatchNorm1d<Double>(2)
    (layer.gamma.value, layer.beta.value) = ([2, 0.5], [1, -1])
    return layer
  }

  private func random(_ layer: BatchNorm<Double>, _ generator: inout Generator) {
    layer.gamma.value = generator.standardNormal(layer.gamma.value.shape) + 0.2
    layer.beta.value = generator.standardNormal(layer.beta.value.shape)
  }

  @Test("three objects, two features, γ = (2, ½), β = (1, −1)") func batchNormByHand() {
    let expected: NDArray<Double> = [
      [-1.449471, -1.509524], [1, -1.169841], [3.449471, -0.320634],
    ]
    expectClose(
      lesson().forward(x), expected, tolerance: 1e-6, "Y; variances 2/3 and 26/3, divisor n")
    let plain = BatchNorm1d<Double>(2).forward(x)
    expectClose(plain.mean(axis: 0), [0, 0], "γ = 1, β = 0: each feature has the mean 0")
    expectClose(plain.variance(axis: 0), [1, 1], tolerance: 1e-4, "and the variance 1")
  }

  @Test("the way back on the same numbers: dβ, dγ, dX") func batchNormBackwardByHand() {
    let layer = lesson()
    _ = layer.forward(x)
    let dX = layer.backward(dY)
    expectClose(layer.beta.gradient, [3, 4], "dβ, the sum of dY over the objects")
    expectClose(
      layer.gamma.gradient, [1.224736, 3.736512], tolerance: 1e-6,
      "dγ, the sum of dY ⊙ x̂ over the objects")
    let deviations: NDArray<Double> = [0.816502700, 2.943921986]
    let constant = layer.gamma.value * dY / deviations
    #expect(
      dX.shape != [3, 2] || abs(dX - constant).max() > 1e-6,
      "dX is γ dY/√(v + ε): that holds mean and variance for constants, but x goes into both")
    let expected: NDArray<Double> = [
      [1.224717, -0.0108875], [-2.449471, 0.0152421], [1.224754, -0.00435458],
    ]
    expectClose(dX, expected, tolerance: 1e-6, "dX")
    #expect(
      abs(dX.sum(axis: 0)).max() < 1e-10,
      "the columns of dX sum to 0: a shift of all objects changes nothing")
  }

  @Test("running statistics from (0, 1): means (.2, .3), variances (1, 2.2), then use")
  func runningStatisticsByHand() {
    let layer = lesson()
    _ = layer.forward(x)
    expectClose(layer.mean.value, [0.2, 0.3], "the running means, a tenth of (2, 3)")
    #expect(
      abs((layer.variance.value[1] as Double) - (0.9 + 0.1 * 26 / 3)) > 1e-9,
      "the running variance is the one with divisor n − 1, 13 and not 26/3")
    expectClose(layer.variance.value, [1, 2.2], "the running variances, 0.9·1 + 0.1·(1, 13)")
    layer.setTraining(false)
    let y = layer.forward(x)
    let expected: NDArray<Double> = [
      [2.599992, -1.101130], [4.599982, -0.426931], [6.599972, 1.258564],
    ]
    expectClose(y, expected, tolerance: 1e-6, "Y in use, by the running statistics")
    expectClose(layer.mean.value, [0.2, 0.3], "use does not move the running means")
    expectClose(layer.variance.value, [1, 2.2], "nor the variances")
    expectClose(layer.forward(x[1..<2]), y[1..<2], "one object gets the same answer alone")
    let dX = layer.backward([[1, 1]])
    expectClose(
      dX, [[1.999990, 0.337099]], tolerance: 1e-6,
      "dX in use is γ dY/√(v + ε): the statistics are constants")
  }

  @Test("two pictures of one channel, [1, 2] and [3, 6]: mean 3, variance 3.5")
  func batchNorm2dByHand() {
    let layer = BatchNorm2d<Double>(1)
    let y = layer.forward([[[[1, 2]]], [[[3, 6]]]])
    let d = 3.50001.squareRoot()
    let expected = NDArray([-2 / d, -1 / d, 0, 3 / d], shape: [2, 1, 1, 2])
    expectClose(y, expected, "one mean and one variance for all pixels of all pictures")
    expectClose(layer.mean.value, [0.3], "the running mean")
    expectClose(
      layer.variance.value, NDArray([0.9 + 0.1 * 14 / 3]), "its variance: 14/3, of 4 pixels")
    let dX = layer.backward(NDArray([1.0, 0, 0, 0], shape: [2, 1, 1, 2]))
    expectClose(layer.beta.gradient, [1], "dβ sums over pictures, rows and columns")
    expectClose(layer.gamma.gradient, NDArray([-2 / d]), "dγ sums over pictures, rows and columns")
    expectShape(dX, [2, 1, 1, 2], "dX")
  }

  @Test("gradient check of γ, β and X: rows, pictures, in training and in use")
  func batchNormGradients() {
    var generator = Generator(seed: 13)
    for isTraining in [true, false] {
      for (layer, shape) in [
        (BatchNorm1d<Double>(3) as BatchNorm<Double>, [5, 3]), (BatchNorm1d<Double>(4), [2, 4]),
        (BatchNorm2d<Double>(2), [3, 2, 2, 3]), (BatchNorm2d<Double>(3), [1, 3, 2, 1]),
      ] {
        random(layer, &generator)
        layer.setTraining(isTraining)
        checkGradients(of: layer, at: 3 * generator.standardNormal(shape)) {
          layer.forward($0)
        } backward: {
          layer.backward($0)
        }
      }
    }
  }

  @Test("agrees with PyTorch: three batches of training, then use") func batchNormAgainstPyTorch()
    throws
  {
    let references: BatchNormReferences = try reference("batch_norm.json")
    for stored in references.rows + references.pictures {
      let shape = stored.passes[0].x.shape
      let features = stored.gamma.count
      let layer: BatchNorm<Double> =
        shape.count == 2
        ? BatchNorm1d(features, epsilon: stored.epsilon, momentum: stored.momentum)
        : BatchNorm2d(features, epsilon: stored.epsilon, momentum: stored.momentum)
      (layer.gamma.value, layer.beta.value) = (stored.gamma, stored.beta)
      for (number, pass) in stored.passes.enumerated() {
        let what = "\(shape), \(number < 3 ? "batch \(number + 1)" : "in use")"
        layer.setTraining(number < 3)
        layer.clearGradients()
        expectClose(layer.forward(pass.x), pass.y, "Y, \(what)")
        expectClose(layer.backward(pass.dY), pass.dX, "dX, \(what)")
        expectClose(layer.gamma.gradient, pass.dGamma, "dγ, \(what)")
        expectClose(layer.beta.gradient, pass.dBeta, "dβ, \(what)")
        expectClose(layer.mean.value, pass.mean, "the running mean, \(what)")
        expectClose(layer.variance.value, pass.variance, "the running variance, \(what)")
      }
    }
  }

  @Test("the long way back: every node against PyTorch's") func everyStepBack() throws {
    let references: BatchNormReferences = try reference("batch_norm.json")
    for stored in references.steps {
      let steps = BatchNormSteps(stored.x, gamma: stored.gamma, beta: stored.beta)
      expectClose(steps.y, stored.y, "Y, given")
      let (got, expected) = (steps.backward(stored.dY), stored.gradients)
      expectClose(got.beta, expected.beta, "dβ, from y = γ x̂ + β")
      expectClose(got.gamma, expected.gamma, "dγ, from y = γ x̂ + β")
      expectClose(got.normalised, expected.normalised, "dx̂, from y = γ x̂ + β")
      expectClose(got.r, expected.r, "dr, from x̂ = c r: one r serves all objects")
      expectClose(got.s, expected.s, "ds, from r = 1/s")
      expectClose(got.v, expected.v, "dv, from s = √(v + ε)")
      expectClose(got.c, expected.c, "dc, from x̂ = c r AND from v, the mean of c²")
      expectClose(got.mu, expected.mu, "dμ, from c = x − μ: one μ serves all objects")
      expectClose(got.x, expected.x, "dx, from c = x − μ AND from μ, the mean of x")
    }
  }

  @Test("the long way and the one line arrive at the same place") func bothWaysAgree() {
    var generator = Generator(seed: 14)
    let layer = BatchNorm1d<Double>(4)
    random(layer, &generator)
    let (x, dY) = (3 * generator.standardNormal([7, 4]), generator.standardNormal([7, 4]))
    _ = layer.forward(x)
    let dX = layer.backward(dY)
    let long = BatchNormSteps(x, gamma: layer.gamma.value, beta: layer.beta.value).backward(dY)
    expectClose(dX, long.x, "dX")
    expectClose(layer.gamma.gradient, long.gamma, "dγ")
    let single = BatchNormSteps<Float>(
      x.asType(Float.self), gamma: layer.gamma.value.asType(Float.self),
      beta: layer.beta.value.asType(Float.self))
    expectClose(
      single.backward(dY.asType(Float.self)).x.asType(Double.self), dX, tolerance: 1e-4,
      "dX in Float")
  }

  @Test("frozen statistics stay, frozen γ and β take no gradient") func frozenBatchNorm() {
    let layer = lesson()
    layer.freeze()
    let y = layer.forward(x)
    expectClose(layer.mean.value, [0, 0], "a frozen running mean stays")
    expectClose(layer.variance.value, [1, 1], "a frozen running variance stays")
    expectClose(y, lesson().forward(x), "in training the batch's statistics are used all the same")
    let free = lesson()
    _ = free.forward(x)
    expectClose(
      layer.backward(dY), free.backward(dY),
      "dX of a frozen layer in training: μ and v came from the batch, so x went into them")
    expectClose(layer.gamma.gradient, [0, 0], "a frozen γ takes no gradient")
    layer.freeze(false)
    layer.mean.isFrozen = true
    _ = layer.forward(x)
    expectClose(layer.mean.value, [0, 0], "the mean alone is frozen")
    expectClose(layer.variance.value, [1, 2.2], "the variance alone moves")
    #expect(
      layer.namedBuffers.map(\.name) == ["mean", "variance"], "both are saved with the model")
  }

  @Test("whatever scale and shift come in, the same goes out") func scaleAndShiftVanish() {
    var generator = Generator(seed: 15)
    let x = generator.standardNormal([6, 3])
    let plain = BatchNorm1d<Double>(3, epsilon: 0).forward(x)
    let moved = BatchNorm1d<Double>(3, epsilon: 0).forward(x * [4, 0.01, 1000] + [5, -1000, 1])
    expectClose(moved, plain, tolerance: 1e-8, "x̂ of 4x + 5, of x/100 − 1000, of 1000x + 1")
    let constant = BatchNorm1d<Double>(2).forward([[3, 1], [3, 2], [3, -1]])
    expectClose(
      constant[.all, 0], [0, 0, 0], "a feature that never changes becomes 0, thanks to ε")
    let large = BatchNorm1d<Double>(1)
    _ = large.forward([[1_000_000], [1_000_001], [1_000_003]])
    expectClose(
      large.variance.value, NDArray([0.9 + 0.1 * 7 / 3]), tolerance: 1e-9,
      "(x − μ)² and not x̄² − μ²: a variance of 7/3 at a mean of a million")
  }

  @Test("batch normalisation belongs to its last forward pass, in Float too") func batchNormStates()
  {
    checkStates(shape: [3]) {
      let layer = BatchNorm1d<Double>(3)
      (layer.gamma.value, layer.beta.value) = ([2, -1, 0.5], [1, 0, 3])
      return layer
    } pass: { layer, x in
      layer.forward(x)
    }
    checkStates(shape: [2, 3, 2]) {
      BatchNorm2d<Double>(2)
    } pass: { layer, x in
      layer.forward(x)
    }
    let layer = lesson()
    _ = layer.forward(x)
    layer.setTraining(false)
    _ = layer.forward(x[0..<1])
    layer.setTraining(true)
    let inUse = layer.backward([[1, 1]])
    expectClose(
      inUse, [[1.999990, 0.337099]], tolerance: 1e-6,
      "backward belongs to the forward pass before it, which was in use, whatever was set since")
    let single = BatchNorm1d<Float>(2)
    (single.gamma.value, single.beta.value) = ([2, 0.5], [1, -1])
    expectFloat(single.forward(x.asType(Float.self)), lesson().forward(x), "batch normalisation")
    let double = lesson()
    _ = double.forward(x)
    expectFloat(
      single.backward(dY.asType(Float.self)), double.backward(dY), "dX of batch normalisation")
  }
}
