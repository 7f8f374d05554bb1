import Convolution
import CourseKit
import NDArray
import Networks
import Optimisers

/// Emoji and photographs of the same five classes: a few hundred pictures are few, and it shows.
func colours() throws {
  let peers = try Baselines.load()
  let progress = ProgressMeter("colour pictures", total: 18)
  for (name, pictures, peers) in [
    ("emoji", try Datasets.emoji(.noto), peers.emoji),
    ("photographs", try Datasets.photos(), peers.photos),
  ] {
    section("Colour pictures: \(pictures.count) \(name), five classes")
    let counts = bincount(pictures.labels).elements
    print(zip(pictures.classNames, counts).map { "\($0) \($1)" }.joined(separator: ", "))
    let x: NDArray<Float> = pictures.over(NDArray<Float>(1))
    var rows: [[Double]] = []
    for (seed, peer) in peers.enumerated() {
      var generator = Generator(seed: seed)
      let parts = trainTestSplit(
        stratifiedBy: pictures.labels, testFraction: 0.2, using: &generator)
      let (train, test) = (parts.train, parts.test)
      if seed == 0 { print("\(train.count) to learn from, \(test.count) held out") }
      var row: [Double] = []
      for kind in ColourNetwork.allCases {
        let network = kind.trained(on: x[train], pictures.labels[train], using: &generator)
        func accuracy(_ places: NDArray<Int>) -> Double {
          (predict(network, x[places]) .== pictures.labels[places]).mean()
        }
        row.append(accuracy(test))
        if seed == 0 {
          print(
            "  \(kind.rawValue), \(network.parameterCount) parameters: \(accuracy(train).text(4)) "
              + "of those it learned from")
        }
        progress.advance("\(name), split \(seed), \(kind.rawValue)")
      }
      rows.append(row + [peer.nearest, peer.svc, peer.svc10, peer.patches ?? .nan])
    }
    printTable(rows, ["MLP", "CNN", "CNN, varied", "1-NN", "SVC", "SVC, C = 10", "patches"])
  }
}

/// Who learns the colour pictures.
private enum ColourNetwork: String, CaseIterable {
  case mlp = "MLP"
  case cnn = "CNN"
  case varied = "CNN, mirrored and moved"

  /// A new network, trained by Adam, the last quarter of the epochs with a quarter of the rate.
  func trained(
    on x: NDArray<Float>, _ labels: NDArray<Int>, using generator: inout Generator
  ) -> Sequential<Float> {
    let network =
      self == .mlp
      ? Sequential<Float>([
        Normalise(mean: [0.5074, 0.4867, 0.4411], deviation: [0.2011, 0.1987, 0.2025]),
        Flatten(), Linear(3072, 32, .he, using: &generator), Activate(.relu),
        Linear(32, 5, .he, using: &generator),
      ]) : lectureNetwork(classes: 5, using: &generator)
    let rate = self == .mlp ? 0.0005 : 0.002
    let optimiser = Optimiser(Adam(), network.parameters, rate: rate)
    let (epochs, last) = self == .varied ? (60, 45) : (30, 22)
    for epoch in 0..<epochs {
      if epoch == last { optimiser.rate = rate / 4 }
      let pictures = self == .varied ? mirroredAndMoved(x, using: &generator) : x
      _ = trainEpoch(
        network, pictures, labels, batchSize: 32, optimiser: optimiser, using: &generator)
    }
    return network
  }
}

/// Each picture mirrored or not, and moved by up to three pixels, as a coin and two dice say.
private func mirroredAndMoved(
  _ x: NDArray<Float>, using generator: inout Generator
) -> NDArray<Float> {
  let padded = x.padded([(0, 0), (0, 0), (3, 3), (3, 3)], mode: .edge)
  let moves = generator.integers(0..<7, [x.shape[0], 2]).elements
  let mirrored = generator.integers(0..<2, [x.shape[0]]).elements
  var result = x
  for i in 0..<x.shape[0] {
    let (top, left) = (moves[2 * i], moves[2 * i + 1])
    let picture = padded[i, .all, top..<(top + 32), left..<(left + 32)]
    result[i] = mirrored[i] == 1 ? picture.flipped(axes: [2]) : picture
  }
  return result
}
