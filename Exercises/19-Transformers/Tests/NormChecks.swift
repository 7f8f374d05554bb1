import CourseKit
import GradedTests
import NDArray
import Networks
import Testing
import Transformers

@Suite(.graded) struct NormChecks {
  private func lectureNorm() -> LayerNorm<Double> {
    let norm = LayerNorm<Double>(3)
    norm.gamma.value = [1, 2, 1]
    norm.beta.value = [0, 0, 1]
    return norm
  }

  @Test("layer normalisation of (1, 2, 6) by hand") func layerNormByHand() {
    let y = lectureNorm().forward([[1, 2, 6]])
    expectClose(
      y, [[-0.925819, -0.925819, 2.388729]], tolerance: 1e-6,
      "mean 3, variance 14/3 (divided by 3, not 2), γ = (1, 2, 1), β = (0, 0, 1)")
    let sum = LayerNorm<Double>(3).forward(NDArray<Double>([[1, 2, 6]]) + [[1, 0, -1]])
    expectClose(
      sum, [[-0.707105, -0.707105, 1.414210]], tolerance: 1e-6, "add (1, 0, −1) and normalise")
  }

  @Test("its gradient by hand") func layerNormGradientByHand() {
    let norm = lectureNorm()
    _ = norm.forward([[1, 2, 6]])
    expectClose(
      norm.backward([[1, 0, 2]]), [[0.264519, -0.330650, 0.0661308]], tolerance: 1e-6,
      "dx for dY = (1, 0, 2): through x, through the mean and through the deviation")
    expectClose(norm.beta.gradient, [1, 0, 2], "dβ = Σ dY")
    expectClose(
      norm.gamma.gradient, [-0.925819, 0, 2.777458], tolerance: 1e-6, "dγ = Σ dY ⊙ x̂")
  }

  @Test("PyTorch's LayerNorm: outputs and every gradient") func layerNormAgainstPyTorch() throws {
    for item in try BlockReferences.load().norms {
      let norm = LayerNorm<Double>(item.width, epsilon: item.epsilon ?? 0)
      fill(norm, item.parameters)
      let title = "\(item.inputs[0].shape), ε = \(item.epsilon ?? 0)"
      expectClose(norm.forward(item.inputs[0].array), item.y.array, "Y, \(title)")
      expectClose(norm.backward(item.dY.array), item.dInputs[0].array, "dX, \(title)")
      expectGradients(of: norm, item.gradients, title)
    }
  }

  @Test("centred differences, states, and words that do not meet") func layerNormGradients() {
    let norm = LayerNorm<Double>(4)
    shake(norm, seed: 10)
    var generator = Generator(seed: 11)
    let x = generator.standardNormal([2, 3, 4])
    checkParameters(of: norm) {
      norm.forward(x)
    } backward: {
      _ = norm.backward($0)
    }
    expectGradient(at: x, named: "dX") {
      norm.forward($0)
    } backward: {
      norm.backward($0)
    }
    expectClose(
      norm.forward(x)[1, 2], norm.forward(x[1..<2, 2..<3])[0, 0],
      "a word's result does not depend on the words around it: the mean is its own")
    let many = generator.standardNormal([3, 1, 2, 4])
    for (x, rows) in [(many[0, 0, 0], [1, 4]), (many, [6, 4])] {
      norm.clearGradients()
      let y = norm.forward(x)
      _ = norm.backward(many.reshaped([-1])[..<x.count].reshaped(x.shape))
      let dY = many.reshaped([-1])[..<x.count].reshaped(rows)
      expectClose(
        norm.beta.gradient, dY.sum(axis: 0), "dβ of rank \(x.rank): over all axes but the last")
      let normalised = (y - norm.beta.value) / norm.gamma.value
      expectClose(
        norm.gamma.gradient, (dY * normalised.reshaped(rows)).sum(axis: 0),
        "dγ of rank \(x.rank), too")
    }
    checkStates(width: 4) {
      let norm = LayerNorm<Double>(4)
      shake(norm, seed: 10)
      return (norm, norm.forward, norm.backward)
    }
  }

