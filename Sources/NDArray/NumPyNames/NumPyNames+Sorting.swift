// NumPy's spellings of what is named otherwise here: sorting, searching and sets. The compiler offers the right name.

extension NDArray {
  @available(*, unavailable, renamed: "argSorted(axis:)")
  public func argsort(axis: Int? = -1) -> NDArray<Int> { fatalError() }

  @available(*, unavailable, renamed: "partitioned(_:axis:)")
  public func partition(_ kth: Int, axis: Int? = -1) -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "argPartitioned(_:axis:)")
  public func argpartition(_ kth: Int, axis: Int? = -1) -> NDArray<Int> { fatalError() }

  @available(*, unavailable, renamed: "searchSorted(_:)")
  public func searchsorted(_ values: NDArray) -> NDArray<Int> { fatalError() }

  @available(*, unavailable, renamed: "searchSorted(_:side:)")
  public func searchsorted(_ values: NDArray, side: SearchSide) -> NDArray<Int> { fatalError() }

  @available(*, unavailable, renamed: "isIn(_:)")
  public func isin(_ elements: NDArray) -> NDArray<Bool> { fatalError() }
}

@available(*, unavailable, renamed: "NDArray.sorted(self:)")
public func sort<E>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.sorted(self:axis:)")
public func sort<E>(_ a: NDArray<E>, axis: Int?) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.argSorted(self:)")
public func argsort<E>(_ a: NDArray<E>) -> NDArray<Int> { fatalError() }

@available(*, unavailable, renamed: "NDArray.argSorted(self:axis:)")
public func argsort<E>(_ a: NDArray<E>, axis: Int?) -> NDArray<Int> { fatalError() }

@available(*, unavailable, renamed: "lexSorted(_:)")
public func lexsort<E>(_ keys: [NDArray<E>]) -> NDArray<Int> { fatalError() }

@available(*, unavailable, renamed: "NDArray.partitioned(self:_:)")
public func partition<E>(_ a: NDArray<E>, _ kth: Int) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.argPartitioned(self:_:)")
public func argpartition<E>(_ a: NDArray<E>, _ kth: Int) -> NDArray<Int> { fatalError() }

@available(*, unavailable, renamed: "NDArray.searchSorted(self:_:)")
public func searchsorted<E>(_ a: NDArray<E>, _ values: NDArray<E>) -> NDArray<Int> { fatalError() }

@available(*, unavailable, renamed: "NDArray.unique(self:)")
public func unique<E>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.uniqueAll(self:)")
public func unique_all<E>(_ a: NDArray<E>) -> Unique<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.unique(self:)")
public func unique_values<E>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a.uniqueAll().counts")
public func unique_counts<E>(_ a: NDArray<E>) -> NDArray<Int> { fatalError() }

@available(*, unavailable, message: "write a.uniqueAll().inverse")
public func unique_inverse<E>(_ a: NDArray<E>) -> NDArray<Int> { fatalError() }

@available(*, unavailable, renamed: "NDArray.isIn(self:_:)")
public func isin<E>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<Bool> { fatalError() }

@available(*, unavailable, renamed: "NDArray.isIn(self:_:)")
public func in1d<E>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<Bool> { fatalError() }
