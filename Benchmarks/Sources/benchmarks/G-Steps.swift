import CourseKit
import NDArray

/// The rows of a step of training, whatever the network: gradient descent, Adam, and the gradients alone. Both steps of the
/// parameters are the library's fused ones; PyTorch's are its optimisers'.
///
/// `gradients` is a pass forward and back, which returns the loss.
func stepRows<E: NDFloat, Network: Module>(
  _ name: String, _ make: () -> Network, _ gradients: @escaping (Network) -> E
) -> [Row] where Network.Element == E {
  let (descending, adapting, measured) = (make(), make(), make())
  // Collected once, as a training loop does.
  let (falling, plain) = (descending.parameters, measured.parameters)
  let adam = Adam(adapting.parameters)
  func pass(_ network: Network, _ parameters: [Parameter<E>]) -> Double {
    for parameter in parameters { parameter.clearGradient() }
    return Double(gradients(network))
  }
  return [
    Row("G:\(name)_sgd/\(E.tag)") {
      let loss = pass(descending, falling)
      for parameter in falling { parameter.value.addProduct(-0.01, parameter.gradient) }
      return loss
    },
    Row("G:\(name)_adam/\(E.tag)") {
      let loss = pass(adapting, adam.parameters)
      adam.step()
      return loss
    },
    Row("G:\(name)_grad_only/\(E.tag)") { pass(measured, plain) },
  ]
}

/// The mean square of the difference, and its gradient.
func meanSquare<E: NDFloat>(
  _ y: NDArray<E>, _ target: NDArray<E>
) -> (value: E, gradient: NDArray<E>) {
  let difference = y - target
  return (square(difference).mean(), difference * (2 / E(difference.count)))
}

/// Adam (Kingma and Ba 2015) in the library's fused step.
final class Adam<E: NDFloat> {
  let parameters: [Parameter<E>]
  private var means: [NDArray<E>]
  private var squares: [NDArray<E>]
  private var steps = 0

  init(_ parameters: [Parameter<E>]) {
    self.parameters = parameters
    means = parameters.map { NDArray<E>.zeros($0.value.shape) }
    squares = means
  }

  func step() {
    steps += 1
    for (k, parameter) in parameters.enumerated() {
      parameter.value.adamStep(
        parameter.gradient, mean: &means[k], square: &squares[k], step: steps)
    }
  }
}