  @Test("a row of equal numbers, ±1000, Float") func layerNormEdges() {
    let norm = lectureNorm()
    expectClose(
      norm.forward([[1000, 1000, 1000], [-1000, 0, 1000]]),
      [[0, 0, 1], [-1.224745, 0, 2.224745]], tolerance: 1e-6,
      "equal numbers give β, large ones are brought to variance 1")
    let d = norm.backward([[1, -1, 1], [1, 0, 0]])
    expectClose(
      d[0], [316.227766, -632.455532, 316.227766], tolerance: 1e-6,
      "where the variance is 0, √ε is what is divided by")
    let single = LayerNorm<Float>(3)
    expectClose(
      single.forward([[1, 2, 6]]).asType(Double.self), [[-0.925819, -0.462910, 1.388729]],
      tolerance: 1e-5, "in Float")
    expectClose(
      single.forward([[10_001, 10_002, 10_006]]).asType(Double.self),
      [[-0.925819, -0.462910, 1.388729]], tolerance: 1e-5,
      "in Float, 10⁴ added: the variance is the mean of (x − μ)²; mean x² − μ² loses all its digits"
    )
  }

  @Test("GELU: PyTorch's values and slopes, ±1000") func geluFunction() throws {
    let item = try BlockReferences.load().gelu
    let gelu = GELU<Double>()
    expectClose(gelu.forward(item.inputs[0].array), item.y.array, "x Φ(x), exact and not by tanh")
    expectClose(gelu.backward(item.dY.array), item.dInputs[0].array, "dX = dY ⊙ (Φ + x φ)")
    let ends: NDArray<Double> = [-1000, 0, 1000]
    expectClose(gelu.forward(ends), [0, 0, 1000], "far left nothing passes, far right all")
    expectClose(gelu.backward([3, 3, 3]), [0, 1.5, 3], "slopes 0, ½, 1")
    let single = GELU<Float>().forward([1, -1]).asType(Double.self)
    expectClose(single, [0.841345, -0.158655], tolerance: 1e-5, "in Float")
    let far: NDArray<Float> = [-1000, 1000, -5.7, 5.7]
    expectClose(
      GELU<Float>().forward(far).asType(Double.self), [0, 1000, 0, 5.7], tolerance: 1e-6,
      "in Float, far out")
    let line = NDArray<Double>.linspace(-7, 7, count: 1001)
    expectClose(
      GELU<Float>().forward(line.asType(Float.self)).asType(Double.self), gelu.forward(line),
      tolerance: 3e-6, "Float and Double agree from −7 to 7")
  }

  @Test("the feed-forward network, word by word") func feedForwardGradients() {
    var generator = Generator(seed: 12)
    for bend in [Bend.relu, .gelu] {
      let network = FeedForward<Double>(3, hidden: 5, bend, using: &generator)
      shake(network, seed: 13, scale: 0.7)
      let x = generator.standardNormal([2, 4, 3])
      let y = network.forward(x)
      expectShape(y, [2, 4, 3], "a row for each word of each text")
      let h = x[1, 2].dot(network.inner.weight.value) + network.inner.bias.value
      let bent = bend == .relu ? maximum(h, 0) : GELU<Double>().forward(h)
      expectClose(
        y[1, 2], bent.dot(network.outer.weight.value) + network.outer.bias.value,
        "f(xW₁ + b₁)W₂ + b₂ of one word, \(bend)")
      checkParameters(of: network) {
        network.forward(x)
      } backward: {
        _ = network.backward($0)
      }
      expectGradient(at: x, named: "dX, \(bend)") {
        network.forward($0)
      } backward: {
        network.backward($0)
      }
    }
  }
}
