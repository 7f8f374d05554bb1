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
      // BEGIN SOLUTION
      return unbroadcast(dY, dY)
    // END SOLUTION
    case .subtract:
      // BEGIN SOLUTION
      return unbroadcast(dY, -dY)
    // END SOLUTION
    case .multiply:
      // BEGIN SOLUTION
      return unbroadcast(dY * inputs[1], dY * inputs[0])
    // END SOLUTION
    case .divide:
      // BEGIN SOLUTION
      return unbroadcast(dY / inputs[1], -dY * y / inputs[1])
    // END SOLUTION
    case .negate: return [-dY]
    case .exponential: return [dY * y]
    case .logarithm: return [dY / inputs[0]]
    case .hyperbolicTangent: return [dY * (1 - y * y)]
    case .sigmoid: return [dY * y * (1 - y)]
    case .rectify: return [which(inputs[0] .< 0, 0, dY)]
    case .absolute: return [which(inputs[0] .< 0, -dY, dY)]
    case .identity: return [dY]
    case .squareRoot:
      // BEGIN SOLUTION
      return [dY / (2 * y)]
    // END SOLUTION
    case .arctangent:
      // BEGIN SOLUTION
      return [dY / (1 + inputs[0] * inputs[0])]
    // END SOLUTION
    case .logarithmOfOneMore:
      // BEGIN SOLUTION
      return [dY / (1 + inputs[0])]
    // END SOLUTION
    case .exponentialLessOne:
      // BEGIN SOLUTION
      return [dY * (y + 1)]
    // END SOLUTION
    case .dot:
      // BEGIN SOLUTION
      return [dY.dot(inputs[1].T), inputs[0].T.dot(dY)]
    // END SOLUTION
    case .sum:
      // BEGIN SOLUTION
      return [dY + inputs[0].zeros]
    // END SOLUTION
    case .largest(let axis):
      // BEGIN SOLUTION
      // STUB: _ = axis
      // STUB: notImplemented()
      let winners = which(inputs[0] .== y, 1, inputs[0].zeros)
      return [dY * winners / winners.sum(axis: axis, keepDims: true)]
    // END SOLUTION
    case .choose(let mask):
      // BEGIN SOLUTION
      // STUB: _ = mask
      // STUB: notImplemented()
      return unbroadcast(which(mask, dY, 0), which(mask, 0, dY))
    // END SOLUTION
    case .pick(let labels):
      // BEGIN SOLUTION
      // STUB: _ = labels
      // STUB: notImplemented()
      var dX = inputs[0].zeros
      dX[NDArray.arange(labels.count), labels] = dY
      return [dX]
    // END SOLUTION
    }
  }
}
