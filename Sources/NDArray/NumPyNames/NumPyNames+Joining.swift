// NumPy's spellings of what is named otherwise here: joining, splitting, and adding or removing places. The compiler offers the right name.

@available(*, unavailable, renamed: "concatenated(_:axis:)")
public func concatenate<E>(_ arrays: [NDArray<E>], axis: Int = 0) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "concatenated(_:axis:)")
public func concat<E>(_ arrays: [NDArray<E>], axis: Int = 0) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "stacked(_:axis:)")
public func stack<E>(_ arrays: [NDArray<E>], axis: Int = 0) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "columnStack(_:)")
public func column_stack<E>(_ arrays: [NDArray<E>]) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "vstack(_:)")
public func row_stack<E>(_ arrays: [NDArray<E>]) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.split(self:parts:)")
public func split<E>(_ a: NDArray<E>, _ parts: Int) -> [NDArray<E>] { fatalError() }

@available(*, unavailable, renamed: "NDArray.split(self:parts:axis:)")
public func split<E>(_ a: NDArray<E>, _ parts: Int, axis: Int) -> [NDArray<E>] { fatalError() }

@available(*, unavailable, renamed: "NDArray.split(self:at:)")
public func split<E>(_ a: NDArray<E>, _ positions: [Int]) -> [NDArray<E>] { fatalError() }

@available(*, unavailable, renamed: "NDArray.arraySplit(self:parts:)")
public func array_split<E>(_ a: NDArray<E>, _ parts: Int) -> [NDArray<E>] { fatalError() }

@available(*, unavailable, renamed: "NDArray.arraySplit(self:parts:axis:)")
public func array_split<E>(_ a: NDArray<E>, _ parts: Int, axis: Int) -> [NDArray<E>] {
  fatalError()
}

@available(*, unavailable, message: "write a.split(parts: parts, axis: 1)")
public func hsplit<E>(_ a: NDArray<E>, _ parts: Int) -> [NDArray<E>] { fatalError() }

@available(*, unavailable, message: "write a.split(parts: parts, axis: 0)")
public func vsplit<E>(_ a: NDArray<E>, _ parts: Int) -> [NDArray<E>] { fatalError() }

@available(*, unavailable, message: "write a.split(parts: parts, axis: 2)")
public func dsplit<E>(_ a: NDArray<E>, _ parts: Int) -> [NDArray<E>] { fatalError() }

@available(*, unavailable, renamed: "NDArray.appending(self:_:)")
public func append<E>(_ a: NDArray<E>, _ values: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.appending(self:_:axis:)")
public func append<E>(_ a: NDArray<E>, _ values: NDArray<E>, axis: Int) -> NDArray<E> {
  fatalError()
}

@available(*, unavailable, renamed: "NDArray.deleting(self:_:axis:)")
public func delete<E>(_ a: NDArray<E>, _ positions: [Int], axis: Int) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a.deleting([position], axis: axis)")
public func delete<E>(_ a: NDArray<E>, _ position: Int, axis: Int = 0) -> NDArray<E> {
  fatalError()
}

@available(*, unavailable, message: "write a.inserting(values, at: position, axis: axis)")
public func insert<E>(_ a: NDArray<E>, _ position: Int, _ values: NDArray<E>, axis: Int = 0)
  -> NDArray<E>
{ fatalError() }

@available(*, unavailable, renamed: "NDArray.trimmedZeros(self:)")
public func trim_zeros<E>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.tiled(self:_:)")
public func tile<E>(_ a: NDArray<E>, _ repetitions: [Int]) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a.tiled([count])")
public func tile<E>(_ a: NDArray<E>, _ count: Int) -> NDArray<E> { fatalError() }

@available(*, unavailable, message: "write a.padded(width, mode: .constant(0))")
public func pad<E>(_ a: NDArray<E>, _ width: Int) -> NDArray<E> { fatalError() }
