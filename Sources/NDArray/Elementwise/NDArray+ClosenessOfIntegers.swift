/// Where |a − b| ≤ atol + rtol·|b|, of integers, computed in `Double`. The arrays broadcast.
@_documentation(visibility: internal)
public func isClose<E: NDInteger>(
  _ a: NDArray<E>, _ b: NDArray<E>, rtol: Double = 1e-5, atol: Double = 1e-8
) -> NDArray<Bool> {
  isClose(a.asType(Double.self), b.asType(Double.self), rtol: rtol, atol: atol)
}

/// Whether all pairs of integers are close; see ``isClose(_:_:rtol:atol:equalNaN:)``.
@_documentation(visibility: internal)
public func allClose<E: NDInteger>(
  _ a: NDArray<E>, _ b: NDArray<E>, rtol: Double = 1e-5, atol: Double = 1e-8
) -> Bool {
  allClose(a.asType(Double.self), b.asType(Double.self), rtol: rtol, atol: atol)
}
