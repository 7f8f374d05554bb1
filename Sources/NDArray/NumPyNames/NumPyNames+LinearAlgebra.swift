// NumPy's spellings of what is named otherwise here: products and linear algebra. The compiler offers the right name.

extension Linalg {
  @available(*, unavailable, renamed: "matrixRank(_:)")
  public static func matrix_rank<E: NDScalar>(_ a: NDArray<E>) -> Int { fatalError() }

  @available(*, unavailable, renamed: "matrixPower(_:_:)")
  public static func matrix_power<E: NDNumeric>(_ a: NDArray<E>, _ exponent: Int) -> NDArray<E> {
    fatalError()
  }

  @available(*, unavailable, renamed: "multiDot(_:)")
  public static func multi_dot<E: NDNumeric>(_ arrays: [NDArray<E>]) -> NDArray<E> { fatalError() }

  @available(*, unavailable, renamed: "norm(_:)")
  public static func vector_norm<E: NDScalar>(_ a: NDArray<E>) -> E.Quotient { fatalError() }

  @available(*, unavailable, message: "write Linalg.norm(a, .frobenius)")
  public static func matrix_norm<E: NDScalar>(_ a: NDArray<E>) -> E.Quotient { fatalError() }

  @available(*, unavailable, message: "for a symmetric matrix write Linalg.eigh(a)")
  public static func eig<E: NDScalar>(_ a: NDArray<E>) -> (NDArray<E.Quotient>, NDArray<E.Quotient>)
  { fatalError() }
}

@available(*, unavailable, renamed: "NDArray.dot(self:_:)")
public func dot<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.inner(self:_:)")
public func inner<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.outer(self:_:)")
public func outer<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.vecdot(self:_:)")
public func vecdot<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.kron(self:_:)")
public func kron<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.cross(self:_:)")
public func cross<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.vdot(self:_:)")
public func vdot<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> E { fatalError() }

@available(*, unavailable, renamed: "NDArray.tensordot(self:_:axes:)")
public func tensordot<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>, axes: Int) -> NDArray<E> {
  fatalError()
}

@available(*, unavailable, renamed: "NDArray.trace(self:)")
public func trace<E: NDNumeric>(_ a: NDArray<E>) -> NDArray<E.Sum> { fatalError() }
