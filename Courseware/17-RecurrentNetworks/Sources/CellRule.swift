import CourseKit
import NDArray

/// What a cell of PyTorch's makes of two projections: $a = W_{ih}x_t + b_{ih}$ of the input and $b = W_{hh}h_{t-1} + b_{hh}$ of the state.
///
/// Everything else in a step goes element by element. So a layer can project the inputs of *all* steps in one product of matrices, and
/// all gates of a step in another. A rule is a value and keeps nothing.
public protocol CellRule: Sendable {
  /// How many blocks of rows the weights have.
  var gates: Int { get }
  /// How many arrays the state has: [h], or [h, c].
  var states: Int { get }

  /// From the projections (objects, gates · width) and the state to the next state, and what `backward` will need.
  func forward<Element: NDFloat>(
    _ a: NDArray<Element>, _ b: NDArray<Element>, _ state: [NDArray<Element>]
  ) -> (state: [NDArray<Element>], cache: [NDArray<Element>])

  /// From the gradient by the next state to those by both projections, and by the state before as far as it does not go
  /// through b.
  func backward<Element: NDFloat>(
    _ dState: [NDArray<Element>], _ cache: [NDArray<Element>]
  ) -> (dA: NDArray<Element>, dB: NDArray<Element>, dState: [NDArray<Element>])
}

/// `torch.nn.RNN`: $h_t = \tanh(a + b)$, ``Elman`` with two biases.
public struct TanhCell: CellRule {
  public init() {}
  public var gates: Int { 1 }
  public var states: Int { 1 }

  public func forward<Element: NDFloat>(
    _ a: NDArray<Element>, _ b: NDArray<Element>, _ state: [NDArray<Element>]
  ) -> (state: [NDArray<Element>], cache: [NDArray<Element>]) {
    // BEGIN SOLUTION
    let h = tanh(a + b)
    return ([h], [h])
    // END SOLUTION
  }

  public func backward<Element: NDFloat>(
    _ dState: [NDArray<Element>], _ cache: [NDArray<Element>]
  ) -> (dA: NDArray<Element>, dB: NDArray<Element>, dState: [NDArray<Element>]) {
    // BEGIN SOLUTION
    let dZ = dState[0] * (1 - cache[0] * cache[0])
    return (dZ, dZ, [NDArray<Element>.zeros(dZ.shape)])
    // STUB: // h before is read through b alone: the third is [zeros].
    // STUB: notImplemented()
    // END SOLUTION
  }
}
