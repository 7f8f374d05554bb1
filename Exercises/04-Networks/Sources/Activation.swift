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
      notImplemented()
    case .sigmoid(let slope):
      _ = slope
      notImplemented()
    case .hyperbolicTangent:
      notImplemented()
    case .arctan:
      notImplemented()
    case .softsign:
      notImplemented()
    case .isru(let alpha):
      _ = alpha
      notImplemented()
    case .softplus:
      notImplemented()
    case .relu:
      notImplemented()
    case .leakyReLU(let slope):
      _ = slope
      notImplemented()
    case .elu(let alpha):
      _ = alpha
      notImplemented()
    case .mish:
      notImplemented()
    }
  }
}
