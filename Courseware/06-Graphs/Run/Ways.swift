import CourseKit
import Graphs

/// How often the same would be looked for: ways from the weights to the loss, against arrows.
func theSameTwice() {
  section("Ways and arrows")
  let tape = Tape<ScalarOperation>()
  let x = tape.leaf("x", 1)
  var y = x
  for _ in 0..<30 { y = y + y }
  let inputs = tape.nodes.map(\.inputs)
  y.backward()
  print(
    "y + y, thirty times: \(countPaths(to: y.index, inputs: inputs)![x.index]) ways, ",
    terminator: "")
  print("\(inputs.joined().count) arrows, slope \(x.gradient.short)")
  print("\nnetwork of single numbers   weights  nodes  arrows  ways from its weights")
  for depth in 1...5 {
    let network = ScalarNetwork(
      sizes: [2] + [Int](repeating: 8, count: depth) + [1], seed: 0)
    let tape = Tape<ScalarOperation>()
    let weights = network.weights.map { tape.leaf("w", $0) }
    let z = network.output([tape.constant(1), tape.constant(2)], weights)
    let inputs = tape.nodes.map(\.inputs)
    let ways = countPaths(to: z.index, inputs: inputs)!
    let name = network.sizes.map { "\($0)" }.joined(separator: "-")
    print(
      name.padding(27), "\(weights.count)".padding(8), "\(tape.nodes.count)".padding(6),
      "\(inputs.joined().count)".padding(7), weights.reduce(0) { $0 + ways[$1.index] })
  }
}
