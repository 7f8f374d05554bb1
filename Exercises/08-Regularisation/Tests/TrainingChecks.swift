import Convolution
import CourseKit
import GradedTests
import NDArray
import Networks
import Optimisers
import Regularisation
import Testing

@Suite(.graded) struct TrainingChecks {
  @Test("kernel 3, stride 4 sees 24 of 32 columns") func columnsThatAreSeen() {
    #expect(
      columnsSeen(of: 32, kernel: 3, stride: 4) == 24,
      "the lecture's first layer: 56.25 % of the pixels")
    #expect(columnsSeen(of: 10, kernel: 3, stride: 3) == 9, "the last column is not reached")
    #expect(
      columnsSeen(of: 10, kernel: 4, stride: 2) == 10, "overlapping windows count a column once")
    #expect(columnsSeen(of: 5, kernel: 5, stride: 9) == 5, "a single window")
    #expect(columnsSeen(of: 4, kernel: 5, stride: 1) == 0, "a window that does not fit")
    #expect(columnsSeen(of: 6, kernel: 1, stride: 5) == 2, "columns 0 and 5")
  }

  @Test("the lecture's network with Dropout2d 0.2 and 0.3: 20,163 parameters")
  func lectureDropoutNetwork() {
    var generator = Generator(seed: 1)
    let network: Sequential<Double> = dropoutNetwork(classes: 3, using: &generator)
    #expect(
      network.counts.trainable == 20_163,
      "896 + 18,496 + 771 parameters, got \(network.counts.trainable)")
    let more: Sequential<Float> = dropoutNetwork(classes: 100, using: &generator)
    #expect(
      more.counts.trainable == 19_392 + 25_700, "100 classes: 256 · 100 + 100 in the last layer")
    let weights = more.parameters.filter { $0.value.rank > 1 }
    for (weight, inputs) in zip(weights, [27, 288, 256]) {
      expectClose(
        Double(weight.value.std()) / (2 / Double(inputs)).squareRoot(), 1, tolerance: 0.1,
        "the deviation of W \(weight.value.shape) in units of He's √(2/\(inputs))")
    }
    let dropouts = network.layers.compactMap { ($0 as? Dropout2d<Double>)?.p }
    #expect(dropouts == [0.2, 0.3], "Dropout2d 0.2 behind the first ReLU, 0.3 behind the average")
    let shapes = inUse(network) {
      var x = NDArray<Double>.ones([2, 3, 32, 32])
      return network.layers.map { layer in
        x = layer.forward(x)
        return x.shape
      }
    }
    let maps = [[2, 32, 8, 8], [2, 64, 8, 8], [2, 64, 2, 2]]
    let expected = [
      maps[0], maps[0], maps[0], maps[1], maps[1], maps[2], maps[2], [2, 256], [2, 3],
    ]
    #expect(shapes == expected, "two pictures through the layers: \(shapes)")
    let x = generator.standardNormal([2, 3, 32, 32])
    #expect(network.forward(x) != network.forward(x), "in training two passes differ")
    let used = inUse(network) { [network.forward(x), network.forward(x)] }
    #expect(used[0] == used[1], "in use they do not")
    let seen = inUse(network) {
      var other = x
      other[.all, .all, .stride(from: 3, by: 4)] += 100
      return network.forward(other)
    }
    #expect(
      seen == used[0], "every fourth row is seen by no weight: kernel 3, stride 4, no padding")
    guard network.counts.trainable == 20_163 else { return }
    let p = network.parameters.map(\.value)
    let lecture = Sequential<Double>([
      Conv2d(weight: p[0], bias: p[1], stride: 4), Activate(.relu),
      Conv2d(weight: p[2], bias: p[3], padding: .zeros(1)), Activate(.relu), AvgPool2d(4),
      Flatten(),
      Linear(weight: p[4], bias: p[5]),
    ])
    expectClose(
      used[0], lecture.forward(x),
      "in use it is the lecture's: ReLU behind both convolutions, zeros around the second, means of 4 × 4"
    )
  }

  @Test("in use within, in training after; accuracy asks in use") func useAndTraining() {
    let dropout = Dropout<Double>(0.5, seed: 1)
    let network = Sequential<Double>([dropout, Linear(weight: NDArray.eye(3), bias: [0, 0, 0])])
    let x = NDArray<Double>.ones([20, 3])
    let inside = inUse(network) { network.forward(x) }
    expectClose(inside, x, "inside, nothing is dropped; and the result of the body is returned")
    #expect((network.forward(x) .== 0).any(), "afterwards the network trains again")
    var generator = Generator(seed: 2)
    let z = generator.standardNormal([200, 3])
    let labels = z.argMax(axis: 1)
    expectClose(accuracy(network, z, labels), 1, "in use every object is right")
    #expect((network.forward(x) .== 0).any(), "after `accuracy` the network trains again")
    expectClose(
      accuracy(network, [[1, 2, 0], [5, 1, 1], [0, 0, 1]], [1, 2, 2]), 2.0 / 3, "two of three")
  }

  @Test("one epoch: batches, targets, penalties and the step, by hand") func epochByHand() {
    var generator = Generator(seed: 3)
    let x = generator.standardNormal([7, 4])
    let labels: NDArray<Int> = [0, 1, 2, 0, 1, 2, 2]
    let targets: NDArray<Double> = smoothed(labels, classes: 3, by: 0.2)
    let weight = generator.standardNormal([4, 3])
    func network() -> Sequential<Double> { Sequential([Linear(weight: weight, bias: [0, 0, 0])]) }
    let (ours, theirs) = (network(), network())
    let optimiser = Optimiser(GradientDescent(), ours.parameters, rate: 0.3)
    var (a, b) = (Generator(seed: 4), Generator(seed: 4))
    // What somebody has left there before is not to be learned from.
    for parameter in ours.parameters {
      parameter.accumulate(NDArray<Double>.ones(parameter.value.shape))
    }
    for epoch in 1...2 {
      let got = trainEpoch(
        ours, x, targets: targets, batchSize: 3, optimiser: optimiser,
        penalties: [.l2(0.1), .l1(0.05)],
        using: &a)
      var total = 0.0
      let linear = theirs.layers[0] as! Linear<Double>
      for order in batches(of: 3, count: 7, using: &b) {
        let (x, q) = (x[order], targets[order])
        let z = x.dot(linear.weight.value) + linear.bias.value
        total -= (q * z.logSoftmax(axis: 1)).sum()
        let dZ = (z.softmax(axis: 1) - q) / Double(order.count)
        let pull = 0.1 * linear.weight.value + 0.05 * sign(linear.weight.value)
        linear.weight.value -= 0.3 * (x.T.dot(dZ) + pull)
        linear.bias.value -= 0.3 * dZ.sum(axis: 0)
      }
      expectClose(
        got, total / 7, "the mean cross-entropy of epoch \(epoch), 7 objects in batches of 3")
    }
    for (p, q) in zip(ours.parameters, theirs.parameters) {
      expectClose(
        p.value, q.value, "\(p.name) after two epochs, gradients cleared before each batch's pass")
    }
  }

  @Test("batches are changed on the way") func epochWithChangedBatches() {
    let network = Sequential<Double>([Linear(weight: [[1, 0]], bias: [0, 0])])
    let optimiser = Optimiser(GradientDescent(), network.parameters, rate: 0)
    var (generator, twin) = (Generator(seed: 5), Generator(seed: 5))
    var sizes: [Int] = []
    var drawn: [Double] = []
    let loss = trainEpoch(
      network, NDArray<Double>.ones([5, 1]), targets: NDArray(repeating(row: [1, 0], 5)),
      batchSize: 2,
      optimiser: optimiser,
      change: { x, targets, generator in
        sizes.append(x.shape[0])
        drawn.append(generator.random())
        return (3 * x, 1 - targets)
      }, using: &generator)
    _ = batches(of: 2, count: 5, using: &twin)
    expectClose(
      NDArray(drawn), twin.random([3]), "what `change` draws comes after the order of the batches")
    #expect(
      generator.random() == twin.random(),
      "`change` draws from the generator handed in, not from a copy: it has moved on")
    #expect(sizes == [2, 2, 1], "each of the three batches of 5 objects is changed once")
    expectClose(loss, 3.048587351573742, "the loss is that of the changed batch: ln(1 + e³)")
  }

  @Test("on noisy labels dropout, L2 and smoothing beat none of them", .graded(seconds: 60))
  func remediesHelp() {
    var generator = Generator(seed: 6)
    let centres = 2.0 * generator.standardNormal([4, 10])
    func sample(_ n: Int) -> (x: NDArray<Double>, labels: NDArray<Int>) {
      let labels = generator.integers(0..<4, [n])
      return (centres[labels] + 1.5 * generator.standardNormal([n, 10]), labels)
    }
    let (train, test) = (sample(120), sample(400))
    let noisy = redrawn(train.labels, share: 0.4, classes: 4, using: &generator)
    func run(dropout p: Double, smoothing: Double, penalties: [Penalty]) -> (
      train: Double, test: Double
    ) {
      var seeded = Generator(seed: 7)
      let network = Sequential<Double>([
        Linear(10, 64, .he, using: &seeded), Activate(.relu), Dropout(p, seed: 8),
        Linear(64, 4, .he, using: &seeded),
      ])
      let optimiser = Optimiser(Adam(), network.parameters, rate: 0.01)
      let targets: NDArray<Double> = smoothed(noisy, classes: 4, by: smoothing)
      for _ in 0..<60 {
        _ = trainEpoch(
          network, train.x, targets: targets, batchSize: 30, optimiser: optimiser,
          penalties: penalties,
          using: &seeded)
      }
      return (accuracy(network, train.x, noisy), accuracy(network, test.x, test.labels))
    }
    let plain = run(dropout: 0, smoothing: 0, penalties: [])
    let all = run(dropout: 0.4, smoothing: 0.3, penalties: [.l2(0.02)])
    #expect(
      plain.train > 0.97, "without a remedy the wrong labels are learned by heart: \(plain.train)")
    #expect(
      all.test > plain.test + 0.05,
      "on clean test labels \(all.test) with remedies, \(plain.test) without; at least 0.05 better was expected"
    )
  }

  private func repeating(row: [Double], _ n: Int) -> [[Double]] { Array(repeating: row, count: n) }
}
