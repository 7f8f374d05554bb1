import CourseKit
import NDArray

/// One step of plain gradient descent, $W \leftarrow W - \eta\,\partial L/\partial W$, with the
/// gradients that the parameters hold.
public func descend<Element>(_ parameters: [Parameter<Element>], rate: Element) {
  notImplemented()
}

/// One pass over the objects in mini-batches of a fresh random order: forward, loss, backward, step.
///
/// - Returns: the mean loss of the objects, each measured when its batch came.
public func trainEpoch<Element: NDFloat>(
  _ network: Sequential<Element>, _ x: NDArray<Element>, _ labels: NDArray<Int>,
  batchSize: Int, rate: Element, using generator: inout Generator
) -> Element {
  let loss = SoftmaxCrossEntropy<Element>()
  let parameters = network.parameters
  var total: Element = 0
  for (x, labels) in batches(of: batchSize, x, labels, using: &generator) {
    network.clearGradients()
    total += loss.forward(network.forward(x), labels) * Element(labels.count)
    _ = network.backward(loss.backward())
    descend(parameters, rate: rate)
  }
  return total / Element(labels.count)
}

/// The class of the largest output for each row of `x`.
public func predict<Element: NDFloat>(
  _ network: Sequential<Element>, _ x: NDArray<Element>
) -> NDArray<Int> {
  network.forward(x).argMax(axis: 1)
}
