import CourseKit
import GradedTests
import NDArray
import Networks
import Optimisers
import Testing

@Suite(.graded) struct TrainingChecks {
  private func network(_ seed: Int) -> Sequential<Double> {
    var generator = Generator(seed: seed)
    func layer(_ n: Int, _ m: Int) -> Linear<Double> {
      Linear(
        weight: generator.standardNormal([n, m]) / Double(n).squareRoot(), bias: NDArray.zeros([m]))
    }
    return Sequential([layer(2, 8), Activate(.hyperbolicTangent), layer(8, 3)])
  }

  /// One step of `optimiser` on one batch, the gradient taken where its rule wants it.
  private func step(
    _ optimiser: Optimiser<Double>, _ network: Sequential<Double>, _ x: NDArray<Double>,
    _ labels: NDArray<Int>
  ) {
    let loss = SoftmaxCrossEntropy<Double>()
    optimiser.step {
      network.clearGradients()
      _ = loss.forward(network.forward(x), labels)
      _ = network.backward(loss.backward())
    }
  }

  @Test("the gradients of the four surfaces") func surfaceGradients() {
    for surface in Surface.allCases {
      for point: NDArray<Double> in [[0.7, -1.3], [-1.2, 1], [0, 0], [2, 0.5]] {
        expectGradient(
          surface.gradient(point), at: point, named: "∇ of the \(surface.rawValue) at \(point)"
        ) { surface.value($0) }
      }
    }
  }

  @Test("a path holds the start and every step") func pathsOnSurfaces() {
    let path = Surface.ravine.path(of: GradientDescent(), from: [1, 1], rate: 0.05, steps: 2)
    expectClose(
      path, [[1, 1], [0.95, 0.5], [0.9025, 0.25]], "two steps of descent in the ravine")
    let ahead = Surface.ravine.path(of: Nesterov(), from: [1, 1], rate: 0.05, steps: 2)
    expectClose(ahead[2], [0.85975, 0.025], "Nesterov's second step, its gradient taken ahead")
  }

  @Test("a ball rolls off the saddle that stops plain descent") func saddlesAreLeft() {
    let start: NDArray<Double> = [1, 1e-6]
    let slow = Surface.saddle.path(of: GradientDescent(), from: start, rate: 0.1, steps: 100)
    let rolling = Surface.saddle.path(of: Momentum(), from: start, rate: 0.1, steps: 100)
    let adam = Surface.saddle.path(of: Adam(), from: start, rate: 0.1, steps: 100)
    func y(_ path: NDArray<Double>) -> Double { path[100, 1] }
    #expect(y(slow) < 0.1, "plain descent is still on the saddle; y = \(y(slow))")
    #expect(abs(y(rolling) - 1) < 0.5, "momentum has left it; y = \(y(rolling))")
    #expect(abs(y(adam) - 1) < 0.1, "Adam has left it; y = \(y(adam))")
  }

  @Test("an epoch with plain descent is unit 04's epoch; Nesterov's gradients are taken ahead")
  func epochOfPlainDescent() {
    let (points, labels) = spirals(arms: 3, count: 7, noise: 0.1, seed: 1)
    let (ours, theirs) = (network(1), network(1))
    var (a, b) = (Generator(seed: 2), Generator(seed: 2))
    let optimiser = Optimiser(GradientDescent(), ours.parameters, rate: 0.1)
    for epoch in 1...3 {
      let loss = trainEpoch(ours, points, labels, batchSize: 5, optimiser: optimiser, using: &a)
      let expected = Networks.trainEpoch(
        theirs, points, labels, batchSize: 5, rate: 0.1, using: &b)
      expectClose(loss, expected, "the mean loss of epoch \(epoch), 21 objects in batches of 5")
    }
    for (p, q) in zip(ours.parameters, theirs.parameters) {
      expectClose(p.value, q.value, "\(p.name) after three epochs")
    }
    let (network, twin) = (network(1), network(1))
    let nesterov = Optimiser(Nesterov(), network.parameters, rate: 0.1)
    let other = Optimiser(Nesterov(), twin.parameters, rate: 0.1)
    _ = trainEpoch(network, points, labels, batchSize: 5, optimiser: nesterov, using: &a)
    for (x, labels) in batches(of: 5, points, labels, using: &b) { step(other, twin, x, labels) }
    for (p, q) in zip(network.parameters, twin.parameters) {
      expectClose(
        p.value, q.value,
        "\(p.name) after an epoch with Nesterov, whose gradient is taken ahead: forward and backward in the closure of optimiser.step"
      )
    }
  }

