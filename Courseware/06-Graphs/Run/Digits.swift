import CourseKit
import Graphs
import NDArray
import Networks

/// The digits of unit 04 twice: by the backward passes of unit 04, and without any.
func digits() throws {
  section("Digits, 64-64-10, five epochs: by hand and by graph")
  let data = try Datasets.digits()
  var shuffled = Generator(seed: 0)
  let split = data.trainTestSplit(testFraction: 0.2, using: &shuffled)
  let (x, labels) = (split.train.features / 16, split.train.targets)
  let (hand, graph) = twins(sizes: (64, 64, 10))
  for epoch in 1...5 {
    let losses = [hand, graph].map { network in
      var generator = Generator(seed: epoch)
      return trainEpoch(network, x, labels, batchSize: 32, rate: 0.1, using: &generator)
    }
    print("epoch \(epoch): loss by hand \(losses[0].text(10)), by graph \(losses[1].text(10))")
  }
  let difference = zip(hand.parameters, graph.parameters).map { abs($0.value - $1.value).max() }
  print(
    "largest difference of any weight: \(difference.max()! < 1e-12 ? "below 1e-12" : "\(difference)")"
  )
  for (name, network) in [("by hand", hand), ("by graph", graph)] {
    let right = (predict(network, split.test.features / 16) .== split.test.targets).sum()
    print("held out, \(name): \(right) of \(split.test.count)")
  }
}

/// A network of unit 04's bricks, and one of the same weights with a single brick that differentiates itself.
func twins(
  sizes: (Int, Int, Int)
) -> (hand: Sequential<Double>, graph: Sequential<Double>) {
  var generator = Generator(seed: 1)
  let hand = Sequential<Double>([
    Linear(sizes.0, sizes.1, .he, using: &generator), Activate(.relu),
    Linear(sizes.1, sizes.2, .he, using: &generator),
  ])
  let copies = hand.parameters.map { Parameter($0.name, $0.value) }
  let graph = Sequential<Double>([
    Differentiated(copies) { x, p in linear(relu(linear(x, p[0], p[1])), p[2], p[3]) }
  ])
  return (hand, graph)
}
