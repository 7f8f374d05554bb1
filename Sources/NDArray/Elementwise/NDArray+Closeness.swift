/// Where |a − b| ≤ atol + rtol·|b|; equal infinities are close, and NaN is close to NaN only if
/// `equalNaN`. The arrays broadcast.
public func isClose<E: NDFloat>(
  _ a: NDArray<E>, _ b: NDArray<E>, rtol: E = 1e-5, atol: E = 1e-8, equalNaN: Bool = false
) -> NDArray<Bool> {
  let near = (abs(a - b) .<= atol + rtol * abs(b)) .& isFinite(b)
  let close = near .| (a .== b)
  return equalNaN ? close .| (isNaN(a) .& isNaN(b)) : close
}

/// Whether all pairs of elements are close; see ``isClose(_:_:rtol:atol:equalNaN:)``.
public func allClose<E: NDFloat>(
  _ a: NDArray<E>, _ b: NDArray<E>, rtol: E = 1e-5, atol: E = 1e-8, equalNaN: Bool = false
) -> Bool {
  isClose(a, b, rtol: rtol, atol: atol, equalNaN: equalNaN).all()
}

/// Whether two arrays have one shape and equal elements, where NaN equals NaN if `equalNaN`.
public func arrayEqual<E: NDFloat>(
  _ a: NDArray<E>, _ b: NDArray<E>, equalNaN: Bool
) -> Bool {
  if !equalNaN { return a == b }
  return a.shape == b.shape && ((a .== b) .| (isNaN(a) .& isNaN(b))).all()
}

/// Whether two arrays broadcast to equal arrays of one of their shapes.
public func arrayEquivalent<E>(_ a: NDArray<E>, _ b: NDArray<E>) -> Bool {
  Layout.common(a.layout.shape, b.layout.shape) != nil && (a .== b).all()
}
