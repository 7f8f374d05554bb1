import CourseKit

/// A value on a tape: what formulas are written with.
///
/// It is only the place of a node. Copies are the same node, and so is what is used twice.
public struct Variable<Op: GraphOperation> {
  public let tape: Tape<Op>
  /// The node's place on the tape.
  public let index: Int

  /// What the forward pass computed.
  public var value: Op.Value { tape.nodes[index].value! }

  /// The gradient of the backward passes since it was cleared; zeros where none arrived.
  public var gradient: Op.Value {
    notImplemented()
  }

  /// Adds to the gradient of everything that this value was computed from; `upstream` is ones unless given.
  public func backward(_ upstream: Op.Value? = nil) { tape.backward(from: self, upstream) }

  /// The same node under another name.
  public func named(_ name: String) -> Variable {
    tape.rename(index, name)
    return self
  }
}

/// A single number on a tape.
public typealias Scalar = Variable<ScalarOperation>

extension Variable where Op: Arithmetic {
  /// The same value, through which no blame passes (`detach()`).
  public func detached() -> Variable {
    notImplemented()
  }

  public static func + (a: Variable, b: Variable) -> Variable { a.tape.record(.add, [a, b]) }
  public static func - (a: Variable, b: Variable) -> Variable { a.tape.record(.subtract, [a, b]) }
  public static func * (a: Variable, b: Variable) -> Variable { a.tape.record(.multiply, [a, b]) }
  public static func / (a: Variable, b: Variable) -> Variable { a.tape.record(.divide, [a, b]) }
  public static prefix func - (a: Variable) -> Variable { a.tape.record(.negate, [a]) }

  public static func + (a: Variable, b: Op.Value) -> Variable { a + a.tape.constant(b) }
  public static func - (a: Variable, b: Op.Value) -> Variable { a - a.tape.constant(b) }
  public static func * (a: Variable, b: Op.Value) -> Variable { a * a.tape.constant(b) }
  public static func / (a: Variable, b: Op.Value) -> Variable { a / a.tape.constant(b) }
  public static func + (a: Op.Value, b: Variable) -> Variable { b.tape.constant(a) + b }
  public static func - (a: Op.Value, b: Variable) -> Variable { b.tape.constant(a) - b }
  public static func * (a: Op.Value, b: Variable) -> Variable { b.tape.constant(a) * b }
  public static func / (a: Op.Value, b: Variable) -> Variable { b.tape.constant(a) / b }
}

/// $e^a$
public func exp<Op: Arithmetic>(_ a: Variable<Op>) -> Variable<Op> {
  a.tape.record(.exponential, [a])
}

/// $\ln a$
public func log<Op: Arithmetic>(_ a: Variable<Op>) -> Variable<Op> {
  a.tape.record(.logarithm, [a])
}

/// $\tanh a$
public func tanh<Op: Arithmetic>(_ a: Variable<Op>) -> Variable<Op> {
  a.tape.record(.hyperbolicTangent, [a])
}

/// $1/(1+e^{-a})$
public func sigmoid<Op: Arithmetic>(_ a: Variable<Op>) -> Variable<Op> {
  a.tape.record(.sigmoid, [a])
}

/// $\max(0, a)$
public func relu<Op: Arithmetic>(_ a: Variable<Op>) -> Variable<Op> {
  a.tape.record(.rectify, [a])
}

/// $|a|$
public func abs<Op: Arithmetic>(_ a: Variable<Op>) -> Variable<Op> {
  a.tape.record(.absolute, [a])
}
