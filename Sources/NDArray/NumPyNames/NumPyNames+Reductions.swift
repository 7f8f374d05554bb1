// NumPy's spellings of what is named otherwise here: reductions. The compiler offers the right name.

extension NDArray {
  @available(*, unavailable, renamed: "variance(ddof:)")
  public func `var`(ddof: Int = 0) -> Element.Quotient { fatalError() }

  @available(*, unavailable, renamed: "variance(axis:ddof:keepDims:)")
  public func `var`(axis: Int, ddof: Int = 0, keepdims: Bool = false) -> NDArray<Element.Quotient> {
    fatalError()
  }

  @available(*, unavailable, renamed: "argMax()")
  public func argmax() -> Int { fatalError() }

  @available(*, unavailable, renamed: "argMax(axis:keepDims:)")
  public func argmax(axis: Int, keepdims: Bool = false) -> NDArray<Int> { fatalError() }

  @available(*, unavailable, renamed: "argMin()")
  public func argmin() -> Int { fatalError() }

  @available(*, unavailable, renamed: "argMin(axis:keepDims:)")
  public func argmin(axis: Int, keepdims: Bool = false) -> NDArray<Int> { fatalError() }

  @available(*, unavailable, renamed: "countNonzero()")
  public func count_nonzero() -> Int { fatalError() }

  @available(*, unavailable, renamed: "countNonzero(axis:keepDims:)")
  public func count_nonzero(axis: Int, keepdims: Bool = false) -> NDArray<Int> { fatalError() }

  @available(*, unavailable, renamed: "cumulativeSum(axis:includeInitial:)")
  public func cumulative_sum(axis: Int? = nil, include_initial: Bool = false) -> NDArray<
    Element.Sum
  > { fatalError() }

  @available(*, unavailable, renamed: "cumulativeProd(axis:includeInitial:)")
  public func cumulative_prod(axis: Int? = nil, include_initial: Bool = false) -> NDArray<
    Element.Sum
  > { fatalError() }
}

@available(*, unavailable, renamed: "NDArray.sum(self:)")
public func sum<E: NDScalar>(_ a: NDArray<E>) -> E.Sum { fatalError() }

@available(*, unavailable, renamed: "NDArray.sum(self:axis:)")
public func sum<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<E.Sum> { fatalError() }

@available(*, unavailable, renamed: "NDArray.prod(self:)")
public func prod<E: NDScalar>(_ a: NDArray<E>) -> E.Sum { fatalError() }

@available(*, unavailable, renamed: "NDArray.prod(self:axis:)")
public func prod<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<E.Sum> { fatalError() }

@available(*, unavailable, renamed: "NDArray.mean(self:)")
public func mean<E: NDScalar>(_ a: NDArray<E>) -> E.Quotient { fatalError() }

@available(*, unavailable, renamed: "NDArray.mean(self:axis:)")
public func mean<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<E.Quotient> { fatalError() }

@available(*, unavailable, renamed: "NDArray.std(self:)")
public func std<E: NDScalar>(_ a: NDArray<E>) -> E.Quotient { fatalError() }

@available(*, unavailable, renamed: "NDArray.std(self:axis:)")
public func std<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<E.Quotient> { fatalError() }

@available(*, unavailable, renamed: "NDArray.median(self:)")
public func median<E: NDScalar>(_ a: NDArray<E>) -> E.Quotient { fatalError() }

@available(*, unavailable, renamed: "NDArray.median(self:axis:)")
public func median<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<E.Quotient> { fatalError() }

@available(*, unavailable, renamed: "NDArray.max(self:)")
public func max<E: NDScalar>(_ a: NDArray<E>) -> E { fatalError() }

@available(*, unavailable, renamed: "NDArray.max(self:axis:)")
public func max<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.min(self:)")
public func min<E: NDScalar>(_ a: NDArray<E>) -> E { fatalError() }

@available(*, unavailable, renamed: "NDArray.min(self:axis:)")
public func min<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.max(self:)")
public func amax<E: NDScalar>(_ a: NDArray<E>) -> E { fatalError() }

@available(*, unavailable, renamed: "NDArray.max(self:axis:)")
public func amax<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.min(self:)")
public func amin<E: NDScalar>(_ a: NDArray<E>) -> E { fatalError() }

@available(*, unavailable, renamed: "NDArray.min(self:axis:)")
public func amin<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.argMax(self:)")
public func argmax<E: NDScalar>(_ a: NDArray<E>) -> Int { fatalError() }

@available(*, unavailable, renamed: "NDArray.argMax(self:axis:)")
public func argmax<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<Int> { fatalError() }

@available(*, unavailable, renamed: "NDArray.argMin(self:)")
public func argmin<E: NDScalar>(_ a: NDArray<E>) -> Int { fatalError() }

@available(*, unavailable, renamed: "NDArray.argMin(self:axis:)")
public func argmin<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<Int> { fatalError() }

@available(*, unavailable, renamed: "NDArray.ptp(self:)")
public func ptp<E: NDScalar>(_ a: NDArray<E>) -> E { fatalError() }

@available(*, unavailable, renamed: "NDArray.ptp(self:axis:)")
public func ptp<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.all(self:)")
public func all<E: NDScalar>(_ a: NDArray<E>) -> Bool { fatalError() }

@available(*, unavailable, renamed: "NDArray.all(self:axis:)")
public func all<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<Bool> { fatalError() }

@available(*, unavailable, renamed: "NDArray.countNonzero(self:)")
public func count_nonzero<E: NDScalar>(_ a: NDArray<E>) -> Int { fatalError() }

@available(*, unavailable, renamed: "NDArray.countNonzero(self:axis:)")
public func count_nonzero<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<Int> { fatalError() }

@available(*, unavailable, renamed: "NDArray.cumsum(self:axis:)")
public func cumsum<E>(_ a: NDArray<E>, axis: Int? = nil) -> NDArray<E.Sum> { fatalError() }

@available(*, unavailable, renamed: "NDArray.cumprod(self:axis:)")
public func cumprod<E>(_ a: NDArray<E>, axis: Int? = nil) -> NDArray<E.Sum> { fatalError() }

@available(*, unavailable, renamed: "NDArray.cumulativeSum(self:axis:)")
public func cumulative_sum<E>(_ a: NDArray<E>, axis: Int? = nil) -> NDArray<E.Sum> { fatalError() }

@available(*, unavailable, renamed: "NDArray.cumulativeProd(self:axis:)")
public func cumulative_prod<E>(_ a: NDArray<E>, axis: Int? = nil) -> NDArray<E.Sum> { fatalError() }
