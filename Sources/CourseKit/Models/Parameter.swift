import NDArray

/// An array that training changes, with the gradient of the loss by it.
///
/// Backward passes *add* to the gradient, because a weight that is used twice is to blame twice: the same matrix at each step
/// of time, a table of words that is also the output layer. Whoever takes a step clears it first
/// (``Module/clearGradients()``).
///
/// ```swift
/// let w = Parameter<Double>("W", [[1, 2, 3]])
/// w.accumulate([[0.5, 0, 0]])
/// w.accumulate([[0.5, 1, 0]])
/// print(w.gradient)  // [[1. 1. 0.]]
/// ```
public final class Parameter<Element: NDFloat> {
  /// What the formula calls it, such as `W`; the last part of its name in a file.
  public let name: String
  /// The numbers themselves.
  public var value: NDArray<Element>

  /// Whether training leaves it as it is. A frozen parameter takes no gradient, and no optimiser moves it, not by decay either.
  public var isFrozen = false

  /// Nil as long as it is zero, so that the first addition costs nothing.
  private var sum: NDArray<Element>?

  /// A parameter of this name that begins at `value`, its gradient zero.
  public init(_ name: String, _ value: NDArray<Element>) {
    (self.name, self.value) = (name, value)
  }

  /// The gradients of the backward passes since it was cleared, added up. Has the shape of ``value``.
  public var gradient: NDArray<Element> {
    get { sum ?? NDArray<Element>.zeros(value.shape) }
    set { sum = newValue }
  }

  /// Adds the gradient of one use. Where the parameter is frozen, it is not even computed.
  ///
  /// Traps when the shape is not that of ``value``: a sum over the objects or a transpose is missing.
  public func accumulate(_ gradient: @autoclosure () -> NDArray<Element>) {
    if isFrozen { return }
    let gradient = gradient()
    require(
      gradient.shape == value.shape,
      "the gradient of \(name) has the shape \(gradient.shape), but \(name) has \(value.shape)")
    if sum == nil { sum = gradient } else { sum! += gradient }
  }

  /// Makes the gradient zero.
  public func clearGradient() { sum = nil }
}

/// An array that belongs to a model and is saved with it, but that no gradient moves, such as the running mean of
/// batch normalisation.
public final class Buffer<Element: NDFloat> {
  /// The last part of its name in a file.
  public let name: String
  /// The numbers themselves.
  public var value: NDArray<Element>

  /// Whether training leaves it as it is, too.
  public var isFrozen = false

  /// A buffer of this name that begins at `value`.
  public init(_ name: String, _ value: NDArray<Element>) {
    (self.name, self.value) = (name, value)
  }
}
