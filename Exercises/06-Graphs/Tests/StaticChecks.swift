import GradedTests
import Graphs
import NDArray
import Testing

@Suite(.graded) struct StaticChecks {
  @Test("built once, run with other inputs: x·x + wx at 3, 5 and −1")
  func staticRunsAgain() {
    let tape = scalarTape()
    let (x, w) = (tape.leaf("x", 3), tape.leaf("w", 2))
    let y = x * x + w * x
    var graph = StaticGraph(y)
    for (value, output, slope) in [(5.0, 35.0, 12.0), (-1, -1, 0), (0, 0, 2)] {
      expectClose(graph.run(feeding: [x.index: value]), output, "x·x + 2x at \(value)")
      graph.clearGradients()
      graph.backward()
      expectClose(graph.gradient(x.index), slope, "its slope 2x + 2 there")
      expectClose(graph.gradient(w.index), value, "and by w")
    }
    expectClose(graph.run(), 0, "what is not fed keeps the value it had")
    expectClose(graph.run(feeding: [w.index: -4, x.index: 1]), -3, "two leaves fed at once")
    graph.clearGradients()
    graph.backward(0.5)
    graph.backward()
    expectClose(graph.gradient(x.index), -3, "two passes add: ½·(−2) − 2")
    graph.run(feeding: [x.index: 0])
    expectClose(
      graph.gradient(x.index), -3, "a run leaves gradients as they are")
    expectClose(tape.nodes[y.index].value!, 15, "the tape keeps what it has recorded")
  }

  @Test("a graph written down as data, in any order")
  func staticInAnyOrder() throws {
    // y = (a − b)/a, its nodes as they come; node 2 is a stranger that is never computed.
    let nodes: [Node<ScalarOperation>] = [
      .result("y", of: .divide, [3, 4]), .leaf("b", 1), .result("stranger", of: .logarithm, [1]),
      .result("d", of: .subtract, [4, 1]), .leaf("a", 4),
    ]
    var graph = try #require(StaticGraph(nodes, output: 0), "there is no circle")
    expectClose(graph.run(), 0.75, "(4 − 1)/4")
    #expect(graph.nodes[2].value == nil, "what the output does not need is not computed")
    graph.backward()
    expectClose(graph.gradient(4), 1.0 / 16, "by a: b/a²")
    expectClose(graph.gradient(1), -0.25, "by b: −1/a")
    expectClose(graph.run(feeding: [4: 2]), 0.5, "(2 − 1)/2")

    let fixed: [Node<ScalarOperation>] = [
      .result("y", of: .multiply, [1, 2]), .result("c²", of: .multiply, [3, 3]), .leaf("x", 5),
      .leaf("c", 3, isConstant: true),
    ]
    var scaled = try #require(StaticGraph(fixed, output: 0))
    scaled.run()
    scaled.backward()
    expectClose(scaled.gradient(2), 9, "by x")
    expectClose(scaled.gradient(3), 0, "a constant takes no gradient")
    expectClose(scaled.gradient(1), 0, "nor does what is computed from constants alone")
  }

  @Test("what was decided while recording stays decided")
  func staticKeepsTheBranch() {
    let tape = scalarTape()
    let x = tape.leaf("x", 5)
    var y = x
    while y.value > 1 { y = y * 0.5 }
    var graph = StaticGraph(y)
    expectClose(
      graph.run(feeding: [x.index: 3]), 0.375,
      "recorded at 5 with three halvings; at 3 the loop would have stopped after two, the graph does not"
    )
  }

  @Test("what the output would be if a node in the middle had another value")
  func movedInTheMiddle() {
    let tape = scalarTape()
    let (x, c) = (tape.leaf("x", 3), tape.constant(10))
    let h = (x * x).named("h")
    let cut = h.detached()
    let y = h * x + c - cut
    let graph = StaticGraph(y)
    expectClose(graph.output(with: 9, at: h.index), 28, "with the value it has: 27 + 10 − 9")
    expectClose(
      graph.output(with: 20, at: h.index), 61,
      "h = 20 whatever x·x is: 20·3 + 10 − 9; what was cut off stays 9")
    expectClose(graph.output(with: 2, at: x.index), 9, "x = 2: 8 + 10 − 9")
    expectClose(graph.output(with: -1, at: y.index), -1, "the output itself")
    expectClose(graph.output(with: 0, at: c.index), 18, "a constant may be moved too: 27 + 0 − 9")
    #expect(graph.nodes[h.index].value == 9, "the graph itself is not changed by asking")
  }
}
