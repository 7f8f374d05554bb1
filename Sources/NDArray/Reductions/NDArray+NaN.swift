import CKernels

// The reductions that skip NaN: each is named after the plain one with `nan` in front, takes the same
// arguments and, for integers and Bool, which have no NaN, gives the same result.

extension NDArray {
  /// Whether elements may be NaN.
  private var mayHoldNaN: Bool { Element._nanKey != nil }

  /// The elements with `value` in place of NaN.
  fileprivate func replacingNaN(with value: Element) -> NDArray {
    mayHoldNaN ? which(self .== self, self, value) : self
  }

  /// How many elements along `axes` are not NaN.
  fileprivate func validCount(axes: [Int], keepDims: Bool) -> NDArray<Int> {
    var folded = true
    let numbers = reduce(axes: axes, keepDims: keepDims, "isnan", identity: 0) {
      folded = $0.fold(CK_NUMBERS, $1, $2)
    }
    if folded { return numbers }
    return reduceInBlocks(axes: axes, keepDims: keepDims, "isnan", identity: 0, +) {
      part, axes, _ in (part .== part).sum(axes: axes, keepDims: true)
    }
  }
}

// MARK: - Sums and products

extension NDArray {
  /// The sum of the elements that are not NaN; 0 when there are none.
  public func nanSum() -> Element.Sum { nanSum(axes: allAxes).scalar }

  /// The sum along one axis of what is not NaN. Traps when there is no such axis.
  public func nanSum(axis: Int, keepDims: Bool = false) -> NDArray<Element.Sum> {
    nanSum(axes: [axis], keepDims: keepDims)
  }

  /// The sum along several axes of what is not NaN.
  public func nanSum(axes: [Int], keepDims: Bool = false) -> NDArray<Element.Sum> {
    if !mayHoldNaN { return sum(axes: axes, keepDims: keepDims) }
    var folded = true
    let sums: NDArray<Element.Sum> = reduce(
      axes: axes, keepDims: keepDims, "nansum", identity: 0
    ) { folded = $0.fold(CK_SUM_OF_NUMBERS, $1, $2) }
    if folded { return sums }
    return reduceInBlocks(axes: axes, keepDims: keepDims, "nansum", identity: 0, +) {
      part, axes, _ in part.replacingNaN(with: ._zero).sum(axes: axes, keepDims: true)
    }
  }

  /// The product of the elements that are not NaN; 1 when there are none.
  public func nanProd() -> Element.Sum { nanProd(axes: allAxes).scalar }

  /// The product along one axis of what is not NaN. Traps when there is no such axis.
  public func nanProd(axis: Int, keepDims: Bool = false) -> NDArray<Element.Sum> {
    nanProd(axes: [axis], keepDims: keepDims)
  }

  /// The product along several axes of what is not NaN.
  public func nanProd(axes: [Int], keepDims: Bool = false) -> NDArray<Element.Sum> {
    if !mayHoldNaN { return prod(axes: axes, keepDims: keepDims) }
    return reduceInBlocks(axes: axes, keepDims: keepDims, "nanprod", identity: 1, *) {
      part, axes, _ in part.replacingNaN(with: ._one).prod(axes: axes, keepDims: true)
    }
  }

  /// Running sums with NaN as 0; see ``cumsum(axis:)``.
  public func nanCumsum(axis: Int? = nil) -> NDArray<Element.Sum> {
    replacingNaN(with: ._zero).cumsum(axis: axis)
  }

  /// Running products with NaN as 1; see ``cumprod(axis:)``.
  public func nanCumprod(axis: Int? = nil) -> NDArray<Element.Sum> {
    replacingNaN(with: ._one).cumprod(axis: axis)
  }
}

// MARK: - Moments

extension NDArray {
  /// The mean of the elements that are not NaN; NaN when there are none.
  public func nanMean() -> Element.Quotient { nanMean(axes: allAxes).scalar }

  /// The mean along one axis of what is not NaN. Traps when there is no such axis.
  public func nanMean(axis: Int, keepDims: Bool = false) -> NDArray<Element.Quotient> {
    nanMean(axes: [axis], keepDims: keepDims)
  }

  /// The mean along several axes of what is not NaN.
  public func nanMean(axes: [Int], keepDims: Bool = false) -> NDArray<Element.Quotient> {
    if !mayHoldNaN { return mean(axes: axes, keepDims: keepDims) }
    let count = validCount(axes: axes, keepDims: keepDims).asType(Element.Quotient.self)
    return nanSum(axes: axes, keepDims: keepDims).asType(Element.Quotient.self) / count
  }

  /// The variance of the elements that are not NaN. The sum of squared deviations is divided by their
  /// number − `ddof`; NaN when that is not positive.
  public func nanVariance(ddof: Int = 0) -> Element.Quotient {
    nanVariance(axes: allAxes, ddof: ddof).scalar
  }

  /// The variance along one axis of what is not NaN. Traps when there is no such axis.
  public func nanVariance(
    axis: Int, ddof: Int = 0, keepDims: Bool = false
  ) -> NDArray<Element.Quotient> {
    nanVariance(axes: [axis], ddof: ddof, keepDims: keepDims)
  }

  /// The variance along several axes of what is not NaN.
  public func nanVariance(
    axes: [Int], ddof: Int = 0, keepDims: Bool = false
  ) -> NDArray<Element.Quotient> {
    if !mayHoldNaN { return variance(axes: axes, ddof: ddof, keepDims: keepDims) }
    let centres = nanMean(axes: axes, keepDims: true)
    let squares: NDArray<Element.Quotient> = reduceInBlocks(
      axes: axes, keepDims: keepDims, "nanvar", identity: 0, +
    ) { part, axes, block in
      let values = part.asType(Element.Quotient.self)
      let deviations = values - block.part(of: centres)
      return which(values .== values, square(deviations), 0).sum(axes: axes, keepDims: true)
    }
    let counts = validCount(axes: axes, keepDims: keepDims)
    let divisors = NDArray<Int>(
      counts.elements.map { freedom(of: $0, ddof: ddof) }, shape: counts.shape)
    return which(divisors .<= 0, .nan, squares / divisors.asType(Element.Quotient.self))
  }

