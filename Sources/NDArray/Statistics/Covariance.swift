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
  let variables = matrix(x, rowVariables: rowVariables || x.rank == 1)
  if variables.shape[0] == 0 { return .zeros([0, 0]) }
  let others = y.map { matrix($0, rowVariables: rowVariables || $0.rank == 1 || $0.shape[0] == 1) }
  let observations = variables.shape[1]
  if let others {
    require(
      others.shape[1] == observations,
      "cov: x and y must have as many observations, got shapes \(x.layout.shape.text) and \(y!.layout.shape.text)"
    )
  }
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
  let all = [variables, others].compactMap { $0 }
  let means = concatenated(all.map { $0.means(weights: total) })
  // Some observations after others, whose deviations are all that is in memory.
  let together = Swift.max(NDArray<Double>.largestBlock / means.count, 1)
  var sum: NDArray<Double>?
  for first in stride(from: 0, to: Swift.max(observations, 1), by: together) {
    let range = first..<Swift.min(first + together, observations)
    let values = concatenated(all.map { $0.sliced(axis: 1, range).asType(Double.self) })
    let deviations = values - means
    let weighted = total.map { deviations * $0.sliced(axis: 0, range) } ?? deviations
    let products = deviations.dot(weighted.T)
    sum = sum.map { $0 + products } ?? products
  }
  return (sum! * (1 / Swift.max(divisor, 0))).squeezed()
}

extension NDArray {
  /// The mean of each row in doubles, weighted or not, as a column.
  fileprivate func means(weights: NDArray<Double>?) -> NDArray<Double> {
    let sums = reduceInBlocks(axes: [1], keepDims: true, "cov", identity: 0, +) {
      part, axes, block in
      let values = part.asType(Double.self)
      guard let weights else { return values.sum(axes: axes, keepDims: true) }
      return (values * weights.sliced(axis: 0, block.ranges[1])).sum(axes: axes, keepDims: true)
    }
    guard let weights else { return sums / Double(layout.shape[1]) }
    let total = weights.sum()
    require(total != 0, "average: weights sum to zero, can't be normalized")
    return sums / total
  }
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
private func matrix<E>(_ x: NDArray<E>, rowVariables: Bool) -> NDArray<E> {
  require(x.rank <= 2, "cov: got an array of shape \(x.layout.shape.text), more than 2 dimensions")
  let rows = x.rank == 2 ? x : x.reshaped([1, x.count])
  return rowVariables ? rows : rows.T
}
