extension NDArray {
  /// Where elements differ from zero.
  public var isTrue: NDArray<Bool> { asType(Bool.self) }
}

/// Where both elements differ from zero; the arrays broadcast.
public func logicalAnd<E>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<Bool> {
  a.isTrue .& b.isTrue
}

/// Where at least one element differs from zero; the arrays broadcast.
public func logicalOr<E>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<Bool> { a.isTrue .| b.isTrue }

/// Where exactly one element differs from zero; the arrays broadcast.
public func logicalXor<E>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<Bool> {
  a.isTrue .^ b.isTrue
}

/// Where elements are zero.
public func logicalNot<E>(_ a: NDArray<E>) -> NDArray<Bool> { .!a.isTrue }
