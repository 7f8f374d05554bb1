/// A polynomial fitted to points, with what tells how well it fits; NumPy's `polyfit` with `full` and `cov`.
public struct PolynomialFit<Value: NDFloat>: Sendable {
  /// The coefficients, highest first; for several sets of values as columns.
  public let coefficients: NDArray<Value>
  /// The sum of the squared residuals of each set; none when the rank is below the number of coefficients or
  /// no more points are given.
  public let residuals: NDArray<Value>
  /// The rank of the matrix of powers.
  public let rank: Int
  /// The singular values of the matrix of powers, its columns brought to length 1.
  public let singularValues: NDArray<Value>
  /// The covariance matrix of the coefficients for points of variance 1; NumPy's `cov="unscaled"`.
  public let unscaledCovariance: NDArray<Value>
  /// By how many the points outnumber the coefficients.
  let surplus: Int

  /// The covariance matrix of the coefficients, with the variance of the points taken from the residuals; a
  /// last axis runs over several sets. Traps unless there are more points than coefficients.
  public var covariance: NDArray<Value> {
    require(
      surplus > 0,
      "polyfit: the number of data points must exceed order to scale the covariance matrix")
    let factor = residuals / Value(surplus)
    return coefficients.rank == 1
      ? unscaledCovariance * factor : unscaledCovariance.expandedDimensions(axis: -1) * factor
  }
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
  let system = leastSquares(x, y, degree, weights)
  let fit = try Linalg.lstsq(system.powers, system.values, rcond: rcond ?? system.rcond)
  return fit.solution / system.columnScale
}

/// The polynomial that ``polyfit(_:_:degree:rcond:weights:)`` finds, with its residuals, rank and covariance.
///
/// - Throws: ``LinAlgError`` when the singular values do not converge, or the points do not determine the
///   polynomial.
public func polyfitFull<E: NDNumeric>(
  _ x: NDArray<E>, _ y: NDArray<E>, degree: Int, rcond: Double? = nil,
  weights: NDArray<E.Quotient>? = nil
) throws(LinAlgError) -> PolynomialFit<E.Quotient> {
  let system = leastSquares(x, y, degree, weights)
  let fit = try Linalg.lstsq(system.powers, system.values, rcond: rcond ?? system.rcond)
  let inverse = try Linalg.inv(system.powers.T.matmul(system.powers)).asType(E.Quotient.self)
  return PolynomialFit(
    coefficients: (fit.solution / system.columnScale).asType(E.Quotient.self),
    residuals: fit.residuals.asType(E.Quotient.self), rank: fit.rank,
    singularValues: fit.singularValues.asType(E.Quotient.self),
    unscaledCovariance: inverse / system.scale.outer(system.scale),
    surplus: x.count - degree - 1)
}

/// The system whose least-squares solution gives the coefficients.
private struct LeastSquares<Value: NDFloat> {
  /// The powers of x in columns of length 1, which keep the matrix well conditioned.
  let powers: NDArray<Value>
  /// What the columns were divided by.
  let scale: NDArray<Value>
  let values: NDArray<Value>

  var columnScale: NDArray<Value> { values.rank == 2 ? scale.expandedDimensions(axis: 1) : scale }

  var rcond: Double { Double(Value.ulpOfOne) * Double(values.shape[0]) }
}

private func leastSquares<E: NDNumeric>(
  _ x: NDArray<E>, _ y: NDArray<E>, _ degree: Int, _ weights: NDArray<E.Quotient>?
) -> LeastSquares<E.Quotient> {
  require(degree >= 0, "polyfit: expected degree >= 0, got \(degree)")
  require(degree < Int(Int32.max), "polyfit: a degree of \(degree) is more than LAPACK can count")
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
  let scale = sqrt(square(powers).sum(axis: 0))
  return LeastSquares(powers: powers / scale, scale: scale, values: values)
}
