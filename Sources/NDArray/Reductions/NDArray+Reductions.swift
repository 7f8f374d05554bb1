import CKernels

// The forms of each reduction: over everything, along one axis, along several.

// MARK: - Sums and products

extension NDArray {
  /// The sum of all elements. Floating-point sums are pairwise, as NumPy's are; integers wrap around.
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  public func sum() -> Element.Sum {
    reduce(identity: 0) { Element._reduce(_Accumulation.sum, $0, $1, $2) }
  }

  /// The sum along one axis, which goes away unless `keepDims`. Traps when there is no such axis.
  public func sum(axis: Int, keepDims: Bool = false) -> NDArray<Element.Sum> {
    sum(axes: [axis], keepDims: keepDims)
  }

  /// The sum along several axes at once.
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  public func sum(axes: [Int], keepDims: Bool = false) -> NDArray<Element.Sum> {
    reduce(axes: axes, keepDims: keepDims, "sum", identity: 0) {
      Element._reduce(_Accumulation.sum, $0, $1, $2)
    }
  }

  /// The product of all elements.
  public func prod() -> Element.Sum {
    reduce(identity: 1) { Element._reduce(_Accumulation.product, $0, $1, $2) }
  }

  /// The product along one axis, which goes away unless `keepDims`. Traps when there is no such axis.
  public func prod(axis: Int, keepDims: Bool = false) -> NDArray<Element.Sum> {
    prod(axes: [axis], keepDims: keepDims)
  }

  /// The product along several axes at once.
  public func prod(axes: [Int], keepDims: Bool = false) -> NDArray<Element.Sum> {
    reduce(axes: axes, keepDims: keepDims, "prod", identity: 1) {
      Element._reduce(_Accumulation.product, $0, $1, $2)
    }
  }

}

// MARK: - Moments

extension NDArray {
  /// The arithmetic mean of all elements. NaN for an empty array.
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  public func mean() -> Element.Quotient {
    let sum =
      Element.self == Element.Quotient.self
      ? asQuotient.sum() : quotientSum(axes: allAxes, keepDims: false, "mean").scalar
    return (sum / Element.Quotient(count))._plain
  }

  /// The arithmetic mean along one axis, which goes away unless `keepDims`. Traps when there is no such axis.
  public func mean(axis: Int, keepDims: Bool = false) -> NDArray<Element.Quotient> {
    mean(axes: [axis], keepDims: keepDims)
  }

  /// The arithmetic mean along several axes at once.
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  public func mean(axes: [Int], keepDims: Bool = false) -> NDArray<Element.Quotient> {
    let divisor = Element.Quotient(extent(of: axes, "mean"))
    return quotientSum(axes: axes, keepDims: keepDims, "mean") / divisor
  }

  /// The sum in the type of the mean.
  private func quotientSum(
    axes: [Int], keepDims: Bool, _ operation: StaticString
  ) -> NDArray<Element.Quotient> {
    if Element.self == Element.Quotient.self {
      return asQuotient.sum(axes: axes, keepDims: keepDims)
    }
    return reduceInBlocks(axes: axes, keepDims: keepDims, operation, identity: 0, +) {
      part, axes, _ in part.asQuotient.sum(axes: axes, keepDims: true)
    }
  }

  /// The variance of all elements. The sum of squared deviations is divided by n − `ddof`.
  public func variance(ddof: Int = 0) -> Element.Quotient {
    variance(axes: allAxes, ddof: ddof).scalar
  }

  /// The variance along one axis, which goes away unless `keepDims`. Traps when there is no such axis.
  public func variance(axis: Int, ddof: Int = 0, keepDims: Bool = false) -> NDArray<
    Element.Quotient
  > {
    variance(axes: [axis], ddof: ddof, keepDims: keepDims)
  }

