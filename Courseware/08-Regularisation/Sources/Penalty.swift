import CourseKit
import NDArray

/// A price for large weights, which is added to the loss.
public enum Penalty: Sendable, Equatable {
  /// $\lambda\sum_i\lvert w_i\rvert$: pulls every weight towards 0 with the same force, and many arrive.
  case l1(Double)
  /// $\frac\lambda2\sum_i w_i^2$: pulls each weight by its own size. With plain descent this is weight decay.
  case l2(Double)

  /// What the weights `w` cost.
  public func value<Element: NDFloat>(_ w: NDArray<Element>) -> Element {
    switch self {
    case .l1(let lambda):
      // BEGIN SOLUTION
      return Element(lambda) * abs(w).sum()
    // STUB:   _ = lambda
    // STUB:   notImplemented()
    // END SOLUTION
    case .l2(let lambda):
      // BEGIN SOLUTION
      return Element(lambda) / 2 * (w * w).sum()
    // STUB:   _ = lambda
    // STUB:   notImplemented()
    // END SOLUTION
    }
  }

  /// The gradient of the price: $\lambda\,\mathrm{sign}(w)$, which is 0 at the kink $w = 0$, or $\lambda w$.
  public func gradient<Element: NDFloat>(_ w: NDArray<Element>) -> NDArray<Element> {
    switch self {
    case .l1(let lambda):
      // BEGIN SOLUTION
      return Element(lambda) * sign(w)
    // STUB:   _ = lambda
    // STUB:   notImplemented()
    // END SOLUTION
    case .l2(let lambda):
      // BEGIN SOLUTION
      return Element(lambda) * w
    // STUB:   _ = lambda
    // STUB:   notImplemented()
    // END SOLUTION
    }
  }
}

/// The parameters that pay: matrices and kernels. Biases and the γ and β of batch normalisation, which have one axis, are spared.
public func paying<Element>(_ parameters: [Parameter<Element>]) -> [Parameter<Element>] {
  // BEGIN SOLUTION
  parameters.filter { $0.value.rank > 1 }
  // END SOLUTION
}

/// What those of the parameters that pay cost altogether.
public func penalty<Element: NDFloat>(
  _ penalties: [Penalty], on parameters: [Parameter<Element>]
) -> Element {
  // BEGIN SOLUTION
  var sum: Element = 0
  for parameter in paying(parameters) {
    for penalty in penalties { sum += penalty.value(parameter.value) }
  }
  return sum
  // END SOLUTION
}

/// Adds the gradients of the penalties to those that the parameters hold, if they pay: call it after the backward pass and before the step.
public func addGradients<Element: NDFloat>(
  of penalties: [Penalty], to parameters: [Parameter<Element>]
) {
  // BEGIN SOLUTION
  for parameter in paying(parameters) {
    for penalty in penalties { parameter.accumulate(penalty.gradient(parameter.value)) }
  }
  // END SOLUTION
}
