import CourseKit
import NDArray

extension Activation {
  /// $f'(z)$, from the input z (not from the output $f(z)$).
  public func derivative<Element: NDFloat>(_ z: NDArray<Element>) -> NDArray<Element> {
    switch self {
    case .identity:
      return NDArray<Element>.ones(z.shape)
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
