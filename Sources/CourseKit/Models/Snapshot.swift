import NDArray

/// What a model's parameters and buffers were at one moment, such as the best epoch.
///
/// ```swift
/// final class Neuron: Module {
///   typealias Element = Double
///   let weight = Parameter<Double>("w", [0.5, -1])
/// }
/// let neuron = Neuron()
/// let best = Snapshot(of: neuron)
/// neuron.weight.value *= 0
/// best.restore()
/// print(neuron.weight.value)  // [ 0.5 -1. ]
/// ```
public struct Snapshot<Element: NDFloat> {
  private let parameters: [(Parameter<Element>, NDArray<Element>)]
  private let buffers: [(Buffer<Element>, NDArray<Element>)]

  /// O(1) for each array: it is copied when training writes over it.
  public init(of model: some Module<Element>) {
    parameters = model.parameters.map { ($0, $0.value) }
    buffers = model.namedBuffers.map { ($0.buffer, $0.buffer.value) }
  }

  /// Puts everything back as it was.
  public func restore() {
    for (parameter, value) in parameters { parameter.value = value }
    for (buffer, value) in buffers { buffer.value = value }
  }
}
