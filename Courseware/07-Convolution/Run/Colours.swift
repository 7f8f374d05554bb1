import Convolution
import CourseKit
import NDArray
import Networks
import Optimisers

/// Emoji of five classes: 354 pictures are few, and it shows.
func colours() throws {
  let emoji = try Datasets.emoji(.noto)
  section("Colour pictures: \(emoji.count) emoji, five classes")
  let counts = bincount(emoji.labels).elements
  print(zip(emoji.classNames, counts).map { "\($0) \($1)" }.joined(separator: ", "))
  let x: NDArray<Float> = emoji.over(NDArray<Float>(1))
  let peers = try Baselines.load().emoji
  let progress = ProgressMeter("emoji", total: 9)
  var rows: [[Double]] = []
  for seed in 0..<3 {
    var generator = Generator(seed: seed)
    let parts = trainTestSplit(stratifiedBy: emoji.labels, testFraction: 0.2, using: &generator)
    let (train, test) = (parts.train, parts.test)
    if seed == 0 { print("\(train.count) to learn from, \(test.count) held out") }
    var row: [Double] = []
    var fits: [Double] = []
    for kind in ["MLP", "CNN", "CNN, mirrored and moved"] {
      let network =
        kind == "MLP"
        ? Sequential<Float>([
          Normalise(mean: [0.5074, 0.4867, 0.4411], deviation: [0.2011, 0.1987, 0.2025]),
          Flatten(), Linear(3072, 32, .he, using: &generator), Activate(.relu),
          Linear(32, 5, .he, using: &generator),
        ]) : lectureNetwork(classes: 5, using: &generator)
      let rate = kind == "MLP" ? 0.0005 : 0.002
      let optimiser = Optimiser(Adam(), network.parameters, rate: rate)
      let moves = kind.hasSuffix("moved")
      for epoch in 0..<(moves ? 60 : 30) {
        if epoch == (moves ? 45 : 22) { optimiser.rate = rate / 4 }
        let pictures = moves ? varied(x[train], using: &generator) : x[train]
        _ = trainEpoch(
          network, pictures, emoji.labels[train], batchSize: 32, optimiser: optimiser,
          using: &generator)
      }
      row.append((predict(network, x[test]) .== emoji.labels[test]).mean())
      fits.append((predict(network, x[train]) .== emoji.labels[train]).mean())
      if seed == 0 {
        print(
          "  \(kind), \(network.parameterCount) parameters: \(fits.last!.text(4)) of those it learned from"
        )
      }
      progress.advance("split \(seed), \(kind)")
    }
    let peer = peers[seed]
    rows.append(row + [peer.nearest, peer.svc10, peer.patches ?? .nan])
  }
  printTable(rows, ["MLP", "CNN", "CNN, varied", "1-NN", "SVC, C = 10", "patches"])
}

/// Each picture mirrored or not, and moved by up to three pixels, as a coin and two dice say.
private func varied(_ x: NDArray<Float>, using generator: inout Generator) -> NDArray<Float> {
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
