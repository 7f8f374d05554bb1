// NumPy's spellings of what is named otherwise here: taking and putting elements. The compiler offers the right name.

extension NDArray {
  @available(*, unavailable, renamed: "taking(_:)")
  public func take(_ positions: NDArray<Int>) -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "taking(_:axis:)")
  public func take(_ positions: NDArray<Int>, axis: Int) -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "compressed(_:axis:)")
  public func compress(_ mask: [Bool], axis: Int) -> NDArray { fatalError() }

  @available(*, unavailable, message: "write which(mask, a, b)")
  public static func `where`(_ mask: NDArray<Bool>, _ a: NDArray, _ b: NDArray) -> NDArray {
    fatalError()
  }

  @available(*, unavailable, renamed: "argWhere()")
  public func argwhere() -> NDArray<Int> { fatalError() }

  @available(*, unavailable, renamed: "flatNonzero()")
  public func flatnonzero() -> NDArray<Int> { fatalError() }
}

extension AxisIndex {
  @available(*, unavailable, renamed: "newAxis")
  public static var newaxis: AxisIndex { fatalError() }
}

@available(*, unavailable, renamed: "NDArray.taking(self:_:)")
public func take<E>(_ a: NDArray<E>, _ positions: NDArray<Int>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.taking(self:_:axis:)")
public func take<E>(_ a: NDArray<E>, _ positions: NDArray<Int>, axis: Int) -> NDArray<E> {
  fatalError()
}

@available(*, unavailable, renamed: "NDArray.takingAlong(self:_:axis:)")
public func take_along_axis<E>(_ a: NDArray<E>, _ positions: NDArray<Int>, axis: Int) -> NDArray<E>
{ fatalError() }

@available(*, unavailable, message: "write a.putAlong(positions, values, axis: axis)")
public func put_along_axis<E>(
  _ a: inout NDArray<E>, _ positions: NDArray<Int>, _ values: NDArray<E>, axis: Int
) { fatalError() }

@available(*, unavailable, message: "write a.put(positions, values)")
public func put<E>(_ a: inout NDArray<E>, _ positions: NDArray<Int>, _ values: NDArray<E>) {
  fatalError()
}

@available(*, unavailable, message: "write a.fillDiagonal(value)")
public func fill_diagonal<E>(_ a: inout NDArray<E>, _ value: E) { fatalError() }

@available(*, unavailable, message: "write a[mask] = values")
public func place<E>(_ a: inout NDArray<E>, _ mask: NDArray<Bool>, _ values: NDArray<E>) {
  fatalError()
}

@available(*, unavailable, message: "write a[mask] = values")
public func putmask<E>(_ a: inout NDArray<E>, _ mask: NDArray<Bool>, _ values: NDArray<E>) {
  fatalError()
}

@available(*, unavailable, message: "write a[.ellipsis] = which(mask, values, a)")
public func copyto<E>(_ a: inout NDArray<E>, _ values: NDArray<E>, where mask: NDArray<Bool>) {
  fatalError()
}

@available(*, unavailable, message: "write a[.ellipsis] = values")
public func copyto<E>(_ a: inout NDArray<E>, _ values: NDArray<E>) { fatalError() }

@available(*, unavailable, message: "write a[mask]")
public func extract<E>(_ mask: NDArray<Bool>, _ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.compressed(self:_:axis:)")
public func compress<E>(_ a: NDArray<E>, _ mask: [Bool], axis: Int) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.nonzero(self:)")
public func nonzero<E>(_ a: NDArray<E>) -> [NDArray<Int>] { fatalError() }

@available(*, unavailable, renamed: "NDArray.argWhere(self:)")
public func argwhere<E>(_ a: NDArray<E>) -> NDArray<Int> { fatalError() }

@available(*, unavailable, renamed: "NDArray.flatNonzero(self:)")
public func flatnonzero<E>(_ a: NDArray<E>) -> NDArray<Int> { fatalError() }

@available(*, unavailable, renamed: "unravelIndex(_:_:)")
public func unravel_index(_ positions: NDArray<Int>, _ shape: [Int]) -> [NDArray<Int>] {
  fatalError()
}

@available(*, unavailable, renamed: "ravelMultiIndex(_:_:)")
public func ravel_multi_index(_ positions: [NDArray<Int>], _ shape: [Int]) -> NDArray<Int> {
  fatalError()
}
