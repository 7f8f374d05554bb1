import GradedTests
import NDArray
import Networks
import Testing

@Suite(.graded) struct InitialisationChecks {
  @Test("Xavier: variance 2/(in + out); He: variance 2/in")
  func initialDeviations() {
    expectClose(Initialiser.xavier.deviation(64, 128), 0.10206207261596577, "Xavier, 64 → 128")
    expectClose(Initialiser.he.deviation(64, 128), 0.17677669529663687, "He, 64 → 128")
    expectClose(Initialiser.he.deviation(50, 8), 0.2, "He, 50 → 8")
    expectClose(Initialiser.xavier.deviation(1, 7), 0.5, "Xavier, 1 → 7")
    expectClose(Initialiser.xavier.deviation(7, 1), 0.5, "Xavier, 7 → 1")
    expectClose(Initialiser.he.deviation(8, 50), 0.5, "He, 8 → 50")
  }

  @Test("weights have the shape (in, out), mean 0 and the deviation asked for")
  func initialWeights() {
    var generator = Generator(seed: 10)
    let w: NDArray<Double> = Initialiser.he.weights(200, 300, using: &generator)
    #expect(w.shape == [200, 300])
    expectClose(w.mean(), 0, tolerance: 0.002, "the mean of 60000 weights")
    expectClose(w.std(), 0.1, tolerance: 0.002, "their standard deviation")
    var twin = Generator(seed: 10)
    expectClose(
      w, 0.1 * twin.standardNormal([200, 300]),
      "from the same seed the same weights: standardNormal([inputs, outputs]) times the deviation")
    let inner = abs(w) .< 0.1
    expectClose(
      inner.mean(), 0.6827, tolerance: 0.01,
      "the share of weights within one deviation; uniform ones would have .58")
    let next: NDArray<Double> = Initialiser.he.weights(200, 300, using: &generator)
    #expect(next != w, "the next layer gets other weights: draw from the generator itself, no copy")
    let wide: NDArray<Double> = Initialiser.xavier.weights(40, 160, using: &generator)
    expectClose(
      wide.std(), 0.1, tolerance: 0.005,
      "the deviation of Xavier weights, 40 → 160: both sizes count")
    let single: NDArray<Float> = Initialiser.small(2).weights(50, 40, using: &generator)
    expectShape(single, [50, 40], "weights in Float")
    expectClose(Double(single.std()), 2, tolerance: 0.1, "their standard deviation")
    let zeros: NDArray<Double> = Initialiser.zeros.weights(4, 2, using: &generator)
    #expect(zeros == NDArray.zeros([4, 2]), "`zeros` gives zeros")
  }

  @Test("from zeros all neurons stay alike; from small random weights they part")
  func zerosStaySymmetric() {
    let (points, labels) = spirals(arms: 3, count: 20, noise: 0.1, seed: 1)
    for (initialiser, distinct) in [(Initialiser.zeros, 1), (.small(0.1), 6)] {
      var generator = Generator(seed: 11)
      let hidden = Linear<Double>(2, 6, initialiser, using: &generator)
      let network = Sequential([
        hidden, Activate(.sigmoid), Linear(6, 3, initialiser, using: &generator),
      ])
      _ = trainEpoch(network, points, labels, batchSize: 10, rate: 0.5, using: &generator)
      let columns = Set((0..<6).map { hidden.weight.value[.all, $0].elements })
      #expect(columns.count == distinct, "different neurons after an epoch from \(initialiser)")
    }
  }

  @Test("paralysis: gradient norms by depth, sigmoid against ReLU")
  func gradientNormsByDepth() throws {
    let references: NetworkReferences = try reference("network.json")
    let xavier = Initialiser.xavier.deviation(64, 64)
    let he = Initialiser.he.deviation(64, 64)
    for (name, activation, deviation) in [
      ("sigmoidXavier", Activation.sigmoid, xavier), ("tanhXavier", .hyperbolicTangent, xavier),
      ("reluHe", .relu, he), ("reluSmall", .relu, 0.01),
    ] {
      let norms = gradientNorms(activation, deviation: deviation, depth: 10)
      let expected = try #require(references.gradientFlow[name])
      expectClose(NDArray(norms), NDArray(expected), "\(name): the norm of dW by layer")
    }
  }
}
