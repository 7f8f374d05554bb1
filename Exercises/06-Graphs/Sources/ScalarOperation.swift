import CourseKit
import Foundation

/// The operations on single numbers, each with its forward and its backward mode.
///
/// At a kink (ReLU and |a| at 0) the slope is that of the right side, as in unit 04.
public enum ScalarOperation: Arithmetic {
  /// $a + b$
  case add
  /// $a - b$
  case subtract
  /// $ab$
  case multiply
  /// $a/b$
  case divide
  /// $-a$
  case negate
  /// $e^a$
  case exponential
  /// $\ln a$
  case logarithm
  /// $\tanh a$
  case hyperbolicTangent
  /// $1/(1+e^{-a})$
  case sigmoid
  /// $\max(0, a)$, the ReLU
  case rectify
  /// $|a|$
  case absolute
  /// $a$
  case identity

  public var symbol: String {
    switch self {
    case .add: "+"
    case .subtract, .negate: "−"
    case .multiply: "×"
    case .divide: "÷"
    case .exponential: "exp"
    case .logarithm: "ln"
    case .hyperbolicTangent: "tanh"
    case .sigmoid: "σ"
    case .rectify: "max0"
    case .absolute: "|·|"
    case .identity: "="
    }
  }

  /// `inputs` are a and, where there are two, b.
  public func forward(_ inputs: [Double]) -> Double {
    switch self {
    case .add:
      notImplemented()
    case .subtract:
      notImplemented()
    case .multiply:
      notImplemented()
    case .divide:
      notImplemented()
    case .negate:
      notImplemented()
    case .exponential: return exp(inputs[0])
    case .logarithm: return log(inputs[0])
    case .hyperbolicTangent: return tanh(inputs[0])
    case .sigmoid: return 1 / (1 + exp(-inputs[0]))
    case .rectify: return max(0, inputs[0])
    case .absolute: return abs(inputs[0])
    case .identity: return inputs[0]
    }
  }

  /// The upstream gradient times the slope along each input: one number for each of them.
  public func backward(_ dY: Double, inputs: [Double], output y: Double) -> [Double] {
    switch self {
    case .add:
      notImplemented()
    case .subtract:
      notImplemented()
    case .multiply:
      notImplemented()
    case .divide:
      notImplemented()
    case .negate:
      notImplemented()
    case .exponential:
      notImplemented()
    case .logarithm:
      notImplemented()
    case .hyperbolicTangent:
      notImplemented()
    case .sigmoid:
      notImplemented()
    case .rectify:
      notImplemented()
    case .absolute:
      notImplemented()
    case .identity: return [dY]
    }
  }
}
