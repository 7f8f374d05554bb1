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
    _ = lambda
    notImplemented()
    case .l2(let lambda):
    _ = lambda
    notImplemented()
    }
  }

  /// The gradient of the price: $\lambda\,\mathrm{sign}(w)$, which is 0 at the kink $w = 0$, or $\lambda w$.
  public func gradient<Element: NDFloat>(_ w: NDArray<Element>) -> NDArray<Element> {
    switch self {
    case .l1(let lambda):
    _ = lambda
    notImplemented()
    case .l2(let lambda):
    _ = lambda
    notImplemented()
    }
  }
}

/// The parameters that pay: matrices and kernels. Biases and the γ and β of batch normalisation, which have one axis, are spared.
public func paying<Element>(_ parameters: [Parameter<Element>]) -> [Parameter<Element>] {
  notImplemented()
}

/// What those of the parameters that pay cost altogether.
public func penalty<Element: NDFloat>(
  _ penalties: [Penalty], on parameters: [Parameter<Element>]
) -> Element {
  notImplemented()
}

/// Adds the gradients of the penalties to those that the parameters hold, if they pay: call it after the backward pass and before the step.
public func addGradients<Element: NDFloat>(
  of penalties: [Penalty], to parameters: [Parameter<Element>]
) {
  notImplemented()
}
