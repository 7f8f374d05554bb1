import Convolution
import CourseKit
import NDArray
import Networks

/// Section G: a step of training the lecture's network for colour pictures with the layers of unit 07, on a batch of 64.
let convolution = [
  Group(name: "G/cnn_f32") { steps(Float.self) },
  Group(name: "G/cnn_f64") { steps(Double.self) },
]

private func steps<E: NDFloat>(_ type: E.Type) -> [Row] {
  var generator = Generator(seed: 7)
  let x = generator.normal(64, 3, 32, 32, as: E.self)
  let labels = generator.integers(0..<100, [64])
  return stepRows("cnn", { network(E.self) }, { gradients($0, x, labels) }) + [products(E.self)]
}

/// The lecture's network for 100 classes, without its normalisation.
private func network<E: NDFloat>(_ type: E.Type) -> Sequential<E> {
  var generator = Generator(seed: 3)
  func weight(_ shape: [Int], fanIn: Int) -> NDArray<E> {
    (generator.standardNormal(shape) / Double(fanIn).squareRoot()).asType(E.self)
  }
  return Sequential([
    Conv2d(
      weight: weight([32, 3, 5, 5], fanIn: 75), bias: .zeros([32]), stride: 4, padding: .zeros(2)),
    Activate(.relu),
    Conv2d(weight: weight([64, 32, 3, 3], fanIn: 288), bias: .zeros([64]), padding: .zeros(1)),
    Activate(.relu), AvgPool2d(4), Flatten(),
    Linear(weight: weight([256, 100], fanIn: 256), bias: .zeros([100])),
  ])
}

/// Forward and backward; the loss before the step. The first layer's gradient by the pictures, which nobody needs, is left out, here
/// as in `peers/`.
private func gradients<E: NDFloat>(
  _ network: Sequential<E>, _ x: NDArray<E>, _ labels: NDArray<Int>
) -> E {
  let loss = SoftmaxCrossEntropy<E>()
  let value = loss.forward(network.forward(x), labels)
  var gradient = loss.backward()
  for layer in network.layers.dropFirst().reversed() { gradient = layer.backward(gradient) }
  (network.layers[0] as? Conv2d<E>)?.backwardOfParameters(gradient)
  return value
}

/// The eight matrix products that no step can do without: the bound of the rows above.
private func products<E: NDFloat>(_ type: E.Type) -> Row {
  func ones(_ rows: Int, _ columns: Int) -> NDArray<E> { NDArray<E>.ones([rows, columns]) }
  let (w1, c1, d1) = (ones(32, 75), ones(75, 4096), ones(32, 4096))
  let (w2, c2, d2) = (ones(64, 288), ones(288, 4096), ones(64, 4096))
  let (w3, x3, d3) = (ones(256, 100), ones(64, 256), ones(64, 100))
  return Row("G:cnn_products/\(E.tag)") {
    _ = (w1.dot(c1), d1.dot(c1.T))
    _ = (w2.dot(c2), d2.dot(c2.T), w2.T.dot(d2))
    _ = (x3.dot(w3), x3.T.dot(d3), d3.dot(w3.T))
  } check: {
    1
  }
}
