// NumPy's spellings of what is named otherwise here: what an array says of itself, and its conversions. The compiler offers the right name.

extension NDArray {
  @available(*, unavailable, renamed: "rank")
  public var ndim: Int { fatalError() }

  @available(*, unavailable, renamed: "count")
  public var size: Int { fatalError() }

  @available(*, unavailable, renamed: "dtype.itemSize")
  public var itemsize: Int { fatalError() }

  @available(*, unavailable, message: "write a.count * a.dtype.itemSize")
  public var nbytes: Int { fatalError() }

  @available(*, unavailable, renamed: "elements")
  public var flat: [Element] { fatalError() }

  @available(*, unavailable, message: "write a.elements")
  public func tolist() -> [Element] { fatalError() }

  @available(*, unavailable, message: "write a.scalar")
  public func item() -> Element { fatalError() }

  @available(*, unavailable, message: "write a[i, j].scalar")
  public func item(_ positions: Int...) -> Element { fatalError() }

  @available(*, unavailable, renamed: "asType(_:)")
  public func astype<Other: NDScalar>(_ type: Other.Type) -> NDArray<Other> { fatalError() }

  @available(*, unavailable, renamed: "copied()")
  public func copy() -> NDArray { fatalError() }

  @available(*, unavailable, message: "arrays are values: write let b = a")
  public func view() -> NDArray { fatalError() }

  @available(*, unavailable, renamed: "bytes()")
  public func tobytes() -> [UInt8] { fatalError() }

  @available(*, unavailable, message: "write a[.ellipsis] = value")
  public mutating func fill(_ value: Element) { fatalError() }
}

@available(*, unavailable, message: "write a.rank")
public func ndim<E>(_ a: NDArray<E>) -> Int { fatalError() }

@available(*, unavailable, renamed: "NDArray.copied(self:)")
public func copy<E>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }

@available(*, unavailable, renamed: "NDArray.asType(self:_:)")
public func astype<E, Other: NDScalar>(_ a: NDArray<E>, _ type: Other.Type) -> NDArray<Other> {
  fatalError()
}

@available(*, unavailable, renamed: "NDArray.contiguous(self:)")
public func ascontiguousarray<E>(_ a: NDArray<E>) -> NDArray<E> { fatalError() }
