import Convolution
import CourseKit
import NDArray
import Networks
import Optimisers
import Regularisation

/// A hundred digits to learn from, and which augmentation helps on digits where they are and one pixel aside.
func movedDigits() throws {
  section("100 digits, unit 07's network: augmentation offline and online, three seeds")
  let data = try NoisyDigits()
  let test = data.xTest.reshaped([360, 1, 8, 8])
  let aside = test.rolled(by: 1, axis: 3)
  let affine = RandomAffine(degrees: 10, translate: (0.15, 0.05), scale: (0.9, 1.1))
  let online: BatchChange<Float> = { x, targets, generator in
    (augmented(x, by: affine, using: &generator), targets)
  }
  let ways: [(name: String, times: Int, epochs: Int, change: BatchChange<Float>?)] = [
    ("none", 1, 80, nil), ("offline × 2: horizontal flips", 2, 40, nil),
    ("offline × 4: both flips", 4, 20, nil), ("online: RandomAffine", 1, 80, online),
  ]
  let progress = ProgressMeter("moved digits", total: 3 * ways.count)
  print("".padding(31), "memory", " as they are", " one pixel aside")
  for way in ways {
    var (still, moved): ([Double], [Double]) = ([], [])
    for seed in 0..<3 {
      var generator = Generator(seed: 50 + seed)
      let chosen = generator.permutation(data.labels.count)[0..<100]
      let (x, labels) = expanded(
        data.pixels[chosen].reshaped([100, 1, 8, 8]), data.labels[chosen], times: way.times)
      let network: Sequential<Float> = digitsNetwork(using: &generator)
      let optimiser = Optimiser(Adam(), network.parameters, rate: 0.003)
      let targets: NDArray<Float> = smoothed(labels, classes: 10, by: 0)
      for _ in 0..<way.epochs {
        _ = trainEpoch(
          network, x, targets: targets, batchSize: 25, optimiser: optimiser, change: way.change,
          using: &generator)
      }
      still.append(accuracy(network, test, data.yTest))
      moved.append(accuracy(network, aside, data.yTest))
      progress.advance(way.name)
    }
    let size = "\(way.times * 100 * 64 * 4 / 1024) KiB"
    print(
      "\(way.name.padding(31)) \(size.padding(7)) \(NDArray(still).mean().text(3).padding(12)) \(NDArray(moved).mean().text(3))"
    )
  }

  section("The lecture's network with its dropout")
  var generator = Generator(seed: 0)
  let network: Sequential<Float> = dropoutNetwork(classes: 3, using: &generator)
  print(inUse(network) { summary(of: network, input: [3, 32, 32]) })
}
