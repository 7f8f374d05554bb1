import CKernels

// MARK: - Counting

extension NDArray {
  /// How many elements differ from zero.
  public func countNonzero() -> Int { countNonzero(axes: allAxes).scalar }

  /// How many elements along one axis differ from zero. Traps when there is no such axis.
  public func countNonzero(axis: Int, keepDims: Bool = false) -> NDArray<Int> {
    countNonzero(axes: [axis], keepDims: keepDims)
  }

  /// How many elements along several axes differ from zero.
  public func countNonzero(axes: [Int], keepDims: Bool = false) -> NDArray<Int> {
    var folded = true
    let numbers = reduce(axes: axes, keepDims: keepDims, "count_nonzero", identity: 0) {
      folded = $0.fold(CK_NONZERO, $1, $2)
    }
    if folded { return numbers }
    return reduceInBlocks(axes: axes, keepDims: keepDims, "count_nonzero", identity: 0, +) {
      part, axes, _ in part.asType(Bool.self).sum(axes: axes, keepDims: true)
    }
  }
}

// MARK: - Range

extension NDArray where Element: NDNumeric {
  /// The distance from the smallest to the largest element (peak to peak). Integers wrap around. Traps when
  /// the array is empty.
  public func ptp() -> Element { ptp(axes: allAxes).scalar }

  /// The distance from the smallest to the largest element along one axis. Traps when there is no such axis
  /// or it is empty.
  public func ptp(axis: Int, keepDims: Bool = false) -> NDArray {
    ptp(axes: [axis], keepDims: keepDims)
  }

  /// The distance from the smallest to the largest element along several axes.
  public func ptp(axes: [Int], keepDims: Bool = false) -> NDArray {
    max(axes: axes, keepDims: keepDims) - min(axes: axes, keepDims: keepDims)
  }
}

// MARK: - Weighted means

extension NDArray {
  /// The mean with weights: Σ wᵢxᵢ / Σ wᵢ. Traps when the shapes differ or the weights sum to zero.
  public func average(weights: NDArray<Element.Quotient>) -> Element.Quotient {
    require(
      weights.layout.shape == layout.shape,
      "average: shape of weights \(weights.layout.shape.text) must match shape \(layout.shape.text)"
    )
    return average(axes: allAxes, weights: weights).scalar
  }

  /// The mean along one axis with weights of this array's shape, or one weight for each position of the
  /// axis. Traps when there is no such axis, the weights do not fit or sum to zero.
  public func average(
    axis: Int, weights: NDArray<Element.Quotient>, keepDims: Bool = false
  ) -> NDArray<Element.Quotient> {
    average(axes: [axis], weights: weights, keepDims: keepDims)
  }

  /// The mean along several axes with weights of this array's shape, or of the shape of those axes.
  public func average(
    axes: [Int], weights: NDArray<Element.Quotient>, keepDims: Bool = false
  ) -> NDArray<Element.Quotient> {
    require(
      weights.layout.shape == layout.shape || weights.count > 0,
      "average: weights sum to zero, can't be normalized")
    let given = weights
    let weights = fitted(weights, axes: axes, "average")
    // Weights for the axes alone have a sum though there is nothing to weigh.
    require(
      given.layout.shape == layout.shape || given.sum() != 0,
      "average: weights sum to zero, can't be normalized")
    let total = weights.sum(axes: axes, keepDims: keepDims)
    require((total .!= 0).all(), "average: weights sum to zero, can't be normalized")
    let sum = reduceInBlocks(axes: axes, keepDims: keepDims, "average", identity: 0, +) {
      part, axes, block in
      (part.asType(Element.Quotient.self) * block.part(of: weights)).sum(axes: axes, keepDims: true)
    }
    return sum / total
  }

  /// The mean along several axes with weights, and what the weights sum to there; NumPy's
  /// `average(…, returned=True)`.
  public func averageWithWeightSum(
    axes: [Int], weights: NDArray<Element.Quotient>, keepDims: Bool = false
  ) -> (average: NDArray<Element.Quotient>, weightSum: NDArray<Element.Quotient>) {
    (
      average(axes: axes, weights: weights, keepDims: keepDims),
      fitted(weights, axes: axes, "average").sum(axes: axes, keepDims: keepDims)
        .asType(Element.Quotient.self)
    )
  }

  /// Weights in this array's shape, from that shape or that of `axes` in the order given.
  func fitted<Weight>(
    _ weights: NDArray<Weight>, axes: [Int], _ operation: StaticString
  ) -> NDArray<Weight> {
    if weights.layout.shape == layout.shape { return weights }
    let named = axes.map { layout.axis($0, of: operation) }
    require(
      weights.layout.shape == Dims(named.map { layout.shape[$0] }),
      "\(operation): shape of weights \(weights.layout.shape.text) must be consistent with shape \(layout.shape.text) along axes \(axes)"
    )
    let order = named.indices.sorted { named[$0] < named[$1] }
    var stretched = Layout(
      shape: layout.shape, strides: Dims(repeating: 0, count: rank), offset: weights.layout.offset)
    for i in order { stretched.strides[named[i]] = weights.layout.strides[i] }
    return weights.view(stretched)
  }
}