  /// The variance along several axes at once.
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  public func variance(axes: [Int], ddof: Int = 0, keepDims: Bool = false) -> NDArray<
    Element.Quotient
  > {
    let divisor = freedom(of: extent(of: axes, "var"), ddof: ddof)
    let centres = mean(axes: axes, keepDims: true)
    if Element.self == Element.Quotient.self {
      return asQuotient.sumOfSquares(around: centres, axes: axes, keepDims: keepDims)
        / Element.Quotient(divisor)
    }
    let sum = reduceInBlocks(axes: axes, keepDims: keepDims, "var", identity: 0, +) {
      part, axes, block in
      part.asQuotient.sumOfSquares(
        around: block.part(of: centres), axes: axes, keepDims: true)
    }
    return sum / Element.Quotient(divisor)
  }

  /// The standard deviation of all elements.
  public func std(ddof: Int = 0) -> Element.Quotient {
    variance(ddof: ddof).squareRoot()
  }

  /// The standard deviation along one axis, which goes away unless `keepDims`. Traps when there is no such axis.
  public func std(axis: Int, ddof: Int = 0, keepDims: Bool = false) -> NDArray<Element.Quotient> {
    std(axes: [axis], ddof: ddof, keepDims: keepDims)
  }

  /// The standard deviation along several axes at once.
  public func std(axes: [Int], ddof: Int = 0, keepDims: Bool = false) -> NDArray<Element.Quotient> {
    sqrt(variance(axes: axes, ddof: ddof, keepDims: keepDims))
  }

  /// `count` − `ddof`, at least 0 and at most what an Int can count.
  func freedom(of count: Int, ddof: Int) -> Int {
    let (rest, isHuge) = count.subtractingReportingOverflow(ddof)
    return isHuge ? (ddof < 0 ? Int.max : 0) : Swift.max(rest, 0)
  }

  /// The elements in the type of their mean.
  private var asQuotient: NDArray<Element.Quotient> { asType(Element.Quotient.self) }

  /// How many elements each result along `axes` comes from.
  private func extent(of axes: [Int], _ operation: StaticString) -> Int {
    layout.axes(axes, of: operation).reduce(1) { $0 * layout.shape[$1] }
  }
}

extension NDArray where Element: NDFloat {
  /// The sum along `axes` of the squared distances from `centres`, which have extent 1 there.
  func sumOfSquares(
    around centres: NDArray, axes: [Int], keepDims: Bool = false
  ) -> NDArray {
    var folded = true
    let sum = reduce(axes: axes, keepDims: keepDims, "var", identity: 0) { loop, a, out in
      centres.withPointer { folded = loop.fold(CK_SQUARES, a, centres: $0, out) }
    }
    if folded { return sum }
    return reduceInBlocks(axes: axes, keepDims: keepDims, "var", identity: 0, +) {
      part, axes, block in
      square(part - block.part(of: centres)).sum(axes: axes, keepDims: true)
    }
  }

  /// The sum along `axes` of the squares.
  func sumOfSquares(axes: [Int], keepDims: Bool = false) -> NDArray {
    var shape = shape
    for axis in layout.reducedAxes(axes, of: "norm") { shape[axis] = 1 }
    return sumOfSquares(around: .zeros(shape), axes: axes, keepDims: keepDims)
  }
}

// MARK: - Extrema

extension NDArray {
  /// The largest element. NaN if there is one. Traps when the array is empty.
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  public func max() -> Element {
    reduceFromFirst("max") { Element._reduce(_Extremum.maximum, $0, $1, $2) }
  }

  /// The largest element along one axis, which goes away unless `keepDims`. Traps when there is no such axis.
  public func max(axis: Int, keepDims: Bool = false) -> NDArray {
    max(axes: [axis], keepDims: keepDims)
  }

  /// The largest element along several axes at once.
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  public func max(axes: [Int], keepDims: Bool = false) -> NDArray {
    reduceFromFirst(axes: axes, keepDims: keepDims, "max") {
      Element._reduce(_Extremum.maximum, $0, $1, $2)
    }
  }

  /// The smallest element. NaN if there is one. Traps when the array is empty.
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  public func min() -> Element {
    reduceFromFirst("min") { Element._reduce(_Extremum.minimum, $0, $1, $2) }
  }

