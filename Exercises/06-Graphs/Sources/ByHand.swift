import CourseKit
import NDArray

/// A hidden layer that is standardised over the objects, and a softmax: eleven lines of a forward pass, each with a name.
///
/// Shapes: X (n, d), W (d, k), U (k, K), labels (n). M, V and S are (1, k), one number for each neuron.
public func standardisedNetwork(
  _ x: NDArray<Double>, _ w: NDArray<Double>, _ u: NDArray<Double>, _ labels: NDArray<Int>
) -> StaticGraph<ArrayOperation<Double>> {
  let tape = Tape<ArrayOperation<Double>>()
  let X = tape.constant(x, "X")
  let (W, U) = (tape.leaf("W", w), tape.leaf("U", u))
  let Z = X.dot(W).named("Z")
  let M = Z.mean(axis: 0).named("M")
  let C = (Z - M).named("C")
  let Q = (C * C).named("Q")
  let V = (Q.mean(axis: 0) + 0.1).named("V")
  let S = sqrt(V).named("S")
  let N = (C / S).named("N")
  let H = tanh(N).named("H")
  let O = H.dot(U).named("O")
  let L = softmaxCrossEntropy(O, labels).named("L")
  var graph = StaticGraph(L)
  graph.backward()
  return graph
}

/// The same graph's gradients worked out by hand, one line for each line of the forward pass, in the opposite order.
///
/// - Parameter values: the forward pass by name, as ``standardisedNetwork(_:_:_:_:)`` names it.
/// - Returns: by the same names the gradients of O, U, H, N, S, V, Q, C, M, Z and W.
public func gradientsByHand(
  _ values: [String: NDArray<Double>], _ labels: NDArray<Int>
) -> [String: NDArray<Double>] {
  let (X, U) = (values["X"]!, values["U"]!)
  let (C, S, N) = (values["C"]!, values["S"]!, values["N"]!)
  let (H, O) = (values["H"]!, values["O"]!)
  let n = Double(labels.count)
  // dO = (p − y)/n as in unit 04, with p = O.softmax(axis: 1); then dU, dH, dN, … Which of them is used more than once? What
  // was one number for all objects? Each gradient has the shape of its value: keepDims where that is (1, k).
  _ = (X, U, C, S, N, H, O, n)
  notImplemented()
}

extension StaticGraph where Op.Value == NDArray<Double> {
  /// The values of the nodes that have a name of their own, by it.
  public var namedValues: [String: NDArray<Double>] {
    Dictionary(nodes.map { ($0.name, $0.value!) }) { _, last in last }
  }
}
