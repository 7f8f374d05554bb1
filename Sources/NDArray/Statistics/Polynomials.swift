/// The value of a polynomial, its highest coefficient first, at each of `x`: Horner's scheme.
///
/// Same shape as `x`; 0 for no coefficients. Traps unless `coefficients` has one axis. Complexity: O(n) for each
/// coefficient.
public func polyval<E: NDNumeric>(_ coefficients: NDArray<E>, _ x: NDArray<E>) -> NDArray<E> {
  require(
    coefficients.rank == 1,
    "polyval: coefficients must be one-dimensional, got shape \(coefficients.layout.shape.text)")
  var value = NDArray<E>.zeros(x.shape)
  for coefficient in coefficients.elements { value = value * x + coefficient }
  return value
}

/// The value of a polynomial, its highest coefficient first, at one number.
public func polyval<E: NDNumeric>(_ coefficients: NDArray<E>, _ x: E) -> E {
  polyval(coefficients, NDArray(x)).scalar
}
