import CourseKit
import NDArray

extension Activation {
  /// $f'(z)$, from the input z (not from the output $f(z)$).
  public func derivative<Element: NDFloat>(_ z: NDArray<Element>) -> NDArray<Element> {
    switch self {
    case .identity:
      return NDArray<Element>.ones(z.shape)
    case .step:
      // BEGIN SOLUTION
      return NDArray<Element>.zeros(z.shape)
    // END SOLUTION
    case .sigmoid(let slope):
      // BEGIN SOLUTION
      // STUB: _ = slope
      // STUB: notImplemented()
      let a = value(z)
      return Element(slope) * a * (1 - a)
    // END SOLUTION
    case .hyperbolicTangent:
      // BEGIN SOLUTION
      let a = value(z)
      return 1 - a * a
    // END SOLUTION
    case .arctan:
      // BEGIN SOLUTION
      return 1 / (1 + z * z)
    // END SOLUTION
    case .softsign:
      // BEGIN SOLUTION
      let d = 1 + abs(z)
      return 1 / (d * d)
    // END SOLUTION
    case .isru(let alpha):
      // BEGIN SOLUTION
      // STUB: _ = alpha
      // STUB: notImplemented()
      let r = 1 / sqrt(1 + Element(alpha) * z * z)
      return r * r * r
    // END SOLUTION
    case .softplus:
      // BEGIN SOLUTION
      return Activation.sigmoid.value(z)
    // END SOLUTION
    case .relu:
      // BEGIN SOLUTION
      return which(z .< 0, 0, 1)
    // END SOLUTION
    case .leakyReLU(let slope):
      // BEGIN SOLUTION
      // STUB: _ = slope
      // STUB: notImplemented()
      return which(z .< 0, Element(slope), 1)
    // END SOLUTION
    case .elu(let alpha):
      // BEGIN SOLUTION
      // STUB: _ = alpha
      // STUB: notImplemented()
      return which(z .< 0, Element(alpha) * exp(minimum(z, 0)), 1)
    // END SOLUTION
    case .mish:
      // BEGIN SOLUTION
      let t = tanh(Activation.softplus.value(z))
      return t + z * (1 - t * t) * Activation.sigmoid.value(z)
    // END SOLUTION
    }
  }
}