  /// The standard deviation of the elements that are not NaN.
  public func nanStd(ddof: Int = 0) -> Element.Quotient {
    nanStd(axes: allAxes, ddof: ddof).scalar
  }

  /// The standard deviation along one axis of what is not NaN. Traps when there is no such axis.
  public func nanStd(
    axis: Int, ddof: Int = 0, keepDims: Bool = false
  ) -> NDArray<Element.Quotient> {
    nanStd(axes: [axis], ddof: ddof, keepDims: keepDims)
  }

  /// The standard deviation along several axes of what is not NaN.
  public func nanStd(
    axes: [Int], ddof: Int = 0, keepDims: Bool = false
  ) -> NDArray<Element.Quotient> {
    sqrt(nanVariance(axes: axes, ddof: ddof, keepDims: keepDims))
  }
}

// MARK: - Extrema

extension NDArray {
  /// The largest element that is not NaN; NaN when all are. Traps when the array is empty.
  public func nanMax() -> Element { nanMax(axes: allAxes).scalar }

  /// The largest element along one axis that is not NaN. Traps when there is no such axis or it is empty.
  public func nanMax(axis: Int, keepDims: Bool = false) -> NDArray {
    nanMax(axes: [axis], keepDims: keepDims)
  }

  /// The largest element along several axes that is not NaN.
  public func nanMax(axes: [Int], keepDims: Bool = false) -> NDArray {
    nanExtremum(axes, keepDims, least: true) { $0.max(axes: axes, keepDims: keepDims) }
  }

  /// The smallest element that is not NaN; NaN when all are. Traps when the array is empty.
  public func nanMin() -> Element { nanMin(axes: allAxes).scalar }

  /// The smallest element along one axis that is not NaN. Traps when there is no such axis or it is empty.
  public func nanMin(axis: Int, keepDims: Bool = false) -> NDArray {
    nanMin(axes: [axis], keepDims: keepDims)
  }

  /// The smallest element along several axes that is not NaN.
  public func nanMin(axes: [Int], keepDims: Bool = false) -> NDArray {
    nanExtremum(axes, keepDims, least: false) { $0.min(axes: axes, keepDims: keepDims) }
  }

  private func nanExtremum(
    _ axes: [Int], _ keepDims: Bool, least: Bool, _ extremum: (NDArray) -> NDArray
  ) -> NDArray {
    let plain = extremum(self)
    guard let infinity = Element.infinity(negative: least), (plain .!= plain).any() else {
      return plain
    }
    let result = reduceInBlocks(
      axes: axes, keepDims: keepDims, "nanmax", identity: infinity,
      least ? maximum : minimum
    ) { part, axes, _ in
      let numbers = part.replacingNaN(with: infinity)
      return least
        ? numbers.max(axes: axes, keepDims: true) : numbers.min(axes: axes, keepDims: true)
    }
    // Where nothing is left, the plain extremum is the NaN.
    return which(validCount(axes: axes, keepDims: keepDims) .== 0, plain, result)
  }

  /// The position in C order of the first largest element that is not NaN. Traps when there is none.
  public func nanArgMax() -> Int { nanPosition(least: true, nil, "nanargmax").scalar }

  /// Along one axis, the position of the first largest element that is not NaN. Traps when there is no such
  /// axis, or none but NaN along it.
  public func nanArgMax(axis: Int, keepDims: Bool = false) -> NDArray<Int> {
    nanPosition(least: true, axis, keepDims: keepDims, "nanargmax")
  }

  /// The position in C order of the first smallest element that is not NaN. Traps when there is none.
  public func nanArgMin() -> Int { nanPosition(least: false, nil, "nanargmin").scalar }

  /// Along one axis, the position of the first smallest element that is not NaN. Traps when there is no
  /// such axis, or none but NaN along it.
  public func nanArgMin(axis: Int, keepDims: Bool = false) -> NDArray<Int> {
    nanPosition(least: false, axis, keepDims: keepDims, "nanargmin")
  }

  /// Along one axis or, without one, in C order.
  private func nanPosition(
    least: Bool, _ axis: Int?, keepDims: Bool = false, _ operation: StaticString
  ) -> NDArray<Int> {
    guard mayHoldNaN, let infinity = Element.infinity(negative: least) else {
      if let axis {
        return least
          ? argMax(axis: axis, keepDims: keepDims) : argMin(axis: axis, keepDims: keepDims)
      }
      return NDArray<Int>(least ? argMax() : argMin())
    }
    let axes = axis.map { [$0] } ?? allAxes
    require(
      count == 0 || (validCount(axes: axes, keepDims: false) .> 0).all(),
      "\(operation): all-NaN slice encountered, array of shape \(layout.shape.text)")
    return positionInBlocks(least ? .maximum : .minimum, axis, keepDims: keepDims) {
      $0.replacingNaN(with: infinity)
    }
  }
}

extension NDScalar {
  /// An infinity, or nil for types without one.
  fileprivate static func infinity(negative: Bool) -> Self? {
    let type = Self.self as? any NDFloat.Type
    return type.flatMap { infinite($0, negative: negative) as? Self }
  }
}

private func infinite<E: NDFloat>(_ type: E.Type, negative: Bool) -> E {
  negative ? -E.infinity : E.infinity
}
