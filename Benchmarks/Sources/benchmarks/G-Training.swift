import CourseKit
import NDArray
import Networks
import RecurrentNetworks

/// Section G: a step of training with the layers of unit 04, on a batch of 128 objects, and with the LSTM of unit 17, 50
/// steps of 32 objects; the gradient of its embedding.
let training = [
  Group(name: "G/f32") { steps(Float.self) },
  Group(name: "G/f64") { steps(Double.self) },
  Group(name: "G/lstm/f32") { recurrentSteps(Float.self) },
  Group(name: "G/lstm/f64") { recurrentSteps(Double.self) },
  Group(name: "G/embedding") { embeddingGradients(Float.self) + embeddingGradients(Double.self) },
]

/// An LSTM 64 → 128 over 50 steps of 32 objects: forward, the mean square of the outputs less a target, backward to the
/// parameters and the inputs.
private func recurrentSteps<E: NDFloat>(_ type: E.Type) -> [Row] {
  var generator = Generator(seed: 7)
  let x = generator.normal(50, 32, 64, as: E.self)
  let target = generator.normal(50, 32, 128, as: E.self)

  func layer() -> RecurrentLayer<E> {
    var generator = Generator(seed: 3)
    return RecurrentLayer(LSTMCell(), inputs: 64, width: 128, using: &generator)
  }
  let (inputs, gates) = (x.reshaped([1600, 64]), NDArray<E>.ones([1600, 512]))
  let (h, dZ) = (NDArray<E>.ones([32, 128]), NDArray<E>.ones([32, 512]))
  let (all, parameters) = (NDArray<E>.ones([1600, 128]), layer().parameters)
  let (W, U) = (parameters[0].value, parameters[1].value)
  return stepRows("lstm", layer) { layer in
    let loss = meanSquare(layer.forward(x).outputs, target)
    _ = layer.backward(loss.gradient)
    return loss.value
  } + [
    Row("G:lstm_products/\(E.tag)") {
      _ = inputs.dot(W.T)
      for _ in 0..<50 {
        _ = h.dot(U.T)
        _ = dZ.dot(U)
      }
      _ = gates.T.dot(inputs)
      _ = gates.T.dot(all)
      _ = gates.dot(W)
    } check: {
      1
    }
  ]
}

/// The gradient by the table of the embedding of unit 17, 1000 words, of a text of 1600, most of which stand there several
/// times.
private func embeddingGradients<E: NDFloat>(_ type: E.Type) -> [Row] {
  [16, 128].map { width in
    var generator = Generator(seed: 7)
    let rows = generator.standardNormal([1600, width]).asType(E.self)
    let words = generator.integers(0..<1000, [1600])
    return Row("G:embedding\(width)/\(E.tag)") {
      var sums = NDArray<E>.zeros([1000, width])
      sums.add(rows, at: words)
      return sums
    }
  }
}

private func steps<E: NDFloat>(_ type: E.Type) -> [Row] {
  var generator = Generator(seed: 7)
  let x = generator.normal(128, 784, as: E.self)
  let labels = generator.integers(0..<10, [128])

  let weights = network(E.self).parameters.map(\.value).filter { $0.rank == 2 }
  return stepRows("mlp", { network(E.self) }, { gradients($0, x, labels) }) + [products(x, weights)]
}

/// The classifier 784-256-128-10 of the lesson.
private func network<E: NDFloat>(_ type: E.Type) -> Sequential<E> {
  var generator = Generator(seed: 3)
  func linear(_ inputs: Int, _ outputs: Int) -> Linear<E> {
    let weight = generator.standardNormal([inputs, outputs]) / Double(inputs).squareRoot()
    return Linear(weight: weight.asType(E.self), bias: NDArray<E>.zeros([outputs]))
  }
  return Sequential([
    linear(784, 256), Activate(.relu), linear(256, 128), Activate(.relu), linear(128, 10),
  ])
}

/// Forward and backward; the loss before the step. The first layer's gradient by the images, which is a third of its
/// work and which nobody needs, is left out, here as in `peers/`.
private func gradients<E: NDFloat>(
  _ network: Sequential<E>, _ x: NDArray<E>, _ labels: NDArray<Int>
) -> E {
  let loss = SoftmaxCrossEntropy<E>()
  let value = loss.forward(network.forward(x), labels)
  var gradient = loss.backward()
  for layer in network.layers.dropFirst().reversed() { gradient = layer.backward(gradient) }
  if let first = network.layers[0] as? Linear<E> {
    first.weight.accumulate(x.T.dot(gradient))
    first.bias.accumulate(gradient.sum(axis: 0))
  }
  return value
}

/// The eight matrix products that no step can do without: the bound of the rows above.
private func products<E: NDFloat>(_ x: NDArray<E>, _ weights: [NDArray<E>]) -> Row {
  let inputs = [
    x, NDArray<E>.ones([128, 256]), NDArray<E>.ones([128, 128]), NDArray<E>.ones([128, 10]),
  ]
  return Row("G:mlp_products/\(E.tag)") {
    for (k, weight) in weights.enumerated() {
      _ = inputs[k].dot(weight)
      _ = inputs[k].T.dot(inputs[k + 1])
      if k > 0 { _ = inputs[k + 1].dot(weight.T) }
    }
  } check: {
    1
  }
}
