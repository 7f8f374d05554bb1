import CourseKit
import Graphs
import NDArray
import Networks

/// The only numbers of the run that differ from machine to machine and from run to run.
func timings() {
  section("Times, the shortest of ten")
  var generator = Generator(seed: 0)
  let (hand, graph) = twins(sizes: (784, 256, 10))
  let x = generator.standardNormal([128, 784])
  let labels = NDArray((0..<128).map { $0 % 10 })
  let loss = SoftmaxCrossEntropy<Double>()
  let byHand = fastest {
    hand.clearGradients()
    _ = loss.forward(hand.forward(x), labels)
    _ = hand.backward(loss.backward())
    descend(hand.parameters, rate: 0.01)
  }
  let parameters = graph.parameters
  let byGraph = fastest {
    let tape = Tape<ArrayOperation<Double>>()
    let p = parameters.map { tape.leaf($0.name, $0.value) }
    let input = tape.constant(x)
    let logits = linear(relu(linear(input, p[0], p[1])), p[2], p[3])
    softmaxCrossEntropy(logits, labels).backward()
    for (parameter, leaf) in zip(parameters, p) { parameter.value -= 0.01 * leaf.gradient }
  }
  print("one step of 784-256-10, batch 128, by hand:  \((byHand * 1e3).text(2)) ms")
  print("the same on a tape, loss and all:            \((byGraph * 1e3).text(2)) ms")
  print("                                             \((byGraph / byHand).text(2)) times")

  let network = ScalarNetwork(sizes: [2, 8, 8, 1], seed: 0)
  func pass() -> Scalar {
    let tape = Tape<ScalarOperation>()
    let leaves = network.weights.map { tape.leaf("w", $0) }
    return network.output([tape.leaf("x", 1), tape.leaf("y", 2)], leaves)
  }
  let dynamic = fastest { for _ in 0..<100 { pass().backward() } }
  let recorded = pass()
  var built = StaticGraph(recorded)
  let again = fastest {
    for _ in 0..<100 {
      built.run(feeding: [network.weights.count: 1])
      built.clearGradients()
      built.backward()
    }
  }
  print("a point through 2-8-8-1, taped anew:         \((dynamic * 1e4).text(1)) µs")
  print("the graph built once:                        \((again * 1e4).text(1)) µs")

  let chain = fastest {
    let tape = Tape<ScalarOperation>()
    let x = tape.leaf("x", 1)
    var y = x
    for _ in 0..<100_000 { y = y + x }
    y.backward()
  }
  print("a chain of 100,000 sums, there and back:     \((chain * 1e3).text(0)) ms")
}

/// The shortest of ten times in seconds.
private func fastest(_ work: () -> Void) -> Double {
  let clock = ContinuousClock()
  return (0..<10).map { _ in clock.measure(work) / .seconds(1) }.min() ?? 0
}
