import CourseKit
import NDArray
import Networks
import Optimisers
import Regularisation

/// 400 digits, three in ten of whose labels were drawn anew; and 360 digits with their right labels to judge by, unit 04's.
struct NoisyDigits {
  let pixels: NDArray<Float>
  let labels: NDArray<Int>
  let xTest: NDArray<Float>
  let yTest: NDArray<Int>

  init() throws {
    let data = try Datasets.digits()
    var generator = Generator(seed: 0)
    let order = generator.permutation(data.count)
    let (test, rest) = (data[order[0..<360]], data[order[360...]])
    (pixels, labels) = ((rest.features / 16).asType(Float.self), rest.targets)
    (xTest, yTest) = ((test.features / 16).asType(Float.self), test.targets)
  }

  /// The 400 of a seed with their noisy labels.
  func sample(_ seed: Int) -> (x: NDArray<Float>, labels: NDArray<Int>, wrong: Double) {
    var generator = Generator(seed: 100 + seed)
    let chosen = generator.permutation(labels.count)[0..<400]
    let right = labels[chosen]
    let noisy = redrawn(right, share: 0.3, classes: 10, using: &generator)
    return (pixels[chosen], noisy, (noisy .!= right).mean())
  }
}

/// What is done against learning wrong labels by heart.
struct Remedy {
  var name = ""
  var dropout = 0.0
  var dropConnect = 0.0
  var normalises = false
  var smoothing = 0.0
  var penalties: [Penalty] = []
  var decay = Decay.none
  var mixes = false
  var epochs = 60
  var patience: Int?

  /// 64-256-256-10 with what the remedy puts in between.
  func network(_ seed: Int) -> Sequential<Float> {
    var generator = Generator(seed: seed)
    var layers: [any Layer<Float>] = []
    for (number, inputs) in [64, 256].enumerated() {
      if dropConnect > 0 && number > 0 {
        layers.append(
          DropConnect(inputs, 256, p: dropConnect, .he, seed: 7 + seed, using: &generator))
      } else {
        layers.append(Linear(inputs, 256, .he, using: &generator))
      }
      if normalises { layers.append(BatchNorm1d(256)) }
      layers.append(Activate(.relu))
      if dropout > 0 { layers.append(Dropout(dropout, seed: 31 * seed + number)) }
    }
    return Sequential(layers + [Linear(256, 10, .he, using: &generator)])
  }

  /// Trains the network of a seed on its 400 digits; `each` is told of every epoch's loss.
  @discardableResult
  func train(
    _ network: Sequential<Float>, _ data: NoisyDigits, _ seed: Int,
    each: (Double) -> Void = { _ in }
  ) -> History? {
    let (x, labels, _) = data.sample(seed)
    let held = patience == nil ? 0 : 80
    let (xHeld, yHeld) = (x[0..<held], labels[0..<held])
    let (xTrain, yTrain) = (x[held...], labels[held...])
    let targets: NDArray<Float> = smoothed(yTrain, classes: 10, by: smoothing)
    let optimiser = Optimiser(
      Adam(), network.parameters, rate: 0.001, decay: decay, decays: { $0.value.rank > 1 })
    var generator = Generator(seed: 200 + seed)
    let blend: BatchChange<Float> = { mixup($0, $1, alpha: 0.4, using: &$2) }
    func epoch() -> Double {
      let loss = trainEpoch(
        network, xTrain, targets: targets, batchSize: 32, optimiser: optimiser,
        penalties: penalties, change: mixes ? blend : nil, using: &generator)
      each(Double(loss))
      return Double(loss)
    }
    guard let patience else {
      for _ in 0..<epochs { _ = epoch() }
      return nil
    }
    let hard: NDArray<Float> = smoothed(yHeld, classes: 10, by: 0)
    let loss = SoftCrossEntropy<Float>()
    return fit(network, epochs: epochs, patience: patience, epoch: epoch) {
      Double(loss.forward(network.forward(xHeld), hard))
    }
  }
}
