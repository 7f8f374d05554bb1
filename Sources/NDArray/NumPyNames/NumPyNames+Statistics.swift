// NumPy's spellings of what is named otherwise here: statistics. The compiler offers the right name.

extension NDArray where Element: NDNumeric {
  @available(*, unavailable, renamed: "digitized(_:right:)")
  public func digitize(_ bins: NDArray, right: Bool = false) -> NDArray<Int> { fatalError() }
}

@available(*, unavailable, renamed: "NDArray.digitized(self:_:)")
public func digitize<E: NDNumeric>(_ a: NDArray<E>, _ bins: NDArray<E>) -> NDArray<Int> {
  fatalError()
}

@available(*, unavailable, renamed: "NDArray.quantile(self:_:)")
public func quantile<E: NDNumeric>(_ a: NDArray<E>, _ q: Double) -> E.Quotient { fatalError() }

@available(*, unavailable, renamed: "NDArray.quantile(self:_:axis:)")
public func quantile<E: NDNumeric>(_ a: NDArray<E>, _ q: Double, axis: Int) -> NDArray<E.Quotient> {
  fatalError()
}

@available(*, unavailable, renamed: "NDArray.percentile(self:_:)")
public func percentile<E: NDNumeric>(_ a: NDArray<E>, _ q: Double) -> E.Quotient { fatalError() }

@available(*, unavailable, renamed: "NDArray.percentile(self:_:axis:)")
public func percentile<E: NDNumeric>(_ a: NDArray<E>, _ q: Double, axis: Int) -> NDArray<E.Quotient>
{ fatalError() }

@available(*, unavailable, renamed: "NDArray.nanQuantile(self:_:)")
public func nanquantile<E: NDNumeric>(_ a: NDArray<E>, _ q: Double) -> E.Quotient { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanQuantile(self:_:axis:)")
public func nanquantile<E: NDNumeric>(_ a: NDArray<E>, _ q: Double, axis: Int) -> NDArray<
  E.Quotient
> { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanPercentile(self:_:)")
public func nanpercentile<E: NDNumeric>(_ a: NDArray<E>, _ q: Double) -> E.Quotient { fatalError() }

@available(*, unavailable, renamed: "NDArray.nanPercentile(self:_:axis:)")
public func nanpercentile<E: NDNumeric>(_ a: NDArray<E>, _ q: Double, axis: Int) -> NDArray<
  E.Quotient
> { fatalError() }

extension NDArray where Element: NDNumeric {
  @available(*, unavailable, renamed: "nanQuantile(_:)")
  public func nanquantile(_ q: Double) -> Element.Quotient { fatalError() }

  @available(*, unavailable, renamed: "nanPercentile(_:)")
  public func nanpercentile(_ q: Double) -> Element.Quotient { fatalError() }

  @available(*, unavailable, renamed: "nanQuantile(_:axis:)")
  public func nanquantile(_ q: Double, axis: Int) -> NDArray<Element.Quotient> { fatalError() }

  @available(*, unavailable, renamed: "nanPercentile(_:axis:)")
  public func nanpercentile(_ q: Double, axis: Int) -> NDArray<Element.Quotient> { fatalError() }
}

@available(*, unavailable, renamed: "NDArray.average(self:weights:)")
public func average<E: NDNumeric>(_ a: NDArray<E>, weights: NDArray<E.Quotient>) -> E.Quotient {
  fatalError()
}

@available(*, unavailable, message: "write histogram(a, bins: bins).edges")
public func histogram_bin_edges<E: NDNumeric>(_ a: NDArray<E>, bins: Int = 10) -> NDArray<
  E.Quotient
> { fatalError() }
