import CourseKit
import NDArray

/// The activation functions of the lectures' table, each with its value and its derivative.
///
/// Both take the *input* z and work element by element on any shape. At a kink (z = 0) the derivative
/// is that of the right side, as in the lecture's table; PyTorch takes the left side for ReLU.
public enum Activation: Sendable, Hashable {
  /// $z$
  case identity
  /// $0$ for $z < 0$, else $1$: the neuron of 1943. Its derivative is 0 wherever it exists.
  case step
  /// $1/(1+e^{-\alpha z})$
  case sigmoid(slope: Double)
  /// $(e^z-e^{-z})/(e^z+e^{-z})$
  case hyperbolicTangent
  /// $\arctan z$
  case arctan
  /// $z/(1+|z|)$
  case softsign
  /// $z/\sqrt{1+\alpha z^2}$, the inverse square root unit
  case isru(alpha: Double)
  /// $\ln(1+e^z)$
  case softplus
  /// $\max(0, z)$
  case relu
  /// $\alpha z$ for $z < 0$, else $z$; the lecture's α is 0.01
  case leakyReLU(slope: Double)
  /// $\alpha(e^z-1)$ for $z < 0$, else $z$
  case elu(alpha: Double)
  /// $z\tanh(\operatorname{softplus} z)$ (Misra 2019)
  case mish

  /// The plain sigmoid, of slope 1.
  public static var sigmoid: Activation { .sigmoid(slope: 1) }
}

extension Activation {
  /// $f(z)$
  public func value<Element: NDFloat>(_ z: NDArray<Element>) -> NDArray<Element> {
    switch self {
    case .identity:
      return z
    case .step:
      // BEGIN SOLUTION
      return which(z .< 0, 0, 1)
    // END SOLUTION
    case .sigmoid(let slope):
      // BEGIN SOLUTION
      // STUB: _ = slope
      // STUB: notImplemented()
      return 1 / (1 + exp(-Element(slope) * z))
    // END SOLUTION
    case .hyperbolicTangent:
      // BEGIN SOLUTION
      return tanh(z)
    // END SOLUTION
    case .arctan:
      // BEGIN SOLUTION
      return atan(z)
    // END SOLUTION
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
    case .softplus:
      // BEGIN SOLUTION
      // The same number as log(1 + exp(z)), but exp never overflows.
      return maximum(z, 0) + log1p(exp(-abs(z)))
    // END SOLUTION
    case .relu:
      // BEGIN SOLUTION
      return maximum(z, 0)
    // END SOLUTION
    case .leakyReLU(let slope):
      // BEGIN SOLUTION
      // STUB: _ = slope
      // STUB: notImplemented()
      return which(z .< 0, Element(slope) * z, z)
    // END SOLUTION
    case .elu(let alpha):
      // BEGIN SOLUTION
      // STUB: _ = alpha
      // STUB: notImplemented()
      // expm1(z) is exp(z) − 1 without losing digits near 0; min keeps exp from overflowing.
      return which(z .< 0, Element(alpha) * expm1(minimum(z, 0)), z)
    // END SOLUTION
    case .mish:
      // BEGIN SOLUTION
      return z * tanh(Activation.softplus.value(z))
    // END SOLUTION
    }
  }
}
