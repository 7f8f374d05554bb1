import CourseKit
import GradedTests
import Graphs
import NDArray
import Networks
import Testing

/// Unit 04's bricks on the graph against the backward passes that unit 04 wrote by hand, to 1e-12.
@Suite(.graded) struct LayerChecks {
  @Test("linear: Y, dX, dW, db as Linear has them")
  func linearLikeByHand() {
    var generator = Generator(seed: 5)
    for (n, inputs, outputs) in [(5, 3, 2), (1, 4, 4), (6, 1, 3)] {
      let hand = Linear(
        weight: generator.standardNormal([inputs, outputs]),
        bias: generator.standardNormal([outputs]))
      let x = generator.standardNormal([n, inputs])
      let dY = generator.standardNormal([n, outputs])
      let tape = arrayTape()
      let leaves = [
        tape.leaf("X", x), tape.leaf("W", hand.weight.value), tape.leaf("b", hand.bias.value),
      ]
      let y = linear(leaves[0], leaves[1], leaves[2])
      expectClose(y.value, hand.forward(x), tolerance: 1e-12, "XW + b")
      y.backward(dY)
      let dX = hand.backward(dY)
      expectClose(leaves[0].gradient, dX, tolerance: 1e-12, "dX")
      expectClose(leaves[1].gradient, hand.weight.gradient, tolerance: 1e-12, "dW")
      expectClose(leaves[2].gradient, hand.bias.gradient, tolerance: 1e-12, "db")
    }
  }

  @Test("all activations: f(z) and dZ as unit 04 has them, at 0 and ±1000 too")
  func activationsLikeByHand() {
    let all: [Activation] = [
      .identity, .step, .sigmoid(slope: 2.5), .hyperbolicTangent, .arctan, .softsign,
      .isru(alpha: 0.7), .softplus, .relu, .leakyReLU(slope: 0.01), .leakyReLU(slope: 3),
      .elu(alpha: 1.3), .mish,
    ]
    var generator = Generator(seed: 6)
    let random = 3 * generator.standardNormal([4, 5])
    let edges: Array64 = [[0, -1000, 1000, 1e-9, -1e-9]]
    for activation in all {
      for z in [random, edges] {
        let tape = arrayTape()
        let leaf = tape.leaf("Z", z)
        let y = activate(leaf, activation)
        expectClose(
          y.value, activation.value(z), tolerance: 1e-12, "\(activation): its value")
        let dY = generator.standardNormal(z.shape)
        y.backward(dY)
        expectClose(
          leaf.gradient, dY * activation.derivative(z), tolerance: 1e-12,
          "\(activation): dZ at \(z.shape == [1, 5] ? "0, ∓1000, ±1e-9" : "random places")")
      }
      let single = Tape<ArrayOperation<Float>>()
      let leaf = single.leaf("Z", random.asType(Float.self))
      activate(leaf, activation).sum().backward()
      expectClose(
        leaf.gradient.asType(Double.self), activation.derivative(random), tolerance: 2e-5,
        "\(activation): dZ in Float")
    }
    let near = activate(arrayTape().leaf("Z", [-1e-12]), .elu(alpha: 1.3))
    expectClose(
      near.value * 1e12, [-1.3],
      "ELU at −10⁻¹², magnified: e^z − 1 has lost its digits there, expm1(z) has them")
  }

  @Test("softplus at 0, where two kinks meet: the slope is ½")
  func softplusBetweenKinks() {
    let tape = arrayTape()
    let z = tape.leaf("z", [0, 1000, -1000, 1e-20])
    let y = softplus(z)
    expectClose(y.value, [0.6931471805599453, 1000, 0, 0.6931471805599453], "ln(1 + e^z)")
    y.backward()
    expectClose(
      z.gradient, [0.5, 1, 0, 0.5],
      "σ(z): with the right side of both kinks 1 − ½; with a slope of 0 at a kink it would be 0")
    let far = softplus(tape.leaf("z", [-40]))
    expectClose(
      far.value * 1e17, [0.4248354255291589], tolerance: 1e-12,
      "ln(1 + e^z) at −40, magnified: log(1 + …) has lost e^−40 beside the 1, log1p keeps it")
  }

