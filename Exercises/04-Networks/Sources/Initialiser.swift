import CourseKit
import NDArray

/// How the weights of a layer are drawn before training. Biases start at zero.
public enum Initialiser: Sendable {
  /// All zero: every neuron of a layer computes the same, gets the same gradient, stays the same.
  case zeros

  /// Normal with the given standard deviation, say 0.01, whatever the size of the layer.
  case small(Double)

  /// Normal with variance $2/(n_{in}+n_{out})$: keeps the size of signals both ways where the
  /// activation is nearly linear around 0 (Glorot, Bengio 2010).
  case xavier

  /// Normal with variance $2/n_{in}$: makes up for the half that ReLU removes (He et al. 2015).
  case he

  /// The standard deviation of one weight between `inputs` and `outputs` neurons.
  public func deviation(_ inputs: Int, _ outputs: Int) -> Double {
    switch self {
    case .zeros:
      return 0
    case .small(let deviation):
      return deviation
    case .xavier:
      notImplemented()
    case .he:
      notImplemented()
    }
  }

  /// Weights of the shape (inputs, outputs): standard normal numbers of that shape, times ``deviation(_:_:)``.
  public func weights<Element: NDFloat>(
    _ inputs: Int, _ outputs: Int, using generator: inout Generator
  ) -> NDArray<Element> {
    // Standard normal numbers, scaled by `deviation`, then `.asType(Element.self)`.
    notImplemented()
  }
}
