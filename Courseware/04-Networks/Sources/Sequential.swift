import CourseKit
import NDArray

/// Layers in a row, each fed by the one before: the slides' LEGO.
///
/// Its two methods are the lecture's two algorithms. It is a layer itself, so networks nest.
public final class Sequential<Element: NDFloat>: Layer {
  public let layers: [any Layer<Element>]

  public init(_ layers: [any Layer<Element>]) {
    self.layers = layers
  }

  public var children: [(name: String, module: any Module<Element>)] {
    layers.enumerated().map { ("\($0)", $1) }
  }

  /// How many numbers the parameters of all layers hold.
  public var parameterCount: Int {
    // BEGIN SOLUTION
    parameters.reduce(0) { $0 + $1.value.count }
    // END SOLUTION
  }

  /// MLP FORWARD PASS: $a^0 = x$, then $a^i = f_i(a^{i-1})$ from the first layer to the last.
  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    var a = x
    for layer in layers { a = layer.forward(a) }
    return a
    // END SOLUTION
  }

  /// MLP BACKWARD PASS: $\partial L/\partial a^{i-1}$ from $\partial L/\partial a^i$, from the last
  /// layer to the first; each layer adds the gradients of its parameters on the way.
  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    var gradient = dY
    for layer in layers.reversed() { gradient = layer.backward(gradient) }
    return gradient
    // END SOLUTION
  }
}
