import CourseKit
import NDArray

/// The fully connected layer, $Y = XW + b$ (the slides' "FC").
///
/// `W` has a *column* for each neuron, the shape (inputs, outputs), so that objects stay rows. The
/// lecture on inference writes a neuron's weights as a row; that is the transpose of this `W`.
public final class Linear<Element: NDFloat>: Layer {
  public let weight: Parameter<Element>
  public let bias: Parameter<Element>

  /// The cache: the input of the last `forward`, which the gradient of the weights needs.
  private var input: NDArray<Element>?

  /// A layer with the given `weight` (inputs, outputs) and `bias` (outputs).
  public init(weight: NDArray<Element>, bias: NDArray<Element>) {
    if weight.rank != 2 || bias.shape != [weight.shape[1]] {
      fatalError("Linear: weight and bias do not fit, shapes \(weight.shape) \(bias.shape)")
    }
    self.weight = Parameter("W", weight)
    self.bias = Parameter("b", bias)
  }

  /// A layer with weights drawn by `initialiser` and a bias of zeros.
  public convenience init(
    _ inputs: Int, _ outputs: Int, _ initialiser: Initialiser, using generator: inout Generator
  ) {
    self.init(
      weight: initialiser.weights(inputs, outputs, using: &generator),
      bias: NDArray<Element>.zeros([outputs]))
  }

  /// `x` (objects, inputs) → (objects, outputs).
  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    // Keep `x` in `input` for the backward pass, then return XW + b.
    notImplemented()
  }

  /// $dW = X^T dY$, $db = \sum_i dY_i$ over the objects, $dX = dY\,W^T$.
  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    guard let input else { fatalError("Linear.backward: no forward pass came before") }
    // weight.accumulate(…) adds dW to the gradient of W, bias.accumulate(…) db to that of b; then return dX.
    // What does the shape of `input` (objects, inputs) tell you about where it must stand?
    _ = input
    notImplemented()
  }
}

/// The one linear layer that does what two in a row do: $(XW_1 + b_1)W_2 + b_2 = XA + c$.
///
/// This is why a network needs activations: without them any depth is one layer.
public func collapsed<Element>(
  _ first: Linear<Element>, _ second: Linear<Element>
) -> Linear<Element> {
  notImplemented()
}
