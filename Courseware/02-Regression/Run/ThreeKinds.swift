import CourseKit
import NDArray
import Regression

/// Batch, mini-batch and stochastic descent on the same data, by epoch and by step; and what redundant data do.
func threeKinds() throws {
  section("Three kinds of descent")
  let data = try DiabetesSplit()
  let (x, y) = (withOnes(data.z), data.train.targets)
  let lowest = SquaredError.value(x, y, at: leastSquaresByQR(x, y))
  print("the lowest loss is \(lowest.text(3))")
  let epochs = 60
  print("kind                 η       steps    above the lowest after 1, 10, \(epochs) epochs")
  var byEpoch = Plot("By epoch", x: "epoch", y: "loss − lowest loss")
  var byStep = Plot("By step", x: "step", y: "loss − lowest loss")
  var times: [(String, Double)] = []
  for (name, size, rate) in [
    ("batch, all 354", 354, 0.2), ("mini-batches of 32", 32, 0.02), ("stochastic, 1", 1, 0.001),
  ] {
    var generator = Generator(seed: 2)
    var path: [NDArray<Double>] = []
    let time = ContinuousClock().measure {
      path = miniBatchDescent(
        x, y, from: NDArray.zeros([11]), rate: rate, batchSize: size, epochs: epochs,
        using: &generator)
    }
    times.append((name, time / .seconds(1)))
    let above = NDArray(path.map { SquaredError.value(x, y, at: $0) }) - lowest
    let perEpoch = (354 + size - 1) / size
    let shown = [1, 10, epochs].map { (above[$0] as Double).text(1) }.joined(separator: ", ")
    print(
      "\(name.padding(20)) \("\(rate)".padding(7)) \("\(perEpoch * epochs)".padding(8)) \(shown)")
    byEpoch.line(above, label: name)
    byStep.line(above, x: NDArray.arange(Double(epochs + 1)) * Double(perEpoch) + 1, label: name)
  }
  byEpoch.yScale = .logarithmic
  byStep.yScale = .logarithmic
  byStep.xScale = .logarithmic
  try save(Figure(byEpoch, byStep), "three-kinds")

  let short = descend(from: NDArray.zeros([11]), rate: 0.2, steps: 100_000, tolerance: 1e-6) {
    SquaredError.gradient(x, y, at: $0)
  }
  let early = descend(from: NDArray.zeros([11]), rate: 0.2, steps: 50, tolerance: 1e-6) {
    SquaredError.gradient(x, y, at: $0)
  }
  print("‖Δw‖ < 1e-6 after \(short.points.count - 1) steps (\(short.end));", terminator: " ")
  print(
    "with at most 50 steps: \(early.end), \((SquaredError.value(x, y, at: early.last) - lowest).text(2)) above the lowest"
  )

  redundancy()
  print("\nTimes of \(epochs) epochs (they differ from run to run)")
  for (name, seconds) in times { print("  \(name.padding(20)) \((seconds * 1e3).text(1)) ms") }
}

/// 1000 examples that are ten copies of 100: an epoch of stochastic descent does what ten did on the 100.
private func redundancy() {
  var generator = Generator(seed: 7)
  let x = withOnes(generator.standardNormal([100, 1]))
  let y = x.dot([1, -2]) + 0.1 * generator.standardNormal([100])
  let x10 = concatenated((0..<10).map { _ in x })
  let y10 = concatenated((0..<10).map { _ in y })
  func loss(_ w: NDArray<Double>) -> String { SquaredError.value(x, y, at: w).text(4) }
  let start = NDArray.zeros([2])
  let few = miniBatchDescent(
    x, y, from: start, rate: 0.005, batchSize: 1, epochs: 10, using: &generator)
  let many = miniBatchDescent(
    x10, y10, from: start, rate: 0.005, batchSize: 1, epochs: 1, using: &generator)
  let batch = miniBatchDescent(
    x10, y10, from: start, rate: 0.005, batchSize: 1000, epochs: 1, using: &generator)
  print(
    "100 examples, 10 stochastic epochs: loss \(loss(few[10])); ten copies of them, 1 epoch: \(loss(many[1])); 1 batch epoch: \(loss(batch[1]))"
  )
}
