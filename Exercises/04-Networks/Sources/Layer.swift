import NDArray

/// One brick of a network: any function that can also send a gradient back.
///
/// Rows are objects throughout: an input has the shape (objects, features).
///
/// - `forward` computes the output and keeps (*caches*) what `backward` will need.
/// - `backward` takes $\partial L/\partial Y$, stores the gradient of each of its parameters and
///   returns $\partial L/\partial X$, which is the upstream gradient of the layer before.
///
/// A layer is a class, because its cache and its gradients change while it is used.
public protocol Layer<Element>: AnyObject {
  associatedtype Element: NDFloat

  /// The output for the rows of `x`.
  func forward(_ x: NDArray<Element>) -> NDArray<Element>

  /// The gradient of the loss by the input of the last `forward`, from `dY`, the gradient by its
  /// output.
  func backward(_ dY: NDArray<Element>) -> NDArray<Element>

  /// What training may change. None, unless the layer says otherwise.
  var parameters: [Parameter<Element>] { get }

  /// Tells a layer that behaves differently in training and in use which of the two comes next.
  func setTraining(_ isTraining: Bool)
}

extension Layer {
  public var parameters: [Parameter<Element>] { [] }
  public func setTraining(_ isTraining: Bool) {}
}

/// An array that training changes, with the gradient of the loss by it.
public final class Parameter<Element: NDFloat> {
  public let name: String
  public var value: NDArray<Element>

  /// Zero until the first `backward`; each `backward` replaces it. Has the shape of `value`.
  public var gradient: NDArray<Element>

  public init(_ name: String, _ value: NDArray<Element>) {
    self.name = name
    self.value = value
    gradient = NDArray<Element>.zeros(value.shape)
  }
}
