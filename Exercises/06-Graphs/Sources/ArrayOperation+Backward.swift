import CourseKit
import NDArray

extension ArrayOperation {
  /// The gradient by each input, in the shape of that input.
  public func backward(
    _ dY: NDArray<Element>, inputs: [NDArray<Element>], output y: NDArray<Element>
  ) -> [NDArray<Element>] {
    /// A gradient for each input in the shape of the output, summed to the input's own.
    func unbroadcast(_ gradients: NDArray<Element>...) -> [NDArray<Element>] {
      zip(gradients, inputs).map { summed($0, to: $1.shape) }
    }
    switch self {
    case .add:
      notImplemented()
    case .subtract:
      notImplemented()
    case .multiply:
      notImplemented()
    case .divide:
      notImplemented()
    case .negate: return [-dY]
    case .exponential: return [dY * y]
    case .logarithm: return [dY / inputs[0]]
    case .hyperbolicTangent: return [dY * (1 - y * y)]
    case .sigmoid: return [dY * y * (1 - y)]
    case .rectify: return [which(inputs[0] .< 0, 0, dY)]
    case .absolute: return [which(inputs[0] .< 0, -dY, dY)]
    case .identity: return [dY]
    case .squareRoot:
      notImplemented()
    case .arctangent:
      notImplemented()
    case .logarithmOfOneMore:
      notImplemented()
    case .exponentialLessOne:
      notImplemented()
    case .dot:
      notImplemented()
    case .sum:
      notImplemented()
    case .largest(let axis):
      _ = axis
      notImplemented()
    case .choose(let mask):
      _ = mask
      notImplemented()
    case .pick(let labels):
      _ = labels
      notImplemented()
    }
  }
}
