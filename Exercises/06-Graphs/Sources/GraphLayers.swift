import CourseKit
import NDArray
import Networks

// Unit 04's bricks as formulas. Only the forward pass is written; the graph has the other one.

/// The fully connected layer, $XW + b$.
public func linear<Element>(
  _ x: ArrayVariable<Element>, _ weight: ArrayVariable<Element>, _ bias: ArrayVariable<Element>
) -> ArrayVariable<Element> {
  notImplemented()
}

/// $\ln(1+e^z)$, in the form $\max(0, z) + \ln(1 + e^{-|z|})$, which never overflows; `log1p` keeps what is small beside the 1.
public func softplus<Element>(_ z: ArrayVariable<Element>) -> ArrayVariable<Element> {
  notImplemented()
}

/// One of unit 04's activations.
public func activate<Element>(
  _ z: ArrayVariable<Element>, _ activation: Activation
) -> ArrayVariable<Element> {
  let isNegative = z.value .< 0
  switch activation {
  case .identity: return z
  case .step: return z.tape.constant(which(isNegative, 0, z.value.ones))
  case .sigmoid(let slope): return sigmoid(Element(slope) * z)
  case .hyperbolicTangent: return tanh(z)
  case .arctan: return atan(z)
  case .softsign:
    notImplemented()
  case .isru(let alpha):
    _ = alpha
    notImplemented()
  case .softplus: return softplus(z)
  case .relu: return relu(z)
  case .leakyReLU(let slope):
    _ = (slope, isNegative)
    notImplemented()
  case .elu(let alpha):
    _ = alpha
    notImplemented()
  case .mish:
    notImplemented()
  @unknown default: fatalError("activate: not an activation of unit 04")
  }
}

/// αz for z < 0, else z, with a slope α of shape (1) that is learned.
public func parametricReLU<Element>(
  _ z: ArrayVariable<Element>, _ slope: ArrayVariable<Element>
) -> ArrayVariable<Element> {
  notImplemented()
}

/// The mean over the objects of $-\ln p_c = \ln\sum_j e^{z_j - m} - (z_c - m)$, with the largest logit m of each row.
///
/// m takes no gradient: whatever is subtracted from all logits of a row, the loss stays the same.
public func softmaxCrossEntropy<Element>(
  _ logits: ArrayVariable<Element>, _ labels: NDArray<Int>
) -> ArrayVariable<Element> {
  // Sums over axis 1 have the shape (n, 1), picked elements (n). Their difference would be (n, n): take each one's mean first.
  notImplemented()
}

/// $\frac1{2n}\sum_i\lVert\hat y_i - y_i\rVert^2$
public func squaredError<Element>(
  _ prediction: ArrayVariable<Element>, _ target: NDArray<Element>
) -> ArrayVariable<Element> {
  notImplemented()
}
