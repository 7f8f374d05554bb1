import CourseKit
import NDArray
import Networks
import Optimisers

/// The digits of unit 04, split 0: the first 360 of the permutation of seed 0 are held out.
struct DigitsSplit {
  let x, xTest: NDArray<Double>
  let y, yTest: NDArray<Int>

  init() throws {
    let data = try Datasets.digits()
    var generator = Generator(seed: 0)
    let order = generator.permutation(data.count)
    let (test, train) = (data[order[0..<360]], data[order[360...]])
    (x, y) = (train.features / 16, train.targets)
    (xTest, yTest) = (test.features / 16, test.targets)
  }

  /// 64-64-10, always from the same weights.
  static func network() -> Sequential<Double> {
    var generator = Generator(seed: 1)
    return Sequential([
      Linear(64, 64, .he, using: &generator), Activate(.relu),
      Linear(64, 10, .he, using: &generator),
    ])
  }

  /// The mean loss of each epoch.
  func train(
    _ network: Sequential<Double>, _ optimiser: Optimiser<Double>, epochs: Int,
    schedule: (any Schedule)? = nil, clip: Double? = nil
  ) -> [Double] {
    var generator = Generator(seed: 2)
    return (0..<epochs).map { epoch in
      if let schedule { optimiser.rate = schedule.rate(at: epoch) }
      return trainEpoch(
        network, x, y, batchSize: 32, optimiser: optimiser, clip: clip, using: &generator)
    }
  }

  func accuracy(_ network: Sequential<Double>) -> Double {
    (predict(network, xTest) .== yTest).asType(Double.self).mean()
  }
}

/// One network, every rule, over a range of rates: the ranking depends on η.
func digits() throws {
  let data = try DigitsSplit()
  section("Digits, 64-64-10, 10 epochs: loss of the last epoch by η")
  let rates = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3]
  let shown = rules.filter { $0.name != "torch's Nesterov" }
  let progress = ProgressMeter("digits", total: shown.count * rates.count)
  var byEpoch = Plot("Each at its best rate", x: "epoch", y: "loss")
  var byRate = Plot("Loss after 10 epochs, by learning rate", x: "η", y: "loss")
  print("η".padding(18), rates.map { "\($0)".padding(8) }.joined(), "best: held out")
  for (name, rule) in shown {
    var losses: [Double] = []
    var best = (losses: [Double.infinity], accuracy: 0.0)
    for rate in rates {
      let network = DigitsSplit.network()
      let epochs = data.train(network, Optimiser(rule, network.parameters, rate: rate), epochs: 10)
      losses.append(epochs[9])
      if epochs[9] < best.losses.last! { best = (epochs, data.accuracy(network)) }
      progress.advance(name)
    }
    let cells = losses.map { ($0.isFinite && $0 < 99 ? $0.text(4) : "–").padding(8) }.joined()
    print("\(name.padding(18)) \(cells) \(best.accuracy.text(4))")
    byRate.line(
      NDArray(losses.map { $0.isFinite && $0 < 4 ? $0 : .nan }), x: NDArray(rates), label: name,
      marked: true)
    byEpoch.line(
      NDArray(best.losses), x: NDArray<Double>.arange(1, 11), label: name,
      marked: true)
  }
  byRate.xScale = .logarithmic
  byRate.yScale = .logarithmic
  byEpoch.yScale = .logarithmic

  var test = Plot("Range test: one batch a rate", x: "η", y: "loss of the batch")
  for (name, rule) in [("descent", GradientDescent() as any UpdateRule), ("Adam", Adam())] {
    let network = DigitsSplit.network()
    var generator = Generator(seed: 3)
    let result = rangeTest(
      network, data.x, data.y, batchSize: 128,
      optimiser: Optimiser(rule, network.parameters, rate: 1),
      from: 1e-4, to: 30, steps: 100, using: &generator)
    test.line(NDArray(result.losses.map { min($0, 4) }), x: NDArray(result.rates), label: name)
  }
  test.xScale = .logarithmic
  test.yRange = 0...4
  section("A schedule for stochastic descent, 20 epochs")
  let schedules: [(String, (any Schedule)?)] = [
    ("constant 0.3", nil), ("linear to 0.003", LinearDecay(from: 0.3, to: 0.003, over: 19)),
    ("cosine to 0", CosineDecay(from: 0.3, over: 20)),
    ("warm-up of 3, cosine", WarmUp(over: 3, then: CosineDecay(from: 0.3, over: 17))),
  ]
  var scheduled = Plot("Descent with a schedule", x: "epoch", y: "loss")
  scheduled.yScale = .logarithmic
  for (name, schedule) in schedules {
    let network = DigitsSplit.network()
    let losses = data.train(
      network, Optimiser(GradientDescent(), network.parameters, rate: 0.3), epochs: 20,
      schedule: schedule)
    print(
      "\(name.padding(22)) first epoch \(losses[0].text(4)), last \(losses[19].text(4)), held out \(data.accuracy(network).text(4))"
    )
    scheduled.line(NDArray(losses), x: NDArray<Double>.arange(1, 21), label: name)
  }
  try save(
    Figure(byRate, byEpoch, test, scheduled, columns: 2, panelSize: (640, 440)), "digits")
}