  @Test("a clipped epoch takes short steps") func epochsAreClipped() {
    let (points, labels) = spirals(arms: 3, count: 7, noise: 0.1, seed: 1)
    let network = network(1)
    let before = network.parameters.map(\.value)
    var generator = Generator(seed: 2)
    let optimiser = Optimiser(GradientDescent(), network.parameters, rate: 1)
    _ = trainEpoch(
      network, points, labels, batchSize: 21, optimiser: optimiser, clip: 0.01, using: &generator)
    let squares = zip(network.parameters, before).map { square($0.value - $1).sum() }
    expectClose(
      squares.reduce(0, +).squareRoot(), 0.01, tolerance: 1e-9,
      "the length of one clipped step of η = 1")

    let last = Array(network.parameters.suffix(2))
    let start = last.map(\.value)
    _ = trainEpoch(
      network, points, labels, batchSize: 21,
      optimiser: Optimiser(GradientDescent(), last, rate: 1), clip: 0.01, using: &generator)
    let moved = zip(last, start).map { square($0.value - $1).sum() }
    expectClose(
      moved.reduce(0, +).squareRoot(), 0.01, tolerance: 1e-9,
      "an optimiser of the last layer alone: only its parameters count to the length that is clipped"
    )
  }

  @Test("every rule learns three spirals", .graded(seconds: 60)) func everyRuleLearns() {
    let (points, labels) = spirals(arms: 3, count: 30, noise: 0.1, seed: 0)
    let rules: [(any UpdateRule, Double)] = [
      (GradientDescent(), 0.5), (Momentum(), 0.1), (Nesterov(), 0.1), (AdaGrad(), 0.1),
      (RMSProp(), 0.01), (Adam(), 0.02),
    ]
    for (rule, rate) in rules {
      let network = network(3)
      var generator = Generator(seed: 4)
      let optimiser = Optimiser(rule, network.parameters, rate: rate)
      var losses: [Double] = []
      for _ in 0..<60 {
        losses.append(
          trainEpoch(
            network, points, labels, batchSize: 16, optimiser: optimiser, using: &generator))
      }
      #expect(
        losses[59] < 0.6 * losses[0],
        "\(type(of: rule)), η = \(rate): the loss fell from \(losses[0]) to \(losses[59]) only")
    }
  }

  @Test("the range test's rates grow by one factor") func rangeTestByHand() {
    let (points, labels) = spirals(arms: 3, count: 4, noise: 0.1, seed: 1)
    let network = network(1)
    var generator = Generator(seed: 2)
    let optimiser = Optimiser(GradientDescent(), network.parameters, rate: 7)
    let result = rangeTest(
      network, points, labels, batchSize: 12, optimiser: optimiser, from: 0.001, to: 10, steps: 5,
      using: &generator)
    expectClose(
      NDArray(result.rates), [0.001, 0.01, 0.1, 1, 10],
      "five rates from 0.001 to 10, one batch an epoch")
    // The same by hand, on all twelve objects.
    let (twin, meter) = (self.network(1), SoftmaxCrossEntropy<Double>())
    let byHand = [0.001, 0.01, 0.1, 1, 10].map { rate in
      twin.clearGradients()
      let value = meter.forward(twin.forward(points), labels)
      _ = twin.backward(meter.backward())
      for parameter in twin.parameters { parameter.value -= rate * parameter.gradient }
      return value
    }
    expectClose(
      NDArray(result.losses), NDArray(byHand), tolerance: 1e-9,
      "the five losses, each before the step with its rate and that batch's gradient alone")
    let short = rangeTest(
      network, points, labels, batchSize: 5, optimiser: optimiser, from: 1e-9, to: 1e-8, steps: 4,
      using: &generator)
    #expect(
      short.rates.count == 4, "12 objects in batches of 5: the fourth step is of a second epoch")

    // Rates so small that nothing moves: the losses are those of the batches.
    let still = self.network(1)
    let loss = SoftmaxCrossEntropy<Double>()
    var (mine, theirs) = (Generator(seed: 3), Generator(seed: 3))
    let expected = (0..<2).flatMap { _ in
      batches(of: 5, points, labels, using: &theirs).map { loss.forward(still.forward($0), $1) }
    }
    let seen = rangeTest(
      still, points, labels, batchSize: 5,
      optimiser: Optimiser(GradientDescent(), still.parameters, rate: 1), from: 1e-12, to: 1e-11,
      steps: 6, using: &mine)
    expectClose(
      NDArray(seen.losses), NDArray(expected), tolerance: 1e-9,
      "the losses of all batches of two epochs, in their order")

    // Weights beyond all bounds after one step: the first loss that is not finite is the last.
    let lost = Sequential([Linear<Double>(weight: [[1, 2, 3], [3, 2, 1]], bias: [0, 0, 0])])
    let wild = rangeTest(
      lost, 1e200 * points, labels, batchSize: 12,
      optimiser: Optimiser(GradientDescent(), lost.parameters, rate: 1), from: 1, to: 10, steps: 5,
      using: &mine)
    #expect(
      wild.losses.count == 2 && wild.losses[0].isFinite && !wild.losses[1].isFinite,
      "the second loss is not finite and so the last of the list, got \(wild.losses)")
    expectClose(NDArray(wild.rates), [1, 1.778279410038923], "the rates of these two steps")
    let endless = Sequential([Linear<Double>(weight: [[1e308, -1e308]], bias: [0, 0])])
    let infinite = rangeTest(
      endless, [[1]], [1], batchSize: 1,
      optimiser: Optimiser(GradientDescent(), endless.parameters, rate: 1), from: 1, to: 10,
      steps: 3, using: &mine)
    #expect(
      infinite.losses.count == 1 && infinite.losses[0] == .infinity,
      "a first loss of ∞ is not finite either: the list ends with it, got \(infinite.losses)")

    let (ahead, follower) = (self.network(1), self.network(1))
    let rule = Optimiser(Nesterov(), follower.parameters, rate: 1)
    _ = rangeTest(
      ahead, points, labels, batchSize: 12,
      optimiser: Optimiser(Nesterov(), ahead.parameters, rate: 1), from: 0.01, to: 1, steps: 3,
      using: &mine)
    for rate in [0.01, 0.1, 1] {
      rule.rate = rate
      step(rule, follower, points, labels)
    }
    for (p, q) in zip(ahead.parameters, follower.parameters) {
      expectClose(
        p.value, q.value, tolerance: 1e-9,
        "\(p.name) after three steps with Nesterov: forward and backward in the closure of optimiser.step"
      )
    }
    for (steps, expected) in [(1, [0.5]), (2, [0.5, 2])] {
      let few = rangeTest(
        still, points, labels, batchSize: 5,
        optimiser: Optimiser(GradientDescent(), still.parameters, rate: 1), from: 0.5, to: 2,
        steps: steps, using: &mine)
      expectClose(NDArray(few.rates), NDArray(expected), "from 0.5 to 2 in \(steps) steps")
    }
  }
}
