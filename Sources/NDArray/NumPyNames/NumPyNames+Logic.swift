// NumPy's spellings of what is named otherwise here: comparison and logic. The compiler offers the right name.

@available(*, unavailable, message: "write a .== b")
public func equal<E>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<Bool> { fatalError() }

@available(*, unavailable, message: "write a .!= b")
public func not_equal<E>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<Bool> { fatalError() }

@available(*, unavailable, message: "write a .< b")
public func less<E>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<Bool> { fatalError() }

@available(*, unavailable, message: "write a .<= b")
public func less_equal<E>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<Bool> { fatalError() }

@available(*, unavailable, message: "write a .> b")
public func greater<E>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<Bool> { fatalError() }

@available(*, unavailable, message: "write a .>= b")
public func greater_equal<E>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<Bool> { fatalError() }

@available(*, unavailable, renamed: "logicalAnd(_:_:)")
public func logical_and<E>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<Bool> { fatalError() }

@available(*, unavailable, renamed: "logicalOr(_:_:)")
public func logical_or<E>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<Bool> { fatalError() }

@available(*, unavailable, renamed: "logicalXor(_:_:)")
public func logical_xor<E>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<Bool> { fatalError() }

@available(*, unavailable, renamed: "logicalNot(_:)")
public func logical_not<E>(_ a: NDArray<E>) -> NDArray<Bool> { fatalError() }

@available(*, unavailable, renamed: "isClose(_:_:rtol:atol:)")
public func isclose<E: NDFloat>(_ a: NDArray<E>, _ b: NDArray<E>, rtol: E = 1e-5, atol: E = 1e-8)
  -> NDArray<Bool>
{ fatalError() }

@available(*, unavailable, renamed: "allClose(_:_:rtol:atol:)")
public func allclose<E: NDFloat>(_ a: NDArray<E>, _ b: NDArray<E>, rtol: E = 1e-5, atol: E = 1e-8)
  -> Bool
{ fatalError() }

@available(*, unavailable, message: "write a == b")
public func array_equal<E>(_ a: NDArray<E>, _ b: NDArray<E>) -> Bool { fatalError() }

@available(*, unavailable, renamed: "arrayEquivalent(_:_:)")
public func array_equiv<E>(_ a: NDArray<E>, _ b: NDArray<E>) -> Bool { fatalError() }
