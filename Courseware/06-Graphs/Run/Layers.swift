import CourseKit
import Graphs
import NDArray
import Networks

/// Every backward pass that unit 04 wrote by hand, against the graph's.
func layers() throws {
  section("By hand and by graph: largest difference of any gradient")
  var generator = Generator(seed: 3)
  var worst: [(String, Double)] = []
  let x = generator.standardNormal([64, 20])
  let dense = Linear<Double>(20, 30, .xavier, using: &generator)
  dense.bias.value = generator.standardNormal([30])
  let prelu = ParametricReLU<Double>()
  let bricks: [(String, any Layer<Double>, Differentiated<Double>)] =
    [
      (
        "Linear", dense,
        Differentiated([dense.weight, dense.bias].map(copy)) { linear($0, $1[0], $1[1]) }
      ),
      ("ParametricReLU", prelu, Differentiated([copy(prelu.slope)]) { parametricReLU($0, $1[0]) }),
    ]
    + table.map { name, activation in
      (name, Activate(activation), Differentiated([]) { z, _ in activate(z, activation) })
    }
  for (name, hand, graph) in bricks {
    let dY = generator.standardNormal(hand.forward(x).shape)
    hand.clearGradients()
    var difference = abs(hand.forward(x) - graph.forward(x)).max()
    difference = max(difference, abs(hand.backward(dY) - graph.backward(dY)).max())
    for (first, second) in zip(hand.parameters, graph.parameters) {
      difference = max(difference, abs(first.gradient - second.gradient).max())
    }
    worst.append((name, difference))
  }
  let labels = NDArray((0..<64).map { $0 % 20 })
  let entropy = SoftmaxCrossEntropy<Double>()
  let value = entropy.forward(x, labels)
  worst.append(
    (
      "SoftmaxCrossEntropy",
      lossDifference(x, value, entropy.backward()) { softmaxCrossEntropy($0, labels) }
    ))
  let target = generator.standardNormal([64, 20])
  let squares = SquaredError<Double>()
  let sum = squares.forward(x, target)
  worst.append(
    ("SquaredError", lossDifference(x, sum, squares.backward()) { squaredError($0, target) }))
  for (name, difference) in worst {
    print("\(name.padding(22))\(difference == 0 ? "0" : difference.scientific)")
  }
}

private let table: [(String, Activation)] = [
  ("identity", .identity), ("step", .step), ("sigmoid, slope 2.5", .sigmoid(slope: 2.5)),
  ("tanh", .hyperbolicTangent), ("arctan", .arctan), ("softsign", .softsign),
  ("ISRU", .isru(alpha: 0.7)), ("softplus", .softplus), ("ReLU", .relu),
  ("leaky ReLU", .leakyReLU(slope: 0.01)), ("ELU", .elu(alpha: 1.3)), ("Mish", .mish),
]

/// A parameter of its own with the same numbers.
private func copy(_ parameter: Parameter<Double>) -> Parameter<Double> {
  Parameter(parameter.name, parameter.value)
}

private func lossDifference(
  _ x: NDArray<Double>, _ value: Double, _ gradient: NDArray<Double>,
  _ loss: (ArrayVariable<Double>) -> ArrayVariable<Double>
) -> Double {
  let tape = Tape<ArrayOperation<Double>>()
  let leaf = tape.leaf("X", x)
  let output = loss(leaf)
  output.backward()
  return max(abs(output.value.scalar - value), abs(leaf.gradient - gradient).max())
}

/// The standardised layer: each intermediate compared, and a mistake in one line found.
func everyNode() throws {
  section("Every intermediate of a standardised layer")
  var generator = Generator(seed: 4)
  let (x, w) = (generator.standardNormal([7, 3]), generator.standardNormal([3, 4]))
  let u = generator.standardNormal([4, 5])
  let labels: NDArray<Int> = [0, 4, 2, 1, 1, 3, 0]
  let graph = standardisedNetwork(x, w, u, labels)
  var claims = gradientsByHand(graph.namedValues, labels)
  let names = ["O", "U", "H", "N", "S", "V", "Q", "C", "M", "Z", "W"]
  print("by hand:")
  for comparison in compareEach(graph, claims: claims) where names.contains(comparison.name) {
    print("  \(comparison)")
  }
  // C goes into Q twice and into N; leave N out, and send what follows from it on.
  let n = Double(labels.count)
  let (c, dQ) = (graph.namedValues["C"]!, claims["Q"]!)
  let dC = 2 * c * dQ
  let dM = -dC.sum(axis: 0, keepDims: true)
  let dZ = dC + dM / n
  claims.merge(["C": dC, "M": dM, "Z": dZ, "W": x.T.dot(dZ)]) { _, new in new }
  let comparisons = compareEach(graph, claims: claims)
  print("with the way from N to C forgotten:")
  for comparison in comparisons where !comparison.passed { print("  \(comparison)") }
  print("  the first: d\(firstWrong(comparisons)!.name)")
}
