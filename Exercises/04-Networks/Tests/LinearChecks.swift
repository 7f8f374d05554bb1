import GradedTests
import NDArray
import Networks
import Testing

@Suite(.graded) struct LinearChecks {
  @Test("a linear layer turns (5, 3) into (5, 2) and sends (5, 3) back")
  func linearShapes() {
    var generator = Generator(seed: 1)
    let layer = randomLinear(3, 2, &generator)
    let y = layer.forward(generator.standardNormal([5, 3]))
    expectShape(y, [5, 2], "the output of Linear")
    let dX = layer.backward(generator.standardNormal([5, 2]))
    expectShape(dX, [5, 3], "dX, which has the shape of X")
    expectShape(layer.weight.gradient, [3, 2], "dW, which has the shape of W")
    expectShape(layer.bias.gradient, [2], "db, which has the shape of b")
    let single = Linear(
      weight: layer.weight.value.asType(Float.self), bias: layer.bias.value.asType(Float.self))
    checkFloat(single, like: layer, at: generator.standardNormal([4, 3]))
  }

  @Test("the lecture's prediction: z, h and out")
  func lectureInference() {
    let (hidden, output) = lectureLayers()
    let x: NDArray<Double> = [[0.5, 0.9, -0.3]]
    let z = hidden.forward(x)
    expectClose(z, [[-1.9, 3.1, -0.4]], tolerance: 1e-12, "z of the hidden layer")
    let h = Activation.sigmoid.value(z)
    expectClose(h, [[0.13, 0.96, 0.40]], tolerance: 0.005, "h = σ(z)")
    let out = Activation.sigmoid.value(output.forward(h))
    expectClose(out, [[0.35, 0.85]], tolerance: 0.005, "the outputs O1 and O2")
  }

  @Test("the gradient of one weight: .13·(.35−.9)·.35·(1−.35) = −0.01627")
  func oneWeightGradient() {
    let (_, output) = lectureLayers()
    _ = output.forward([[0.13, 0.96, 0.40]])
    let (answer, target): (Double, Double) = (0.35, 0.9)
    let blame = (answer - target) * answer * (1 - answer)
    _ = output.backward(NDArray([[blame, 0]]))
    let gradient: Double = output.weight.gradient[0, 0]
    expectClose(gradient, -0.01627, tolerance: 5e-6, "∂E/∂w from H1 to O1")
  }

  @Test("gradient check of W, b and X, square and not")
  func linearGradients() {
    var generator = Generator(seed: 2)
    for (n, inputs, outputs) in [(4, 3, 3), (5, 4, 2), (1, 2, 3)] {
      let layer = randomLinear(inputs, outputs, &generator)
      let x = generator.standardNormal([n, inputs])
      checkGradients(of: layer, at: x)
      if inputs == outputs {
        let dY = generator.standardNormal([n, outputs])
        _ = layer.forward(x)
        let withoutTranspose = dY.dot(layer.weight.value)
        #expect(
          abs(layer.backward(dY) - withoutTranspose).max() > 1e-9,
          "dX is dY·W: the weights must be transposed on the way back, dY·Wᵀ")
      }
    }
  }

  @Test("agrees with PyTorch on random shapes")
  func linearAgainstPyTorch() throws {
    let references: LayerReferences = try reference("layers.json")
    for stored in references.linear {
      let layer = Linear(weight: stored.weight.array, bias: stored.bias.array)
      let shape = "\(stored.x.shape) → \(stored.y.shape)"
      expectClose(layer.forward(stored.x.array), stored.y.array, "Y, \(shape)")
      expectClose(layer.backward(stored.dY.array), stored.dX.array, "dX, \(shape)")
      expectClose(layer.weight.gradient, stored.dWeight.array, "dW, \(shape)")
      expectClose(layer.bias.gradient, stored.dBias.array, "db, \(shape)")
    }
  }

  @Test("backward belongs to the last forward")
  func linearUsesTheLastInput() {
    var generator = Generator(seed: 3)
    let layer = randomLinear(3, 2, &generator)
    let (first, last) = (generator.standardNormal([4, 3]), generator.standardNormal([4, 3]))
    let dY = generator.standardNormal([4, 2])
    _ = layer.forward(first)
    _ = layer.forward(last)
    _ = layer.backward(dY)
    let fresh = Linear(weight: layer.weight.value, bias: layer.bias.value)
    _ = fresh.forward(last)
    _ = fresh.backward(dY)
    #expect(
      layer.weight.gradient == fresh.weight.gradient,
      "dW belongs to an earlier input: the cache must be replaced in every forward pass")
    guard layer.weight.gradient == fresh.weight.gradient else { return }
    checkStates(features: 3) { Linear(weight: layer.weight.value, bias: layer.bias.value) }
  }

  @Test("a gradient of many objects is the sum of the gradients of each")
  func linearGradientsAdd() {
    var generator = Generator(seed: 4)
    let layer = randomLinear(3, 2, &generator)
    let (x, dY) = (generator.standardNormal([6, 3]), generator.standardNormal([6, 2]))
    var (dW, db) = (NDArray.zeros([3, 2]), NDArray.zeros([2]))
    for i in 0..<6 {
      layer.clearGradients()
      _ = layer.forward(x[i..<(i + 1)])
      _ = layer.backward(dY[i..<(i + 1)])
      dW += layer.weight.gradient
      db += layer.bias.gradient
    }
    layer.clearGradients()
    _ = layer.forward(x)
    _ = layer.backward(dY)
    expectClose(layer.weight.gradient, dW, tolerance: 1e-12, "dW of six objects at once")
    expectClose(layer.bias.gradient, db, tolerance: 1e-12, "db of six objects at once")

    layer.clearGradients()
    for part in [0..<4, 4..<6] {
      _ = layer.forward(x[part])
      _ = layer.backward(dY[part])
    }
    expectClose(
      layer.weight.gradient, dW, tolerance: 1e-12,
      "dW of four objects and then two, not cleared in between: a backward pass adds (accumulate)")
    expectClose(
      layer.bias.gradient, db, tolerance: 1e-12,
      "db of four objects and then two, not cleared in between: a backward pass adds (accumulate)")

    layer.clearGradients()
    for parameter in [layer.weight, layer.bias] { parameter.isFrozen = true }
    _ = layer.forward(x)
    expectClose(layer.backward(dY), dY.dot(layer.weight.value.T), "dX through a frozen layer")
    expectClose(
      layer.weight.gradient, NDArray.zeros([3, 2]), "dW, frozen: accumulate adds nothing")
    expectClose(layer.bias.gradient, NDArray.zeros([2]), "db, frozen: accumulate adds nothing")
  }

  @Test("two linear layers collapse into one: X W1 W2 = XA")
  func twoLinearLayersCollapse() {
    var generator = Generator(seed: 5)
    let (first, second) = (randomLinear(4, 6, &generator), randomLinear(6, 3, &generator))
    let single = collapsed(first, second)
    expectShape(single.weight.value, [4, 3], "A, from the 4 inputs to the 3 outputs")
    let x = generator.standardNormal([7, 4])
    let pair = second.forward(first.forward(x))
    expectClose(single.forward(x), pair, tolerance: 1e-12, "the output of the one layer")
    expectShape(single.bias.value, [3], "c, one for each of the 3 outputs")
  }
}
