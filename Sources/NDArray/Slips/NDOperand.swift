// Operands of two types. Refused when nothing else fits, an `Int` among `Double`s lets the type checker try every other
// meaning of every operator around it first, for seconds. So these overloads are there and fit; but what they need of the
// other operand, a conformance, is unavailable, which the compiler says at once, with its reason.

/// What stands beside an array of another type in `a * b`. The conformances are unavailable: operands have one type, and
/// nothing is converted by itself.
public protocol NDOperand {}

@available(
  *, unavailable,
  message:
    "operands have one type: write Double(n) for a number, a.asType(Double.self) for an array"
)
extension Int: NDOperand {}
@available(
  *, unavailable,
  message:
    "operands have one type: write Double(n) for a number, a.asType(Double.self) for an array"
)
extension Int8: NDOperand {}
@available(
  *, unavailable,
  message:
    "operands have one type: write Double(n) for a number, a.asType(Double.self) for an array"
)
extension Int16: NDOperand {}
@available(
  *, unavailable,
  message:
    "operands have one type: write Double(n) for a number, a.asType(Double.self) for an array"
)
extension Int32: NDOperand {}
@available(
  *, unavailable,
  message:
    "operands have one type: write Double(n) for a number, a.asType(Double.self) for an array"
)
extension Int64: NDOperand {}
@available(
  *, unavailable,
  message:
    "operands have one type: write Double(n) for a number, a.asType(Double.self) for an array"
)
extension UInt: NDOperand {}
@available(
  *, unavailable,
  message:
    "operands have one type: write Double(n) for a number, a.asType(Double.self) for an array"
)
extension UInt8: NDOperand {}
@available(
  *, unavailable,
  message:
    "operands have one type: write Double(n) for a number, a.asType(Double.self) for an array"
)
extension UInt16: NDOperand {}
@available(
  *, unavailable,
  message:
    "operands have one type: write Double(n) for a number, a.asType(Double.self) for an array"
)
extension UInt32: NDOperand {}
@available(
  *, unavailable,
  message:
    "operands have one type: write Double(n) for a number, a.asType(Double.self) for an array"
)
extension UInt64: NDOperand {}
@available(*, unavailable, message: "a mask is no number: write mask.asType(Double.self)")
extension Bool: NDOperand {}
@available(
  *, unavailable,
  message:
    "operands have one type: write a.asType(Double.self), for an array of integers and for a mask"
)
extension NDArray: NDOperand where Element: NDBitwise {}
