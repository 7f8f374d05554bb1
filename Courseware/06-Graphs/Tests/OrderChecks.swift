import GradedTests
import Graphs
import Testing

@Suite(.graded) struct OrderChecks {
  @Test("each node after its inputs, only what the output needs, whatever the numbers")
  func orderOfTheNodes() throws {
    // f = d·b, d = e + c, e = a·b; numbers as they come: 4 is the output, 3 and 6 are not needed.
    //         0:b 1:e     2:a 3:   4:f     5:d     6
    let inputs = [[], [2, 0], [], [4], [5, 0], [1, 7], [3], []]
    let order = try #require(
      topologicalOrder(to: 4, inputs: inputs), "there is no circle here, so there is an order")
    #expect(Set(order) == [0, 1, 2, 4, 5, 7], "what node 4 is computed from, and itself")
    #expect(order.count == Set(order).count, "each node once: \(order)")
    #expect(order.last == 4, "the output comes last")
    for (place, node) in order.enumerated() {
      for input in inputs[node] {
        let at = try #require(order.firstIndex(of: input))
        #expect(at < place, "node \(node) stands before its input \(input): \(order)")
      }
    }
    #expect(topologicalOrder(to: 2, inputs: inputs) == [2], "a leaf needs only itself")
    #expect(
      topologicalOrder(to: 1, inputs: [[], [0, 0]]) == [0, 1],
      "an input that is used twice is once in the order"
    )

    // A first visit from a node near the output must not place a node before what it still waits for.
    let ladder = [[], [0], [0, 1], [1, 2], [2, 3], [3, 4, 0]]
    let steps = try #require(topologicalOrder(to: 5, inputs: ladder))
    #expect(steps == [0, 1, 2, 3, 4, 5], "on a ladder there is only one order: got \(steps)")
    let mirrored = [[1, 2, 5], [2, 3], [3, 4], [4, 5], [5], []]
    let down = try #require(topologicalOrder(to: 0, inputs: mirrored))
    #expect(down == [5, 4, 3, 2, 1, 0], "and with the numbers the other way round: got \(down)")
  }

  @Test("nodes that wait for each other in a circle have no order")
  func circlesHaveNoOrder() {
    #expect(
      topologicalOrder(to: 0, inputs: [[1], [2], [0]]) == nil, "0 waits for 1, 1 for 2, 2 for 0")
    #expect(topologicalOrder(to: 0, inputs: [[0]]) == nil, "a node that is its own input")
    #expect(
      topologicalOrder(to: 3, inputs: [[1], [2], [1], [0]]) == nil, "a circle far behind the output"
    )
    #expect(
      topologicalOrder(to: 3, inputs: [[], [0], [0], [1, 2]])?.count == 4,
      "two ways that meet again are no circle")
    #expect(
      topologicalOrder(to: 0, inputs: [[], [2], [1]]) == [0],
      "a circle that the output does not need does not matter")
    #expect(StaticGraph<ScalarOperation>([.result("y", of: .negate, [0])], output: 0) == nil)
  }

  @Test("a chain of 100,000 nodes, forwards and backwards numbered")
  func orderOfALongChain() {
    let count = 100_000
    let chain = (0..<count).map { $0 == 0 ? [] : [$0 - 1] }
    let order = topologicalOrder(to: count - 1, inputs: chain)
    #expect(order.map { $0 == Array(0..<count) } == true, "a chain has one order")
    let reversed = (0..<count).map { $0 == count - 1 ? [] : [$0 + 1] }
    let other = topologicalOrder(to: 0, inputs: reversed)
    #expect(other.map { $0 == Array((0..<count).reversed()) } == true, "and so it has backwards")
    // A ladder: each node is used by two. Who visits each as often as it is used never comes to an end.
    let ladder = (0..<200).map { $0 < 2 ? [] : [$0 - 1, $0 - 2] }
    #expect(topologicalOrder(to: 199, inputs: ladder)?.count == 200, "each node is visited once")
  }

  @Test("ways to the output: 2⁶⁰ through sixty doublings, though there are only 120 arrows")
  func waysToTheOutput() {
    let doublings = (0...10).map { $0 == 0 ? [] : [$0 - 1, $0 - 1] }
    #expect(countPaths(to: 10, inputs: doublings)?[0] == 1024, "y + y, ten times")
    #expect(countPaths(to: 10, inputs: doublings)?[7] == 8, "from the node after seven of them")
    #expect(countPaths(to: 4, inputs: doublings)?[7] == 0, "no way leads back")
    // Unit 04's pencil: x1 x2 x3 → H1 H2 H3 → O1 O2 → E.
    let network = [[], [], [], [0, 1, 2], [0, 1, 2], [0, 1, 2], [3, 4, 5], [3, 4, 5], [6, 7]]
    #expect(
      countPaths(to: 8, inputs: network) == [6, 6, 6, 2, 2, 2, 1, 1, 1], "the network of unit 04")
    let more = (0...60).map { $0 == 0 ? [] : [$0 - 1, $0 - 1] }
    #expect(
      countPaths(to: 60, inputs: more)?[0] == 1 << 60,
      "y + y, sixty times: who follows each way by itself never comes to an end")
    #expect(countPaths(to: 0, inputs: [[0]]) == nil, "in a circle there is no number of ways")
  }

  @Test("depth: one more than the farthest input")
  func depthsOfNodes() {
    let inputs = [[], [], [0, 1], [2], [3, 0], []]
    #expect(
      depths([0, 1, 2, 3, 4], inputs: inputs) == [0, 0, 1, 2, 3, 0],
      "a node stands behind its farthest input, not behind its nearest or its last one")
    let shuffled = [[1, 2], [3], [1, 3], []]
    #expect(depths([3, 1, 2, 0], inputs: shuffled) == [3, 1, 2, 0], "in another order of numbers")
  }
}
