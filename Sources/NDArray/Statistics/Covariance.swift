/// The covariance matrix of variables, the rows of `x`, and those of `y` below them.
///
/// C = X̃ W X̃ᵀ / (Σw − ddof · Σw² / Σw), with X̃ the deviations from the (weighted) means.
///
/// - Parameters:
///   - x: one variable as one axis, or several as the rows of a matrix.
///   - y: more variables, as `x`.
///   - rowVariables: whether rows are the variables and columns the observations, or the other way
///     round.
///   - bias: whether to divide by the number of observations instead of one less; `ddof` overrides it.
///   - ddof: what is subtracted from the number of observations to give the divisor; 1 unless `bias`.
///   - frequencies: how often each observation was made.
///   - weights: how much each observation counts.
/// - Returns: a matrix, or for one variable its variance as a 0-dimensional array.
///
/// Traps when an array has more than two axes or the observations do not fit. Complexity: O(v² · n).
public func cov<E: NDNumeric>(
  _ x: NDArray<E>, _ y: NDArray<E>? = nil, rowVariables: Bool = true, bias: Bool = false,
  ddof: Int? = nil, frequencies: NDArray<Int>? = nil, weights: NDArray<Double>? = nil
) -> NDArray<Double> {
  var variables = matrix(x, rowVariables: rowVariables || x.rank == 1)
  if variables.shape[0] == 0 { return .zeros([0, 0]) }
  if let y {
    let others = matrix(y, rowVariables: rowVariables || y.rank == 1 || y.shape[0] == 1)
    variables = concatenated([variables, others])
  }
  let observations = variables.shape[1]
  var total: NDArray<Double>?
  for given in [frequencies?.asType(Double.self), weights].compactMap({ $0 }) {
    require(
      given.shape == [observations],
      "cov: incompatible numbers of samples and weights, got shapes \(x.layout.shape.text) and \(given.layout.shape.text)"
    )
    require((given .>= 0).all(), "cov: weights cannot be negative")
    total = total.map { $0 * given } ?? given
  }
  let ddof = Double(ddof ?? (bias ? 0 : 1))
  let divisor: Double
  if let total, let weights {
    let sum = total.sum()
    divisor = sum - (ddof == 0 ? 0 : ddof * (total * weights).sum() / sum)
  } else {
    divisor = (total?.sum() ?? Double(observations)) - ddof
  }
  let means =
    total.map { variables.average(axis: 1, weights: $0, keepDims: true) }
    ?? variables.mean(axis: 1, keepDims: true)
  let deviations = variables - means
  let weighted = total.map { deviations * $0 } ?? deviations
  return (deviations.dot(weighted.T) * (1 / Swift.max(divisor, 0))).squeezed()
}

/// The matrix of Pearson's correlation coefficients of variables, the rows of `x`, and those of `y`
/// below them: Cᵢⱼ / √(Cᵢᵢ Cⱼⱼ), within −1…1.
///
/// Returns, takes and traps as ``cov(_:_:rowVariables:bias:ddof:frequencies:weights:)``.
public func corrcoef<E: NDNumeric>(
  _ x: NDArray<E>, _ y: NDArray<E>? = nil, rowVariables: Bool = true
) -> NDArray<Double> {
  let covariance = cov(x, y, rowVariables: rowVariables)
  if covariance.rank == 0 { return covariance / covariance }
  let deviation = sqrt(covariance.diagonal())
  let scaled = covariance / deviation.expandedDimensions(axis: 1) / deviation
  return scaled.clipped(to: -1...1)
}

/// Variables as the rows of a matrix.
private func matrix<E>(_ x: NDArray<E>, rowVariables: Bool) -> NDArray<Double> {
  require(x.rank <= 2, "cov: got an array of shape \(x.layout.shape.text), more than 2 dimensions")
  let values = x.asType(Double.self)
  let rows = x.rank == 2 ? values : values.reshaped([1, x.count])
  return rowVariables ? rows : rows.T
}
