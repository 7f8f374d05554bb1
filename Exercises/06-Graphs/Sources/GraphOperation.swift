import NDArray

/// What flows through a graph: numbers, or arrays of them.
///
/// A graph needs only this much of them, whatever they are: that gradients can be added, and begin somewhere.
public protocol GraphValue {
  /// The sum of the gradients of two uses.
  static func + (a: Self, b: Self) -> Self
  /// Zeros in the same shape: the gradient of what the output does not depend on.
  var zeros: Self { get }
  /// Ones in the same shape: where a backward pass begins.
  var ones: Self { get }
}

extension Double: GraphValue {
  public var zeros: Double { 0 }
  public var ones: Double { 1 }
}

extension NDArray: GraphValue where Element: NDFloat {
  public var zeros: NDArray { .zeros(shape) }
  public var ones: NDArray { .ones(shape) }
}

/// The lecture's functional element: it computes its output from its inputs, forward, and passes the blame for
/// its output on to them, backward.
public protocol GraphOperation: Sendable {
  associatedtype Value: GraphValue

  /// How a picture writes it, such as ×.
  var symbol: String { get }

  /// The output for these inputs.
  func forward(_ inputs: [Value]) -> Value

  /// The gradient of the loss by each input, in the order of the inputs and in the shape of each.
  ///
  /// - Parameters:
  ///   - dY: the gradient of the loss by the output, in the shape of the output.
  ///   - inputs: what ``forward(_:)`` was given.
  ///   - y: what it returned.
  func backward(_ dY: Value, inputs: [Value], output y: Value) -> [Value]
}

/// The operations that numbers and arrays have in common, so that a formula is written once for both.
public protocol Arithmetic: GraphOperation {
  static var add: Self { get }
  static var subtract: Self { get }
  static var multiply: Self { get }
  static var divide: Self { get }
  static var negate: Self { get }
  static var exponential: Self { get }
  static var logarithm: Self { get }
  static var hyperbolicTangent: Self { get }
  static var sigmoid: Self { get }
  static var rectify: Self { get }
  static var absolute: Self { get }
  /// What goes in comes out.
  static var identity: Self { get }
}
