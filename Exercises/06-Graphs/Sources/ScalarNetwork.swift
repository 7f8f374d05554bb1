import CourseKit
import Foundation
import NDArray

/// A network of single numbers: every product and every sum of it is a node of a graph.
public struct ScalarNetwork {
  /// How many numbers each layer has, from the inputs to the one output.
  public let sizes: [Int]
  /// For each neuron, layer by layer, its weights and then its bias.
  public var weights: [Double]

  /// A network with Xavier's weights and biases of 0.
  public init(sizes: [Int], seed: Int) {
    self.sizes = sizes
    weights = []
    var generator = Generator(seed: seed)
    for (inputs, outputs) in zip(sizes, sizes.dropFirst()) {
      let deviation = (2 / Double(inputs + outputs)).squareRoot()
      for _ in 0..<outputs {
        weights += (generator.standardNormal([inputs]) * deviation).elements + [0]
      }
    }
  }

  /// The output for the numbers `x`: tanh in the hidden layers, none at the end.
  ///
  /// - Parameter weights: ``weights`` as leaves of the tape that `x` is on, in the same order.
  public func output<Op: Arithmetic>(
    _ x: [Variable<Op>], _ weights: [Variable<Op>]
  ) -> Variable<Op> {
    // `next` is where the weights of the next neuron begin: as many as it has inputs, then its bias.
    notImplemented()
  }
}

/// $-\ln\sigma(m)$ of the margin $m = y\,z$, y = ±1: the softplus of $-m$, $\max(0, -m) + \ln(1 + e^{-|-m|})$.
///
/// Both kinks are kinks of $-m$, so that both take the same side of it. With $|m|$ in place of $|-m|$ the value is the same, and at
/// 0 the slope is −1.5 in place of −½.
public func logisticLoss<Op: Arithmetic>(margin m: Variable<Op>) -> Variable<Op> {
  // `m.value.ones` is the 1 of whatever flows through the graph, a number or an array.
  notImplemented()
}

extension ScalarNetwork {
  /// One step of gradient descent with all objects, on a tape of its own.
  ///
  /// - Parameters:
  ///   - points: (n, inputs).
  ///   - labels: 0 or 1.
  /// - Returns: the mean loss before the step.
  public mutating func step(
    _ points: NDArray<Double>, _ labels: NDArray<Int>, rate: Double
  ) -> Double {
    let tape = Tape<ScalarOperation>()
    let leaves = weights.map { tape.leaf("w", $0) }
    var total = tape.constant(0)
    for (row, label) in labels.elements.enumerated() {
      let x = points[row].elements.map { tape.constant($0) }
      let z = output(x, leaves)
      total = total + logisticLoss(margin: label == 1 ? z : -z)
    }
    let loss = total / Double(labels.count)
    _ = loss
    notImplemented()
  }
}

/// Two half circles that reach into each other, `count` points each, with normal `noise`.
///
/// - Returns: the points (2 · count, 2) and which moon each belongs to.
public func twoMoons(
  count: Int, noise: Double, seed: Int
) -> (points: NDArray<Double>, labels: NDArray<Int>) {
  var generator = Generator(seed: seed)
  let shake = generator.standardNormal([2 * count, 2]) * noise
  var places: [Double] = []
  for i in 0..<(2 * count) {
    let angle = Double.pi * Double(i % count) / Double(count - 1)
    places += i < count ? [cos(angle), sin(angle)] : [1 - cos(angle), 0.5 - sin(angle)]
  }
  let labels = NDArray((0..<(2 * count)).map { $0 < count ? 0 : 1 })
  return (NDArray(places, shape: [2 * count, 2]) + shake, labels)
}
