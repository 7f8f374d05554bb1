import CourseKit
import NDArray
import Networks

/// The lecture's network for colour pictures of 32 × 32 pixels: a kernel that strides, a kernel that does not, a mean over windows, one linear
/// layer.
///
/// Its normalisation is the lecture's: the means and deviations of CIFAR-100, (0.5074, 0.4867, 0.4411) and (0.2011, 0.1987, 0.2025). All
/// weights begin by He's rule.
public func lectureNetwork<Element: NDFloat>(
  classes: Int, using generator: inout Generator
) -> Sequential<Element> {
  // Normalise, Conv 3 → 32 (5 × 5, stride 4, padding 2), ReLU, Conv 32 → 64 (3 × 3, same size), ReLU, means of 4 × 4, Flatten, Linear
  // (of which unit 04 wants the rule named: `Linear(inputs, outputs, .he, using: &generator)`).
  notImplemented()
}

/// The network for the digits, 8 × 8 grey pixels: twice a kernel of 3 × 3 and the largest of 2 × 2. 6,090 parameters, which begin by He's rule.
public func digitsNetwork<Element: NDFloat>(using generator: inout Generator) -> Sequential<Element>
{
  // Conv 1 → 16, ReLU, MaxPool 2, Conv 16 → 32, ReLU, MaxPool 2, Flatten, Linear. All kernels keep the size; how many numbers does Flatten leave?
  notImplemented()
}

/// The table of a network's layers, the shapes of their outputs and their parameters, for one input of `shape`, as the lecture prints it.
public func summary<Element: NDFloat>(
  of network: Sequential<Element>, input shape: [Int]
) -> Summary {
  var table = Summary()
  var x = NDArray<Element>.zeros([1] + shape)
  for (name, layer) in network.layers.enumerated().map({ ("\($0)", $1) }) {
    x = layer.forward(x)
    add(layer, name, x.shape, to: &table)
  }
  return table
}

private func add<Element: NDFloat>(
  _ layer: any Layer<Element>, _ name: String, _ shape: [Int], to table: inout Summary
) {
  table.add(name, layer, output: shape)
}

/// How many pixels across one number sees after several windows, each (size, stride): $1 + \sum_i (k_i - 1)\prod_{j<i} s_j$.
public func receptiveField(_ windows: [(size: Int, stride: Int)]) -> Int {
  // Two neighbours of a layer lie as many pixels apart as the strides before it multiply to.
  notImplemented()
}
