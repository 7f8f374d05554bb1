import CourseKit
import NDArray

/// An activation as a brick: $A = f(Z)$, and $dZ = dA \odot f'(Z)$.
public final class Activate<Element: NDFloat>: Layer {
  public let activation: Activation

  /// The cache: the *input* of the last `forward`, where the derivative has to be taken.
  private var input: NDArray<Element>?

  public init(_ activation: Activation) {
    self.activation = activation
  }

  /// $f(Z)$, any shape.
  public func forward(_ z: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    input = z
    return activation.value(z)
    // END SOLUTION
  }

  /// $dA \odot f'(Z)$, element by element.
  public func backward(_ dA: NDArray<Element>) -> NDArray<Element> {
    guard let input else { fatalError("Activate.backward: no forward pass came before") }
    // BEGIN SOLUTION
    return dA * activation.derivative(input)
    // STUB: _ = input
    // STUB: notImplemented()
    // END SOLUTION
  }
}
