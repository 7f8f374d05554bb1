import CourseKit
import NDArray

/// A recurrent cell as the lecture writes it: one step of time, forward and backward.
///
/// Rows are objects: x has the shape (objects, inputs), each array of the state (objects, width). Weights have the lecture's shape
/// (which is PyTorch's), a *row* for each neuron, so that the lecture's $Wx_t$ is `x.dot(W.T)` here.
///
/// The same weights act at every step. So a step keeps nothing in the cell: it *returns* its cache, whoever runs through time keeps
/// them all, and each backward step *adds* to the gradients.
public protocol StepCell<Element>: Module {
  /// The state before the first step: zeros.
  func start(_ objects: Int) -> [NDArray<Element>]

  /// The state after a step, its first array the output, and what ``stepBack(_:_:)`` will need.
  func step(
    _ x: NDArray<Element>, _ state: [NDArray<Element>]
  ) -> (state: [NDArray<Element>], cache: [NDArray<Element>])

  /// From the gradient by the state after the step to those by its input and by the state before; adds the gradients of the weights.
  func stepBack(
    _ dState: [NDArray<Element>], _ cache: [NDArray<Element>]
  ) -> (dX: NDArray<Element>, dState: [NDArray<Element>])
}