  /// The smallest element along one axis, which goes away unless `keepDims`. Traps when there is no such axis.
  public func min(axis: Int, keepDims: Bool = false) -> NDArray {
    min(axes: [axis], keepDims: keepDims)
  }

  /// The smallest element along several axes at once.
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  public func min(axes: [Int], keepDims: Bool = false) -> NDArray {
    reduceFromFirst(axes: axes, keepDims: keepDims, "min") {
      Element._reduce(_Extremum.minimum, $0, $1, $2)
    }
  }

  /// The position in C order of the first largest element, or of the first NaN. Traps when the array is
  /// empty.
  public func argMax() -> Int {
    if !isContiguous && !isOneBlock {
      return positionInBlocks(.maximum, nil, keepDims: false) { $0 }.scalar
    }
    return flattened().position(.maximum, axis: 0, keepDims: false, "argMax").scalar
  }

  /// Along one axis, the position of the first largest element, or of the first NaN.
  public func argMax(axis: Int, keepDims: Bool = false) -> NDArray<Int> {
    position(.maximum, axis: axis, keepDims: keepDims, "argMax")
  }

  /// The position in C order of the first smallest element, or of the first NaN. Traps when the array is
  /// empty.
  public func argMin() -> Int {
    if !isContiguous && !isOneBlock {
      return positionInBlocks(.minimum, nil, keepDims: false) { $0 }.scalar
    }
    return flattened().position(.minimum, axis: 0, keepDims: false, "argMin").scalar
  }

  /// Along one axis, the position of the first smallest element, or of the first NaN.
  public func argMin(axis: Int, keepDims: Bool = false) -> NDArray<Int> {
    position(.minimum, axis: axis, keepDims: keepDims, "argMin")
  }

  @specialized(where Element == Double)
  @specialized(where Element == Float)
  private func position(
    _ op: _Extremum, axis: Int, keepDims: Bool, _ operation: StaticString
  ) -> NDArray<Int> {
    if rank == 0 && (axis == 0 || axis == -1) { return NDArray<Int>(0) }
    let axis = layout.axis(axis, of: operation)
    let (count, stride) = (layout.shape[axis], layout.strides[axis])
    require(count > 0, "\(operation): attempt to get \(operation) of an empty sequence")
    let starts = layout.removing(axis: axis)
    let (loop, result) = _Loop.planning(shape: starts.shape, starts)
    var positions = NDArray<Int>(layout: result) { out in
      withPointer { Element._position(op, loop, count: count, stride: stride, $0, out) }
    }
    if keepDims {
      positions.layout = positions.layout.inserting(extent: 1, stride: 0, at: axis)
    }
    return positions
  }
}

// MARK: - Truth

extension NDArray {
  /// Whether all elements differ from zero.
  public func all() -> Bool {
    reduce(identity: true) { Element._reduce(_Truth.all, $0, $1, $2) }
  }

  /// Whether all elements differ from zero along one axis, which goes away unless `keepDims`. Traps when there is no such axis.
  public func all(axis: Int, keepDims: Bool = false) -> NDArray<Bool> {
    all(axes: [axis], keepDims: keepDims)
  }

  /// Whether all elements differ from zero along several axes at once.
  public func all(axes: [Int], keepDims: Bool = false) -> NDArray<Bool> {
    reduce(axes: axes, keepDims: keepDims, "all", identity: true) {
      Element._reduce(_Truth.all, $0, $1, $2)
    }
  }

  /// Whether any element differs from zero.
  public func any() -> Bool {
    reduce(identity: false) { Element._reduce(_Truth.any, $0, $1, $2) }
  }

  /// Whether any element differs from zero along one axis, which goes away unless `keepDims`. Traps when there is no such axis.
  public func any(axis: Int, keepDims: Bool = false) -> NDArray<Bool> {
    any(axes: [axis], keepDims: keepDims)
  }

  /// Whether any element differs from zero along several axes at once.
  public func any(axes: [Int], keepDims: Bool = false) -> NDArray<Bool> {
    reduce(axes: axes, keepDims: keepDims, "any", identity: false) {
      Element._reduce(_Truth.any, $0, $1, $2)
    }
  }

}
