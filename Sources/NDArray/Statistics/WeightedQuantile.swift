extension NDArray {
  /// The least elements along one axis with at least the shares `fractions` of the weight not above them:
  /// the inverse of the weighted distribution function, the one rule that NumPy allows weights with.
  ///
  /// - Parameters:
  ///   - fractions: from 0 to 1.
  ///   - axis: goes away unless `keepDims`.
  ///   - weights: one for each element, or one for each position of the axis; none negative.
  ///   - keepDims: whether the axis stays, with one element.
  /// - Returns: the quantiles along a new first axis. NaN where the axis holds one.
  ///
  /// Traps when a fraction lies outside 0…1, there is no such axis, the weights do not fit, one is
  /// negative, or they sum to zero. Complexity: O(`count`).
  public func quantile(
    _ fractions: [Double], axis: Int, weights: NDArray<Double>, keepDims: Bool = false
  ) -> NDArray {
    let resolved = layout.axis(axis, of: "quantile")
    for q in fractions {
      require(q >= 0 && q <= 1, "quantile: quantiles must be in the range [0, 1], got \(q)")
    }
    let extent = layout.shape[resolved]
    require(
      extent > 0,
      "quantile: an axis of size zero has no quantile; array of shape \(layout.shape.text)")
    let weights = fitted(weights, axes: [axis], "quantile")
    require((weights .>= 0).all(), "quantile: weights must be non-negative")
    let order = argSorted(axis: resolved)
    let rows = takingAlong(order, axis: resolved).movedAxis(source: resolved, destination: -1)
    let sums = weights.takingAlong(order, axis: resolved).cumsum(axis: resolved)
      .movedAxis(source: resolved, destination: -1)
    let share = sums / sums.sliced(axis: rank - 1, (extent - 1)..<extent)
    require(!isNaN(share).any(), "quantile: weights included NaN, inf or were all zero")
    // Elements without weight at the start must not be chosen for the fraction 0.
    let cdf = which(share .== 0, -1, share).reshaped([-1, extent])
    let values = rows.reshaped([-1, extent])
    let wanted = NDArray<Double>(fractions)
    var found: [NDArray] = []
    for row in 0..<cdf.layout.shape[0] {
      let places = minimum(cdf.slice(axis: 0, at: row).searchSorted(wanted), extent - 1)
      let sorted = values.slice(axis: 0, at: row)
      let last = sorted[-1]
      found.append(
        (last .!= last).all() ? last.broadcast(to: wanted.shape) : sorted.taking(places, axis: 0))
    }
    var shape = shape
    shape.remove(at: resolved)
    if found.isEmpty { return NDArray.zeros([fractions.count] + shape) }
    if keepDims { shape.insert(1, at: resolved) }
    return stacked(found, axis: 1).reshaped([fractions.count] + shape)
  }

  /// The least element with at least a share `q` of the weight not above it. `weights` has this array's
  /// shape.
  public func quantile(_ q: Double, weights: NDArray<Double>) -> Element {
    require(
      weights.layout.shape == layout.shape,
      "quantile: shape of weights \(weights.layout.shape.text) must match shape \(layout.shape.text)"
    )
    return flattened().quantile([q], axis: 0, weights: weights.flattened()).scalar
  }
}
