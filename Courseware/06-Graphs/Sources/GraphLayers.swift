import CourseKit
import NDArray
import Networks

// Unit 04's bricks as formulas. Only the forward pass is written; the graph has the other one.

/// The fully connected layer, $XW + b$.
public func linear<Element>(
  _ x: ArrayVariable<Element>, _ weight: ArrayVariable<Element>, _ bias: ArrayVariable<Element>
) -> ArrayVariable<Element> {
  // BEGIN SOLUTION
  x.dot(weight) + bias
  // END SOLUTION
}

/// $\ln(1+e^z)$, in the form $\max(0, z) + \ln(1 + e^{-|z|})$, which never overflows; `log1p` keeps what is small beside the 1.
public func softplus<Element>(_ z: ArrayVariable<Element>) -> ArrayVariable<Element> {
  // BEGIN SOLUTION
  relu(z) + log1p(exp(-abs(z)))
  // END SOLUTION
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
    // BEGIN SOLUTION
    return z / (1 + abs(z))
  // END SOLUTION
  case .isru(let alpha):
    // BEGIN SOLUTION
    // STUB: _ = alpha
    // STUB: notImplemented()
    return z / sqrt(1 + Element(alpha) * z * z)
  // END SOLUTION
  case .softplus: return softplus(z)
  case .relu: return relu(z)
  case .leakyReLU(let slope):
    // BEGIN SOLUTION
    // STUB: _ = (slope, isNegative)
    // STUB: notImplemented()
    return which(isNegative, Element(slope) * z, z)
  // END SOLUTION
  case .elu(let alpha):
    // BEGIN SOLUTION
    // STUB: _ = alpha
    // STUB: notImplemented()
    // What which does not choose must be finite too, or its gradient is 0 · ∞: the smaller of z and 0 is −max(0, −z).
    return which(isNegative, Element(alpha) * expm1(-relu(-z)), z)
  // END SOLUTION
  case .mish:
    // BEGIN SOLUTION
    return z * tanh(softplus(z))
  // END SOLUTION
  @unknown default: fatalError("activate: not an activation of unit 04")
  }
}

/// αz for z < 0, else z, with a slope α of shape (1) that is learned.
public func parametricReLU<Element>(
  _ z: ArrayVariable<Element>, _ slope: ArrayVariable<Element>
) -> ArrayVariable<Element> {
  // BEGIN SOLUTION
  which(z.value .< 0, slope * z, z)
  // END SOLUTION
}

/// The mean over the objects of $-\ln p_c = \ln\sum_j e^{z_j - m} - (z_c - m)$, with the largest logit m of each row.
///
/// m takes no gradient: whatever is subtracted from all logits of a row, the loss stays the same.
public func softmaxCrossEntropy<Element>(
  _ logits: ArrayVariable<Element>, _ labels: NDArray<Int>
) -> ArrayVariable<Element> {
  // BEGIN SOLUTION
  let shifted = logits - logits.detached().max(axis: 1)
  let logarithms = log(exp(shifted).sum(axis: 1))
  return logarithms.mean() - shifted.pick(labels).mean()
  // STUB: // Sums over axis 1 have the shape (n, 1), picked elements (n). Their difference would be (n, n): take each one's mean first.
  // STUB: notImplemented()
  // END SOLUTION
}

/// $\frac1{2n}\sum_i\lVert\hat y_i - y_i\rVert^2$
public func squaredError<Element>(
  _ prediction: ArrayVariable<Element>, _ target: NDArray<Element>
) -> ArrayVariable<Element> {
  // BEGIN SOLUTION
  let difference = prediction - target
  return (difference * difference).sum() / Element(2 * target.shape[0])
  // END SOLUTION
}
