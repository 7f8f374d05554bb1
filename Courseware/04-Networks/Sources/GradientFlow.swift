import NDArray

/// How much of the gradient reaches each layer of a deep network: $\lVert\partial L/\partial
/// W^i\rVert$ from the first layer to the last, before any training.
///
/// All layers have the same `width`; 32 random objects go in and a random upstream gradient comes
/// back, so that nothing but the activation and the initialisation makes the difference.
public func gradientNorms(
  _ activation: Activation, deviation: Double, depth: Int, width: Int = 64, seed: Int = 0
) -> [Double] {
  var generator = Generator(seed: seed)
  let linears = (0..<depth).map { _ in
    Linear<Double>(width, width, .small(deviation), using: &generator)
  }
  let network = Sequential(
    linears.flatMap { [$0, Activate(activation)] as [any Layer<Double>] })
  let objects = 32
  _ = network.forward(generator.standardNormal([objects, width]))
  _ = network.backward(generator.standardNormal([objects, width]) / Double(objects))
  return linears.map { linear in
    let squares = linear.weight.gradient * linear.weight.gradient
    return squares.sum().squareRoot()
  }
}
