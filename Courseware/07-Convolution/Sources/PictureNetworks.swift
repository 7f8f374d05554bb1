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
  // BEGIN SOLUTION
  Sequential([
    Normalise(mean: [0.5074, 0.4867, 0.4411], deviation: [0.2011, 0.1987, 0.2025]),
    Conv2d(3, 32, kernel: 5, stride: 4, padding: .zeros(2), using: &generator),
    Activate(.relu),
    Conv2d(32, 64, kernel: 3, padding: .same(kernel: 3), using: &generator),
    Activate(.relu),
    AvgPool2d(4),
    Flatten(),
    Linear(256, classes, .he, using: &generator),
  ])
  // STUB: // Normalise, Conv 3 → 32 (5 × 5, stride 4, padding 2), ReLU, Conv 32 → 64 (3 × 3, same size), ReLU, means of 4 × 4, Flatten, Linear
  // STUB: // (of which unit 04 wants the rule named: `Linear(inputs, outputs, .he, using: &generator)`).
  // STUB: notImplemented()
  // END SOLUTION
}

/// The network for the digits, 8 × 8 grey pixels: twice a kernel of 3 × 3 and the largest of 2 × 2. 6,090 parameters, which begin by He's rule.
public func digitsNetwork<Element: NDFloat>(using generator: inout Generator) -> Sequential<Element>
{
  // BEGIN SOLUTION
  Sequential([
    Conv2d(1, 16, kernel: 3, padding: .same(kernel: 3), using: &generator),
    Activate(.relu),
    MaxPool2d(2),
    Conv2d(16, 32, kernel: 3, padding: .same(kernel: 3), using: &generator),
    Activate(.relu),
    MaxPool2d(2),
    Flatten(),
    Linear(128, 10, .he, using: &generator),
  ])
  // STUB: // Conv 1 → 16, ReLU, MaxPool 2, Conv 16 → 32, ReLU, MaxPool 2, Flatten, Linear. All kernels keep the size; how many numbers does Flatten leave?
  // STUB: notImplemented()
  // END SOLUTION
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
  // BEGIN SOLUTION
  var (field, step) = (1, 1)
  for window in windows {
    field += (window.size - 1) * step
    step *= window.stride
  }
  return field
  // STUB: // Two neighbours of a layer lie as many pixels apart as the strides before it multiply to.
  // STUB: notImplemented()
  // END SOLUTION
}
