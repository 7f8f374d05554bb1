// MARK: - The larger and the smaller

/// The larger of each pair of elements; NaN wins. The arrays broadcast.
public func maximum<E: NDScalar>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> {
  NDArray.map(a, b, "maximum") { E._extremum(.maximum, $0, $1, $2, $3) }
}

/// The larger of each element and one value; NaN wins.
public func maximum<E: NDScalar>(_ a: NDArray<E>, _ b: E) -> NDArray<E> {
  NDArray.map(a, b) { E._extremum(.maximum, $0, $1, $2, $3) }
}

/// The larger of one value and each element; NaN wins.
@_documentation(visibility: internal)
public func maximum<E: NDScalar>(_ a: E, _ b: NDArray<E>) -> NDArray<E> {
  NDArray.map(a, b) { E._extremum(.maximum, $0, $1, $2, $3) }
}

/// The smaller of each pair of elements; NaN wins. The arrays broadcast.
public func minimum<E: NDScalar>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> {
  NDArray.map(a, b, "minimum") { E._extremum(.minimum, $0, $1, $2, $3) }
}

/// The smaller of each element and one value; NaN wins.
public func minimum<E: NDScalar>(_ a: NDArray<E>, _ b: E) -> NDArray<E> {
  NDArray.map(a, b) { E._extremum(.minimum, $0, $1, $2, $3) }
}

/// The smaller of one value and each element; NaN wins.
@_documentation(visibility: internal)
public func minimum<E: NDScalar>(_ a: E, _ b: NDArray<E>) -> NDArray<E> {
  NDArray.map(a, b) { E._extremum(.minimum, $0, $1, $2, $3) }
}

extension NDArray where Element: NDNumeric {
  /// Each element moved to the nearest end of `range` if it lies outside; NaN stays.
  public func clipped(to range: ClosedRange<Element>) -> NDArray {
    clipped(min: range.lowerBound, max: range.upperBound)
  }

  /// Each element moved to `min` if it is smaller and to `max` if it is larger; a bound left out does not
  /// bind, and where the bounds cross, `max` wins. NaN stays.
  public func clipped(min: Element? = nil, max: Element? = nil) -> NDArray {
    switch (min, max) {
    case (let min?, let max?): map { Element._clip(min, max, $0, $1, $2) }
    case (let min?, nil): maximum(self, min)
    case (nil, let max?): minimum(self, max)
    case (nil, nil): self
    }
  }

  /// Each element moved to its own bounds, which broadcast with this array.
  public func clipped(min: NDArray?, max: NDArray?) -> NDArray {
    let raised = min.map { maximum(self, $0) } ?? self
    return max.map { minimum(raised, $0) } ?? raised
  }
}

// MARK: - By a mask

/// The elements of `a` where `mask` is true, else those of `b`; all three broadcast. NumPy's
/// `where`.
@specialized(where E == Double)
@specialized(where E == Float)
public func which<E: NDScalar>(
  _ mask: NDArray<Bool>, _ a: NDArray<E>, _ b: NDArray<E>
) -> NDArray<E> {
  defer {
    extendLifetime(mask)
    extendLifetime(a)
    extendLifetime(b)
  }
  func run(_ loop: _Loop, _ out: UnsafeMutablePointer<E>) {
    loop.inParts(.light, of: E.self) {
      $0.select(mask.pointer + $1[0], a.pointer + $1[1], b.pointer + $1[2], out + $1[3])
    }
  }
  if a.storage.isPacked(as: mask.storage) && a.storage.isPacked(as: b.storage) {
    return NDArray(packedAs: a.storage) { run(_Loop(row: $1), $0) }
  }
  let shape = Layout.broadcast(
    Layout.broadcast(mask.layout.shape, a.layout.shape, in: "which"), b.layout.shape, in: "which")
  let (loop, result) = _Loop.planning(
    shape: shape, mask.layout.broadcast(to: shape, in: "which"),
    a.layout.broadcast(to: shape, in: "which"), b.layout.broadcast(to: shape, in: "which"))
  return NDArray(layout: result) { run(loop, $0) }
}

/// The elements of `a` where `mask` is true, else one value.
public func which<E: NDScalar>(_ mask: NDArray<Bool>, _ a: NDArray<E>, _ b: E) -> NDArray<E> {
  which(mask, a, NDArray(b))
}

/// One value where `mask` is true, else the elements of `b`.
public func which<E: NDScalar>(_ mask: NDArray<Bool>, _ a: E, _ b: NDArray<E>) -> NDArray<E> {
  which(mask, NDArray(a), b)
}

/// One value where `mask` is true, else another.
public func which<E: NDScalar>(_ mask: NDArray<Bool>, _ a: E, _ b: E) -> NDArray<E> {
  which(mask, NDArray(a), NDArray(b))
}

extension NDArray {
  /// The positions of the elements that differ from zero, in C order: one array of positions per
  /// axis. Traps when this array has no axis.
  public func nonzero() -> [NDArray<Int>] {
    require(rank > 0, "nonzero: not of an array of rank 0, use atLeast1D")
    let strides = layout.shape.packedStrides
    let hits = asType(Bool.self).offsets(strides: strides)
    if rank == 1 { return [hits] }
    return (0..<rank).map { axis in
      floorDivide(hits, strides[axis]) % layout.shape[axis]
    }
  }
}

// MARK: - Conversion

extension NDArray {
  /// Each element converted to another type, as NumPy's `astype` does it: fractions are dropped,
  /// integers keep their low bits, and a truth value is whether the number differs from zero.
  public func asType<Other: NDScalar>(_ type: Other.Type) -> NDArray<Other> {
    if Other.self == Element.self { return NDArray<Other>(storage: storage) }
    return map { $0.convert($1, of: Element.dtype, to: Other.dtype, $2) }
  }
}
