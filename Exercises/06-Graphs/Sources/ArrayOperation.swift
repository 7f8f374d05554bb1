import NDArray

/// The operations on arrays.
///
/// Arithmetic broadcasts. At a kink the slope is that of the right side, as in unit 04.
public enum ArrayOperation<Element: NDFloat>: Arithmetic {
  /// $a + b$
  case add
  /// $a - b$
  case subtract
  /// $a \odot b$
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
  /// $\sqrt a$
  case squareRoot
  /// $\arctan a$
  case arctangent
  /// $\ln(1 + a)$, with all digits near 0
  case logarithmOfOneMore
  /// $e^a - 1$, with all digits near 0
  case exponentialLessOne
  /// The product of two matrices.
  case dot
  /// The sum over one axis, which stays with the length 1, or over everything, shape ().
  case sum(axis: Int?)
  /// The largest along an axis, which stays with the length 1.
  case largest(axis: Int)
  /// a where the mask is true, else b.
  case choose(NDArray<Bool>)
  /// The elements (i, labels[i]) of a matrix, shape (rows).
  case pick(NDArray<Int>)

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
    case .squareRoot: "√"
    case .arctangent: "arctan"
    case .logarithmOfOneMore: "ln1+"
    case .exponentialLessOne: "exp−1"
    case .dot: "dot"
    case .sum: "Σ"
    case .largest: "max"
    case .choose: "which"
    case .pick: "pick"
    }
  }

  /// `inputs` are a and, where there are two, b.
  public func forward(_ inputs: [NDArray<Element>]) -> NDArray<Element> {
    let a = inputs[0]
    switch self {
    case .add: return a + inputs[1]
    case .subtract: return a - inputs[1]
    case .multiply: return a * inputs[1]
    case .divide: return a / inputs[1]
    case .negate: return -a
    case .exponential: return exp(a)
    case .logarithm: return log(a)
    case .hyperbolicTangent: return tanh(a)
    case .sigmoid: return 1 / (1 + exp(-a))
    case .rectify: return maximum(a, 0)
    case .absolute: return abs(a)
    case .identity: return a
    case .squareRoot: return sqrt(a)
    case .arctangent: return atan(a)
    case .logarithmOfOneMore: return log1p(a)
    case .exponentialLessOne: return expm1(a)
    case .dot: return a.dot(inputs[1])
    case .sum(nil): return NDArray(a.sum())
    case .sum(let axis?): return a.sum(axis: axis, keepDims: true)
    case .largest(let axis): return a.max(axis: axis, keepDims: true)
    case .choose(let mask): return which(mask, a, inputs[1])
    case .pick(let labels): return a[NDArray.arange(labels.count), labels]
    }
  }
}
