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

/// The coefficients, highest first, of the polynomial of a degree that fits the points (`x`, `y`) best in the
/// sense of least squares.
///
/// - Parameters:
///   - x: the coordinates, along one axis.
///   - y: one value for each of `x`, or a matrix with a column for each of several sets of values.
///   - degree: the highest power.
///   - rcond: Singular values below `rcond` times the largest count as zero. If nil, the rounding error of a
///     `Double` times the number of points.
///   - weights: by how much each residual is multiplied before it is squared.
/// - Returns: (degree + 1) coefficients, for several sets as columns.
/// - Throws: ``LinAlgError`` when the singular values do not converge, as for a NaN.
///
/// Traps when the degree is negative, there is no point, or the shapes do not fit. Complexity: O(n · degree²).
public func polyfit<E: NDNumeric>(
  _ x: NDArray<E>, _ y: NDArray<E>, degree: Int, rcond: Double? = nil,
  weights: NDArray<E.Quotient>? = nil
) throws(LinAlgError) -> NDArray<E.Quotient> {
  require(degree >= 0, "polyfit: expected degree >= 0, got \(degree)")
  require(
    x.rank == 1 && x.count > 0,
    "polyfit: expected non-empty vector for x, got shape \(x.layout.shape.text)")
  require(
    (y.rank == 1 || y.rank == 2) && y.layout.shape[0] == x.count,
    "polyfit: expected x and y to have same length, got shapes \(x.layout.shape.text) and \(y.layout.shape.text)"
  )
  var powers = x.asType(E.Quotient.self).vander(columns: degree + 1)
  var values = y.asType(E.Quotient.self)
  if let weights {
    require(
      weights.layout.shape == x.layout.shape,
      "polyfit: expected w and y to have the same length, got shapes \(weights.layout.shape.text) and \(y.layout.shape.text)"
    )
    let column = weights.expandedDimensions(axis: 1)
    powers *= column
    values *= y.rank == 2 ? column : weights
  }
  // Columns of length 1 keep the matrix well conditioned.
  let scale = sqrt(square(powers).sum(axis: 0))
  let precision = Double(E.Quotient.ulpOfOne)
  let fit = try Linalg.lstsq(
    powers / scale, values, rcond: rcond ?? precision * Double(x.count))
  return y.rank == 2
    ? fit.solution / scale.expandedDimensions(axis: 1) : fit.solution / scale
}
