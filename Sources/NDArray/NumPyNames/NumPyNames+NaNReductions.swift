// NumPy's spellings of what is named otherwise here: reductions that pass over NaN. The compiler offers the right name.

extension NDArray {
  @available(*, unavailable, renamed: "nanSum()")
  public func nansum() -> Element.Sum { fatalError() }

  @available(*, unavailable, renamed: "nanSum(axis:keepDims:)")
  public func nansum(axis: Int, keepdims: Bool = false) -> NDArray<Element.Sum> { fatalError() }

  @available(*, unavailable, renamed: "nanProd()")
  public func nanprod() -> Element.Sum { fatalError() }

  @available(*, unavailable, renamed: "nanProd(axis:keepDims:)")
  public func nanprod(axis: Int, keepdims: Bool = false) -> NDArray<Element.Sum> { fatalError() }

  @available(*, unavailable, renamed: "nanMean()")
  public func nanmean() -> Element.Quotient { fatalError() }

  @available(*, unavailable, renamed: "nanMean(axis:keepDims:)")
  public func nanmean(axis: Int, keepdims: Bool = false) -> NDArray<Element.Quotient> {
    fatalError()
  }

  @available(*, unavailable, renamed: "nanStd()")
  public func nanstd() -> Element.Quotient { fatalError() }

  @available(*, unavailable, renamed: "nanStd(axis:keepDims:)")
  public func nanstd(axis: Int, keepdims: Bool = false) -> NDArray<Element.Quotient> {
    fatalError()
  }

  @available(*, unavailable, renamed: "nanVariance()")
  public func nanvar() -> Element.Quotient { fatalError() }

  @available(*, unavailable, renamed: "nanVariance(axis:keepDims:)")
  public func nanvar(axis: Int, keepdims: Bool = false) -> NDArray<Element.Quotient> {
    fatalError()
  }

  @available(*, unavailable, renamed: "nanMedian()")
  public func nanmedian() -> Element.Quotient { fatalError() }

  @available(*, unavailable, renamed: "nanMedian(axis:keepDims:)")
  public func nanmedian(axis: Int, keepdims: Bool = false) -> NDArray<Element.Quotient> {
    fatalError()
  }

  @available(*, unavailable, renamed: "nanMax()")
  public func nanmax() -> Element { fatalError() }

  @available(*, unavailable, renamed: "nanMax(axis:keepDims:)")
  public func nanmax(axis: Int, keepdims: Bool = false) -> NDArray<Element> { fatalError() }

  @available(*, unavailable, renamed: "nanMin()")
  public func nanmin() -> Element { fatalError() }

  @available(*, unavailable, renamed: "nanMin(axis:keepDims:)")
  public func nanmin(axis: Int, keepdims: Bool = false) -> NDArray<Element> { fatalError() }

  @available(*, unavailable, renamed: "nanArgMax()")
  public func nanargmax() -> Int { fatalError() }

  @available(*, unavailable, renamed: "nanArgMax(axis:keepDims:)")
  public func nanargmax(axis: Int, keepdims: Bool = false) -> NDArray<Int> { fatalError() }

  @available(*, unavailable, renamed: "nanArgMin()")
  public func nanargmin() -> Int { fatalError() }

  @available(*, unavailable, renamed: "nanArgMin(axis:keepDims:)")
  public func nanargmin(axis: Int, keepdims: Bool = false) -> NDArray<Int> { fatalError() }

  @available(*, unavailable, renamed: "nanCumsum(axis:)")
  public func nancumsum(axis: Int? = nil) -> NDArray<Element.Sum> { fatalError() }

  @available(*, unavailable, renamed: "nanCumprod(axis:)")
  public func nancumprod(axis: Int? = nil) -> NDArray<Element.Sum> { fatalError() }
}

@available(*, unavailable, renamed: "NDArray.nanSum(self:)")
public func nansum<E: NDScalar>(_ a: NDArray<E>) -> E.Sum { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanSum(self:axis:)")
public func nansum<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<E.Sum> { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanProd(self:)")
public func nanprod<E: NDScalar>(_ a: NDArray<E>) -> E.Sum { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanProd(self:axis:)")
public func nanprod<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<E.Sum> { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanMean(self:)")
public func nanmean<E: NDScalar>(_ a: NDArray<E>) -> E.Quotient { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanMean(self:axis:)")
public func nanmean<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<E.Quotient> { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanStd(self:)")
public func nanstd<E: NDScalar>(_ a: NDArray<E>) -> E.Quotient { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanStd(self:axis:)")
public func nanstd<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<E.Quotient> { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanVariance(self:)")
public func nanvar<E: NDScalar>(_ a: NDArray<E>) -> E.Quotient { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanVariance(self:axis:)")
public func nanvar<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<E.Quotient> { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanMedian(self:)")
public func nanmedian<E: NDScalar>(_ a: NDArray<E>) -> E.Quotient { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanMedian(self:axis:)")
public func nanmedian<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<E.Quotient> {
  fatalError()
}

@available(*, unavailable, renamed: "NDArray.nanMax(self:)")
public func nanmax<E: NDScalar>(_ a: NDArray<E>) -> E { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanMax(self:axis:)")
public func nanmax<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanMin(self:)")
public func nanmin<E: NDScalar>(_ a: NDArray<E>) -> E { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanMin(self:axis:)")
public func nanmin<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanArgMax(self:)")
public func nanargmax<E: NDScalar>(_ a: NDArray<E>) -> Int { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanArgMax(self:axis:)")
public func nanargmax<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<Int> { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanArgMin(self:)")
public func nanargmin<E: NDScalar>(_ a: NDArray<E>) -> Int { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanArgMin(self:axis:)")
public func nanargmin<E: NDScalar>(_ a: NDArray<E>, axis: Int) -> NDArray<Int> { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanCumsum(self:axis:)")
public func nancumsum<E>(_ a: NDArray<E>, axis: Int? = nil) -> NDArray<E.Sum> { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanCumprod(self:axis:)")
public func nancumprod<E>(_ a: NDArray<E>, axis: Int? = nil) -> NDArray<E.Sum> { fatalError() }
