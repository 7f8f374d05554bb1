import CourseKit
import NDArray

/// A cell unrolled in time: a deep network with the same weights in every layer.
///
/// Its backward pass is back-propagation through time (BPTT), in full or truncated.
public final class Unrolled<Element: NDFloat>: Module {
  public let cell: any StepCell<Element>
  /// What each step of the last `forward` left.
  public private(set) var caches: [[NDArray<Element>]] = []

  public init(_ cell: any StepCell<Element>) { self.cell = cell }

  /// `x` (steps, objects, inputs) → the outputs (steps, objects, width), and the state after the last step.
  public func forward(
    _ x: NDArray<Element>, from start: [NDArray<Element>]? = nil
  ) -> (outputs: NDArray<Element>, last: [NDArray<Element>]) {
    var state = start ?? cell.start(x.shape[1])
    var outputs: [NDArray<Element>] = []
    // Begin with empty `caches`. For each t: a step of the cell with x[t]; keep the state, the cache, and the first array of the
    // state as output. `stacked(outputs)` makes one array of them.
    _ = (state, outputs)
    (state, outputs) = ([], [])
    notImplemented()
  }

  /// From the gradients by the outputs, `dY` (steps, objects, width), to those by the inputs and by the state at the start.
  ///
  /// - Parameter last: the gradient by the state after the last step, if something follows.
  public func backward(
    _ dY: NDArray<Element>, last: [NDArray<Element>]? = nil
  ) -> (dX: NDArray<Element>, dStart: [NDArray<Element>]) {
    var dState = last ?? cell.start(dY.shape[1])
    var dX: [NDArray<Element>] = []
    // From the last step to the first: add dY[t] to the first array of dState, step back, keep the gradient by the input and go on
    // with the one by the state before. They come out in reverse: Array(dX.reversed()).
    _ = (dState, dX)
    (dState, dX) = ([], [])
    notImplemented()
  }

  /// Truncated back-propagation: the gradient of each output goes back through `window` steps, its own included, and no further.
  ///
  /// - Returns: the gradient by the inputs; one by the start is not asked for.
  public func backward(_ dY: NDArray<Element>, window: Int) -> NDArray<Element> {
    let zeros = cell.start(dY.shape[1])
    // For each step with its own gradient dY[end]: from zeros, at most `window` steps back. What arrives at an input from several
    // ends adds up.
    _ = zeros
    notImplemented()
  }
}
