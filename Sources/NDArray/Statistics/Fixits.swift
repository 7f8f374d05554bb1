// NumPy's spellings of what is named otherwise here; the compiler offers the right name.

extension NDArray {
  @available(*, unavailable, renamed: "argSorted(axis:)")
  public func argsort(axis: Int? = -1) -> NDArray<Int> { fatalError() }

  @available(*, unavailable, renamed: "partitioned(_:axis:)")
  public func partition(_ kth: Int, axis: Int? = -1) -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "argPartitioned(_:axis:)")
  public func argpartition(_ kth: Int, axis: Int? = -1) -> NDArray<Int> { fatalError() }

  @available(*, unavailable, renamed: "searchSorted(_:side:sorter:)")
  public func searchsorted(_ values: NDArray) -> NDArray<Int> { fatalError() }

  @available(*, unavailable, renamed: "isIn(_:invert:)")
  public func isin(_ elements: NDArray) -> NDArray<Bool> { fatalError() }

  @available(*, unavailable, renamed: "nanSum(axis:keepDims:)")
  public func nansum(axis: Int? = nil) -> NDArray<Element.Sum> { fatalError() }

  @available(*, unavailable, renamed: "nanProd(axis:keepDims:)")
  public func nanprod(axis: Int? = nil) -> NDArray<Element.Sum> { fatalError() }

  @available(*, unavailable, renamed: "nanMax(axis:keepDims:)")
  public func nanmax(axis: Int? = nil) -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "nanMin(axis:keepDims:)")
  public func nanmin(axis: Int? = nil) -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "nanMean(axis:keepDims:)")
  public func nanmean(axis: Int? = nil) -> NDArray<Element.Quotient> { fatalError() }

  @available(*, unavailable, renamed: "nanVariance(axis:ddof:keepDims:)")
  public func nanvar(axis: Int? = nil) -> NDArray<Element.Quotient> { fatalError() }

  @available(*, unavailable, renamed: "nanStd(axis:ddof:keepDims:)")
  public func nanstd(axis: Int? = nil) -> NDArray<Element.Quotient> { fatalError() }

  @available(*, unavailable, renamed: "nanMedian(axis:keepDims:)")
  public func nanmedian(axis: Int? = nil) -> NDArray<Element.Quotient> { fatalError() }

  @available(*, unavailable, renamed: "nanArgMax(axis:keepDims:)")
  public func nanargmax(axis: Int? = nil) -> NDArray<Int> { fatalError() }

  @available(*, unavailable, renamed: "nanArgMin(axis:keepDims:)")
  public func nanargmin(axis: Int? = nil) -> NDArray<Int> { fatalError() }

  @available(*, unavailable, renamed: "nanCumsum(axis:)")
  public func nancumsum(axis: Int? = nil) -> NDArray<Element.Sum> { fatalError() }

  @available(*, unavailable, renamed: "nanCumprod(axis:)")
  public func nancumprod(axis: Int? = nil) -> NDArray<Element.Sum> { fatalError() }

  @available(*, unavailable, renamed: "countNonzero(axis:keepDims:)")
  public func count_nonzero(axis: Int? = nil) -> NDArray<Int> { fatalError() }

  @available(*, unavailable, renamed: "cumulativeSum(axis:includeInitial:)")
  public func cumulative_sum(axis: Int? = nil) -> NDArray<Element.Sum> { fatalError() }
}

extension NDArray where Element: NDNumeric {
  @available(*, unavailable, renamed: "digitized(_:right:)")
  public func digitize(_ bins: NDArray, right: Bool = false) -> NDArray<Int> { fatalError() }
}

@available(*, unavailable, renamed: "lexSorted(_:)")
public func lexsort<E: NDScalar>(_ keys: [NDArray<E>]) -> NDArray<Int> { fatalError() }