  @Test("parametric ReLU: dZ and dα as unit 04 has them")
  func parametricLikeByHand() {
    var generator = Generator(seed: 7)
    for alpha in [0.25, 3] {
      let hand = ParametricReLU<Double>(slope: alpha)
      let z = concatenated([generator.standardNormal([4, 3]), .zeros([1, 3])])
      let dY = generator.standardNormal([5, 3])
      let tape = arrayTape()
      let (leaf, slope) = (tape.leaf("Z", z), tape.leaf("α", hand.slope.value))
      let y = parametricReLU(leaf, slope)
      expectClose(y.value, hand.forward(z), tolerance: 1e-12, "α = \(alpha)")
      y.backward(dY)
      expectClose(leaf.gradient, hand.backward(dY), tolerance: 1e-12, "dZ for α = \(alpha)")
      expectClose(slope.gradient, hand.slope.gradient, tolerance: 1e-12, "dα, a sum over all z < 0")
    }
  }

  @Test("cross-entropy: the loss and (p − y)/n, for logits of ±1000 too")
  func crossEntropyLikeByHand() {
    var generator = Generator(seed: 8)
    let cases: [(Array64, NDArray<Int>)] = [
      ([[1, 2, 3]], [2]), (generator.standardNormal([5, 4]), [3, 0, 0, 2, 1]),
      (30 * generator.standardNormal([3, 7]), [6, 1, 2]),
      ([[1000, -1000, 0], [-1000, -1001, -999], [0, 0, 0]], [1, 0, 2]),
    ]
    for (logits, labels) in cases {
      let hand = SoftmaxCrossEntropy<Double>()
      let expected = hand.forward(logits, labels)
      let tape = arrayTape()
      let leaf = tape.leaf("Z", logits)
      let loss = softmaxCrossEntropy(leaf, labels)
      expectShape(loss.value, [], "the loss is a single number")
      expectClose(loss.value, NDArray(expected), tolerance: 1e-12, "the loss")
      loss.backward()
      expectClose(leaf.gradient, hand.backward(), tolerance: 1e-12, "dZ = (p − y)/n")
      let shapes = tape.nodes.compactMap { $0.value?.shape }
      #expect(
        shapes.allSatisfy { $0.reduce(1, *) <= logits.count },
        "nothing on the tape is larger than the logits \(logits.shape); (n, 1) − (n) is (n, n)")
      var graph = StaticGraph(loss)
      let other = logits.flipped() * 2
      expectClose(
        graph.run(feeding: [leaf.index: other]), NDArray(hand.forward(other, labels)),
        tolerance: 1e-12, "the same graph with other logits: their largest must be found anew")
    }
    let tape = arrayTape()
    let leaf = tape.leaf("Z", [[1, 2, 3]])
    softmaxCrossEntropy(leaf, [2]).backward()
    expectClose(
      leaf.gradient, [[0.0900306, 0.244728, -0.334759]], tolerance: 1e-6,
      "the notes' three classes")
    let cut = tape.nodes.contains { node in
      !node.needsGradient && node.inputs.contains { tape.nodes[$0].needsGradient }
    }
    #expect(cut, "the largest logit, by which a row is shifted, is detached: it changes nothing")
  }

  @Test("squared error: ½ of the mean over the objects, (ŷ − y)/n")
  func squaredErrorLikeByHand() {
    var generator = Generator(seed: 9)
    for shape in [[1, 1], [6, 3], [2, 5]] {
      let (y, target) = (generator.standardNormal(shape), generator.standardNormal(shape))
      let hand = SquaredError<Double>()
      let expected = hand.forward(y, target)
      let tape = arrayTape()
      let leaf = tape.leaf("Y", y)
      let loss = squaredError(leaf, target)
      expectClose(loss.value, NDArray(expected), tolerance: 1e-12, "the loss")
      loss.backward()
      expectClose(leaf.gradient, hand.backward(), tolerance: 1e-12, "dY = (ŷ − y)/n")
    }
  }

  @Test(
    "a layer without a backward of its own: values and gradients of torch, twice, and for another batch"
  )
  func layerThatDifferentiatesItself() throws {
    let stored = try GraphReferences.load().layered
    let weights = zip(["W1", "b1", "W2", "b2"], stored.leaves.dropFirst()).map { Parameter($0, $1) }
    let layer = Differentiated<Double>(weights) { x, p in
      tanh(linear(tanh(linear(x, p[0], p[1])), p[2], p[3]))
    }
    let x = stored.leaves[0]
    _ = layer.forward(x[..<2])
    _ = layer.backward(stored.upstream[..<2])
    for weight in weights { weight.clearGradient() }
    expectClose(layer.forward(x), stored.value, "the output after a smaller batch")
    expectClose(layer.backward(stored.upstream), stored.gradients[0], "dX")
    for (weight, expected) in zip(weights, stored.gradients.dropFirst()) {
      expectClose(weight.gradient, expected, "d\(weight.name)")
    }
    expectClose(
      layer.backward(2 * stored.upstream), 2 * stored.gradients[0],
      "dX of a second backward pass is that of this pass alone")
    for (weight, expected) in zip(weights, stored.gradients.dropFirst()) {
      expectClose(weight.gradient, 3 * expected, "d\(weight.name) adds: once and twice as much")
    }
    let idle = Differentiated<Double>([Parameter("unused", [1, 2])]) { x, _ in x * x }
    _ = idle.forward([[3, 4]])
    expectClose(idle.backward([[1, 1]]), [[6, 8]], "x² with a parameter that is not used")
    let frozen = Parameter<Double>("frozen", [2, 5])
    frozen.isFrozen = true
    let scaled = Differentiated<Double>([frozen]) { x, p in x * p[0] }
    _ = scaled.forward([[3, 4]])
    expectClose(scaled.backward([[1, 1]]), [[2, 5]], "dX through a frozen parameter")
    expectEqual(
      frozen.gradient, [0, 0], "what a frozen parameter takes: accumulate it")
  }

  @Test("w₂w₁x with L = ½y²: dw₁ is 18, also if w₂ has taken its step before")
  func valueChangedAfterForward() {
    let (w1, w2) = (Parameter<Double>("w1", [[2]]), Parameter<Double>("w2", [[3]]))
    let layer = Differentiated<Double>([w1, w2]) { x, p in x.dot(p[0]).dot(p[1]) }
    let y = layer.forward([[1]])
    expectClose(y, [[6]], "y = w₂w₁x")
    w2.value -= 0.1 * 12
    _ = layer.backward(y)
    expectClose(w2.gradient, [[12]], "dw₂ = y·w₁x")
    let got: Double = w1.gradient[0, 0]
    #expect(
      abs(got - 10.8) > 1e-9,
      "10.8 = 6·1.8 is y·w₂ with the w₂ *after* its step; the backward pass belongs to the values that went forward"
    )
    expectClose(w1.gradient, [[18]], "dw₁ = y·w₂ = 6·3")
  }

  @Test("a network that differentiates itself trains as the one by hand does: 20 steps to 1e-12")
  func trainsLikeByHand() {
    var generator = Generator(seed: 10)
    let x = generator.standardNormal([9, 3])
    let labels: NDArray<Int> = [0, 3, 1, 2, 2, 1, 0, 3, 1]
    let first = Linear<Double>(3, 5, .xavier, using: &generator)
    let second = Linear<Double>(5, 4, .xavier, using: &generator)
    let copies = [first.weight, first.bias, second.weight, second.bias].map {
      Parameter($0.name, $0.value)
    }
    let hand = Sequential<Double>([first, Activate(.mish), second])
    let graph = Differentiated<Double>(copies) { x, p in
      linear(activate(linear(x, p[0], p[1]), .mish), p[2], p[3])
    }
    for network in [hand, graph] as [any Layer<Double>] {
      let loss = SoftmaxCrossEntropy<Double>()
      for _ in 0..<20 {
        network.clearGradients()
        _ = loss.forward(network.forward(x), labels)
        _ = network.backward(loss.backward())
        for parameter in copies + hand.parameters
        where !parameter.gradient.elements.allSatisfy({ $0 == 0 }) {
          parameter.value -= 0.5 * parameter.gradient
          parameter.clearGradient()
        }
      }
    }
    for (got, expected) in zip(copies, hand.parameters) {
      expectClose(got.value, expected.value, tolerance: 1e-12, "\(expected.name) after 20 steps")
    }
  }
}
