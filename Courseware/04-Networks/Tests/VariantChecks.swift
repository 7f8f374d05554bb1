import GradedTests
import NDArray
import Networks
import Testing

@Suite(.graded) struct VariantChecks {
  @Test("parametric ReLU: values, dZ and the gradient of its slope")
  func parametricReLUGradients() throws {
    let layer = ParametricReLU<Double>(slope: 0.5)
    let z: NDArray<Double> = [[-4, 2], [-1, 3]]
    expectClose(layer.forward(z), [[-2, 2], [-0.5, 3]], "parametric ReLU, α = 0.5")
    expectClose(layer.backward([[1, 1], [10, 1]]), [[0.5, 1], [5, 1]], "dZ")
    expectClose(layer.slope.gradient, [-14], "dα = Σ z·dA over z < 0: −4·1 + −1·10")
    _ = layer.backward([[1, 1], [1, 1]])
    expectClose(layer.slope.gradient, [-19], "a second backward pass adds its −4 − 1 to it")

    expectClose(layer.forward([[0, 0]]), [[0, 0]], "parametric ReLU at 0")
    expectClose(
      layer.backward([[5, -7]]), [[5, -7]], "dZ at 0; at a kink the slope is that of the right side"
    )

    let steep = ParametricReLU<Double>(slope: 3)
    expectClose(steep.forward([[-2, 2]]), [[-6, 2]], "for α = 3 > 1, where max(z, αz) is wrong")
    expectClose(steep.backward([[1, 1]]), [[3, 1]], "dZ for α = 3")
    expectClose(steep.slope.gradient, [-2], "dα for α = 3")
    // Training may take α to 0 or below it, where the sign of the output no longer tells that of z.
    for slope in [0, -0.5] {
      let low = ParametricReLU<Double>(slope: slope)
      expectClose(low.forward([[-2, 2]]), NDArray([[-2 * slope, 2]]), "for α = \(slope)")
      expectClose(
        low.backward([[1, 1]]), NDArray([[slope, 1]]), "dZ for α = \(slope), by the sign of z")
      expectClose(low.slope.gradient, [-2], "dα for α = \(slope), a sum over z < 0")
      low.clearGradients()
      low.slope.isFrozen = true
      _ = low.backward([[1, 1]])
      expectClose(low.slope.gradient, [0], "dα of a frozen slope: accumulate leaves it alone")
    }

    var generator = Generator(seed: 13)
    let x = generator.standardNormal([4, 3])
    checkGradients(of: layer, at: x)
    checkStates(features: 3) { ParametricReLU<Double>(slope: 0.5) }
    checkFloat(ParametricReLU<Float>(slope: 0.5), like: layer, at: x)

    let references: LayerReferences = try reference("layers.json")
    let stored = references.parametric
    let other = ParametricReLU<Double>(slope: stored.slope.values[0])
    expectClose(other.forward(stored.x.array), stored.y.array, "forward")
    expectClose(other.backward(stored.dY.array), stored.dX.array, "dZ")
    expectClose(other.slope.gradient, stored.dSlope.array, "dα")
  }

  @Test("randomised leaky ReLU: fresh slopes in training, the mean slope in use")
  func randomisedReLUSlopes() throws {
    let layer = RandomisedReLU<Double>(seed: 0)
    let z = NDArray<Double>.full([200, 5], -1)
    let first = layer.forward(z)
    let dZ = layer.backward(NDArray.ones([200, 5]))
    #expect(first.min() >= -1.0 / 3 && first.max() <= -1.0 / 8, "α lies between 1/8 and 1/3")
    #expect(first.max() - first.min() > 0.1, "each element draws an α of its own")
    expectClose(dZ, -first, "dZ = dA·α with the very α of this forward pass")
    #expect(layer.forward(z) != first, "each forward pass of training draws anew")
    expectClose(layer.forward([[2, 0.5]]), [[2, 0.5]], "positive inputs pass unchanged")

    layer.setTraining(false)
    let references: LayerReferences = try reference("layers.json")
    let stored = references.randomised
    expectClose(layer.forward(stored.x.array), stored.y.array, "in use: α = (1/8 + 1/3)/2")
    expectClose(layer.backward(stored.dY.array), stored.dX.array, "dZ in use")
    expectClose(layer.forward([[0]]), [[0]], "at 0")
    expectClose(
      layer.backward([[3]]), [[3]], "dZ at 0; at a kink the slope is that of the right side")

    func inUse<Element>(_ layer: RandomisedReLU<Element>) -> RandomisedReLU<Element> {
      layer.setTraining(false)
      return layer
    }
    let steep = inUse(RandomisedReLU<Double>(2...4, seed: 0))
    expectClose(
      steep.forward([[-2, 2]]), [[-6, 2]], "for α around 3 > 1, where max(z, αz) is wrong")
    expectClose(steep.backward([[1, 1]]), [[3, 1]], "dZ for α around 3")
    checkStates(features: 3) { inUse(RandomisedReLU<Double>(seed: 0)) }
    checkFloat(
      inUse(RandomisedReLU<Float>(seed: 0)), like: inUse(RandomisedReLU<Double>(seed: 0)),
      at: stored.x.array)
  }
}
