import CourseKit
import GradedTests
import Graphs
import NDArray
import Networks
import Testing

/// Comparing every node, the gradients by hand, and the network of single numbers.
@Suite(.graded) struct ToolChecks {
  @Test("compares the gradient of every node with its slope, from the output back")
  func comparesEveryNode() throws {
    let tape = arrayTape()
    let x = tape.constant([[1, -2, 0.5], [0.3, 1, 2]], "X")
    let w = tape.leaf("W", [[0.5, -1], [1, 0.25], [-0.75, 2]])
    let z = x.dot(w).named("Z")
    let h = tanh(z).named("H")
    let l = (h * h + h).sum().named("L")
    var graph = StaticGraph(l)
    graph.backward()
    let all = compareEach(graph)
    let wrong = all.filter { !$0.passed }
    #expect(wrong.isEmpty, "the graph's own gradients are right: \(wrong)")
    let names = all.map(\.name)
    #expect(names.first == "L" && names.contains("W"), "from the output back: \(names)")
    #expect(!names.contains("X"), "a constant has no gradient to compare")
    #expect(all.count == 6, "L, the sum and the square in it, H, Z, W: \(names)")
    let places = ["L", "H", "Z", "W"].compactMap { names.firstIndex(of: $0) }
    #expect(places == places.sorted() && places.count == 4, "each before its inputs: \(names)")
    #expect(all.first { $0.name == "W" }?.count == 6, "W has six elements")
    #expect(firstWrong(all) == nil, "nothing is wrong")

    // The same with Z wrong in one element: H is right, Z is not, W (the graph's own) is right again.
    var dZ = try #require(graph.nodes[z.index].gradient)
    dZ[1, 0] += 0.01
    let found = compareEach(graph, claims: ["Z": dZ])
    #expect(found.filter { !$0.passed }.map(\.name) == ["Z"], "only Z was claimed wrong")
    #expect(found.first { $0.name == "Z" }?.wrong == 1, "in one element")
    #expect(firstWrong(found)?.name == "Z")
    let two = compareEach(graph, claims: ["W": .zeros([3, 2]), "H": .ones([2, 2])])
    #expect(
      Set(two.filter { !$0.passed }.map(\.name)) == ["H", "W"],
      "H and W were claimed wrong, a result and a leaf; found \(two.filter { !$0.passed })")
    #expect(
      firstWrong(two)?.name == "H", "of two wrong ones the one nearer to the output is the first")

    // A node that nobody uses is not the output's business.
    let other = arrayTape()
    let v = other.leaf("v", [1, 2])
    _ = (v * 3).named("beside")
    let cut = v.detached().named("cut")
    var small = StaticGraph((v * v + cut).sum())
    small.backward()
    let compared = compareEach(small)
    #expect(!compared.map(\.name).contains("beside"), "only what the output needs")
    #expect(!compared.map(\.name).contains("cut"), "what is detached has no gradient to compare")
    let failed = compared.filter { !$0.passed }
    #expect(failed.isEmpty, "v is compared with what was cut off held fast: \(failed)")
  }

  @Test("eleven gradients by hand, each compared: the first wrong one is named")
  func gradientsByHandAreRight() throws {
    let stored = try GraphReferences.load().standardised
    let values = stored.values
    let graph = standardisedNetwork(stored.X, values["W"]!, values["U"]!, stored.labels)
    let claims = gradientsByHand(graph.namedValues, stored.labels)
    let names = ["O", "U", "H", "N", "S", "V", "Q", "C", "M", "Z", "W"]
    for name in names {
      guard let claim = claims[name] else {
        Issue.record("d\(name) is missing in what gradientsByHand returns")
        return
      }
      expectShape(claim, values[name]!.shape, "d\(name)")
      // One name at a time, so that the first mistake is told and not what follows from it.
      let expected = stored.gradients[name]!
      let isRight = claim.shape == expected.shape && abs(claim - expected).max() < 1e-10
      if !isRight {
        let found =
          claim.shape == expected.shape
          ? "\(compareEach(graph, claims: [name: claim]).first { $0.name == name }!)" : "its shape"
        Issue.record("the first wrong gradient, from the output back: \(found)")
        return
      }
    }
    var generator = Generator(seed: 11)
    let (x, w) = (generator.standardNormal([4, 2]), generator.standardNormal([2, 5]))
    let u = generator.standardNormal([5, 3])
    let other = standardisedNetwork(x, w, u, [2, 0, 1, 1])
    let wrong = firstWrong(
      compareEach(other, claims: gradientsByHand(other.namedValues, [2, 0, 1, 1])))
    #expect(wrong == nil, "four objects, five neurons, three classes")
  }

  @Test("a network of single numbers computes what unit 04's layers do")
  func scalarNetworkOutput() {
    let network = ScalarNetwork(sizes: [2, 3, 4, 1], seed: 1)
    #expect(network.weights.count == 9 + 16 + 5, "2·3 + 3, 3·4 + 4 and 4 + 1")
    var generator = Generator(seed: 12)
    let weights = generator.standardNormal([30]).elements
    func layer(_ start: Int, _ inputs: Int, _ outputs: Int) -> Linear<Double> {
      let rows = NDArray(
        Array(weights[start..<start + outputs * (inputs + 1)]), shape: [outputs, inputs + 1])
      return Linear(weight: rows[.all, 0..<inputs].T, bias: rows[.all, inputs])
    }
    let hand = Sequential<Double>([
      layer(0, 2, 3), Activate(.hyperbolicTangent), layer(9, 3, 4), Activate(.hyperbolicTangent),
      layer(25, 4, 1),
    ])
    let x: Array64 = [[0.5, -2], [1.5, 0.25], [-1, 3]]
    let expected = hand.forward(x).flattened()
    let dX = hand.backward(.ones([3, 1]))
    for row in 0..<3 {
      let tape = scalarTape()
      let leaves = weights.map { tape.leaf("w", $0) }
      let inputs = x[row].elements.map { tape.leaf("x", $0) }
      let z = network.output(inputs, leaves)
      let wanted: Double = expected[row]
      expectClose(z.value, wanted, tolerance: 1e-12, "the output for row \(row)")
      z.backward()
      for i in 0..<2 {
        let wanted: Double = dX[row, i]
        expectClose(inputs[i].gradient, wanted, tolerance: 1e-12, "its slope by x\(i + 1)")
      }
    }
    let straight = scalarTape()
    let (three, two) = (
      [2, -3, 0.5].map { straight.leaf("w", $0) }, [1.5, -1].map { straight.leaf("x", $0) }
    )
    expectClose(
      ScalarNetwork(sizes: [2, 1], seed: 1).output(two, three).value, 6.5,
      "a network 2-1 has no hidden layer and no tanh: 2·1.5 + (−3)·(−1) + 0.5")
    // The same function on arrays: each number of the network is a row of three.
    let tape = arrayTape()
    let leaves = weights.map { tape.leaf("w", NDArray($0)) }
    let inputs = (0..<2).map { tape.constant(x[.all, $0]) }
    let z = network.output(inputs, leaves)
    expectClose(z.value, expected, tolerance: 1e-12, "all three objects at once")
    z.backward()
    let bias: Double = hand.parameters[5].gradient[0]
    expectClose(
      leaves[29].gradient, NDArray(bias), tolerance: 1e-12, "db of the output, over all objects")
  }

  @Test("the logistic loss: ln 2 at 0, and ±1000 without ∞ or NaN")
  func logisticLossIsSafe() {
    for (m, value, slope) in [
      (0.0, 0.6931471805599453, -0.5), (2, 0.12692801104297263, -0.11920292202211755),
      (-2, 2.1269280110429727, -0.8807970779778823), (1000, 0, 0), (-1000, 1000, -1),
    ] {
      let tape = scalarTape()
      let margin = tape.leaf("m", m)
      let loss = logisticLoss(margin: margin)
      loss.backward()
      expectClose(loss.value, value, "−ln σ(m) at m = \(m)")
      expectClose(margin.gradient, slope, "its slope σ(m) − 1 at m = \(m)")
    }
    let tape = arrayTape()
    let margins = tape.leaf("m", [0, -1000])
    logisticLoss(margin: margins).backward()
    expectClose(margins.gradient, [-0.5, -1], "for arrays too")
  }

  @Test("a step of the scalar network goes against the gradient of the mean loss")
  func scalarStep() {
    var network = ScalarNetwork(sizes: [2, 3, 1], seed: 2)
    let (points, labels) = twoMoons(count: 5, noise: 0.1, seed: 3)
    let before = network
    func loss(_ weights: [Double]) -> Double {
      let tape = scalarTape()
      let leaves = weights.map { tape.constant($0) }
      var total = 0.0
      for row in 0..<10 {
        let x = points[row].elements.map { tape.constant($0) }
        let z = before.output(x, leaves).value
        total += ScalarOperation.logarithm.forward([
          1 + ScalarOperation.exponential.forward([labels[row].scalar == 1 ? -z : z])
        ])
      }
      return total / 10
    }
    let start = loss(before.weights)
    expectClose(network.step(points, labels, rate: 0.5), start, "the loss before the step")
    for i in before.weights.indices {
      let gradient = slope(at: before.weights[i]) { w in
        var weights = before.weights
        weights[i] = w
        return loss(weights)
      }
      expectClose(
        network.weights[i], before.weights[i] - 0.5 * gradient, tolerance: 1e-7,
        "weight \(i) after a step of η = 0.5")
    }
  }

  @Test("learns two moons", .graded(seconds: 20))
  func learnsTwoMoons() {
    var network = ScalarNetwork(sizes: [2, 5, 1], seed: 0)
    let (points, labels) = twoMoons(count: 12, noise: 0.1, seed: 5)
    var losses: [Double] = []
    for _ in 0..<80 { losses.append(network.step(points, labels, rate: 4)) }
    #expect(
      losses[79] < 0.2,
      "loss \(losses[0]) at first, \(losses[79]) after 80 steps; a straight line comes to 0.36")
  }
}
