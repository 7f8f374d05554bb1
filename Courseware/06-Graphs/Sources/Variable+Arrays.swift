import NDArray

/// A variable that is an array.
public typealias ArrayVariable<Element: NDFloat> = Variable<ArrayOperation<Element>>

extension Variable {
  /// The product of two matrices.
  public func dot<Element>(_ other: Self) -> Self where Op == ArrayOperation<Element> {
    tape.record(.dot, [self, other])
  }

  /// The sum over `axis`, which stays with the length 1; over everything unless given, shape ().
  public func sum<Element>(axis: Int? = nil) -> Self where Op == ArrayOperation<Element> {
    tape.record(.sum(axis: axis), [self])
  }

  /// The mean over `axis`, which stays with the length 1; over everything unless given, shape ().
  public func mean<Element>(axis: Int? = nil) -> Self where Op == ArrayOperation<Element> {
    let count = axis.map { value.shape[$0] } ?? value.count
    return sum(axis: axis) / Element(count)
  }

  /// The largest along `axis`, which stays with the length 1. Equal ones share the blame.
  public func max<Element>(axis: Int) -> Self where Op == ArrayOperation<Element> {
    tape.record(.largest(axis: axis), [self])
  }

  /// The elements (i, labels[i]) of a matrix, one of each row.
  public func pick<Element>(_ labels: NDArray<Int>) -> Self where Op == ArrayOperation<Element> {
    tape.record(.pick(labels), [self])
  }
}

/// $\sqrt a$
public func sqrt<Element>(_ a: ArrayVariable<Element>) -> ArrayVariable<Element> {
  a.tape.record(.squareRoot, [a])
}

/// $\arctan a$
public func atan<Element>(_ a: ArrayVariable<Element>) -> ArrayVariable<Element> {
  a.tape.record(.arctangent, [a])
}

/// $\ln(1 + a)$
public func log1p<Element>(_ a: ArrayVariable<Element>) -> ArrayVariable<Element> {
  a.tape.record(.logarithmOfOneMore, [a])
}

/// $e^a - 1$
public func expm1<Element>(_ a: ArrayVariable<Element>) -> ArrayVariable<Element> {
  a.tape.record(.exponentialLessOne, [a])
}

/// `a` where the mask is true, else `b`. Both are computed everywhere, and both are on the tape.
public func which<Element>(
  _ mask: NDArray<Bool>, _ a: ArrayVariable<Element>, _ b: ArrayVariable<Element>
) -> ArrayVariable<Element> {
  a.tape.record(.choose(mask), [a, b])
}

extension Variable {
  /// A number in a formula with an array.
  private func constant<Element>(_ number: Element) -> Self where Op == ArrayOperation<Element> {
    tape.constant(NDArray(number))
  }

  public static func + <Element>(a: Self, b: Element) -> Self where Op == ArrayOperation<Element> {
    a + a.constant(b)
  }
  public static func - <Element>(a: Self, b: Element) -> Self where Op == ArrayOperation<Element> {
    a - a.constant(b)
  }
  public static func * <Element>(a: Self, b: Element) -> Self where Op == ArrayOperation<Element> {
    a * a.constant(b)
  }
  public static func / <Element>(a: Self, b: Element) -> Self where Op == ArrayOperation<Element> {
    a / a.constant(b)
  }
  public static func + <Element>(a: Element, b: Self) -> Self where Op == ArrayOperation<Element> {
    b.constant(a) + b
  }
  public static func - <Element>(a: Element, b: Self) -> Self where Op == ArrayOperation<Element> {
    b.constant(a) - b
  }
  public static func * <Element>(a: Element, b: Self) -> Self where Op == ArrayOperation<Element> {
    b.constant(a) * b
  }
  public static func / <Element>(a: Element, b: Self) -> Self where Op == ArrayOperation<Element> {
    b.constant(a) / b
  }
}
