// MARK: - Running sums and products

extension NDArray {
  /// The sums of all elements up to each one, along `axis` or, without one, over the elements in C order.
  ///
  /// Same shape as this array, or one axis of `count` elements. Integers narrower than a word add up in
  /// words and wrap around. Traps when there is no such axis. Complexity: O(`count`).
  public func cumsum(axis: Int? = nil) -> NDArray<Element.Sum> {
    accumulate(axis: axis, "cumsum") { Element._accumulate(_Accumulation.sum, $0, $1, $2, $3) }
  }

  /// The products of all elements up to each one, along `axis` or, without one, over the elements in C
  /// order.
  ///
  /// Shape, integers, traps and complexity as for ``cumsum(axis:)``.
  public func cumprod(axis: Int? = nil) -> NDArray<Element.Sum> {
    accumulate(axis: axis, "cumprod") { Element._accumulate(_Accumulation.product, $0, $1, $2, $3) }
  }

  /// The sums along `axis` up to each element, with `includeInitial` the empty sum 0 in front of them.
  ///
  /// The extent of the axis grows by one with `includeInitial`. A one-dimensional array needs no axis;
  /// traps when any other has none. NumPy's `cumulative_sum`, of the array API standard.
  public func cumulativeSum(
    axis: Int? = nil, includeInitial: Bool = false
  ) -> NDArray<Element.Sum> {
    let axis = onlyAxis(axis, "cumulative_sum")
    let sums = cumsum(axis: axis)
    return includeInitial ? sums.preceded(by: 0, axis: axis) : sums
  }

  /// The products along `axis` up to each element, with `includeInitial` the empty product 1 in front of
  /// them.
  ///
  /// Shape and traps as for ``cumulativeSum(axis:includeInitial:)``.
  public func cumulativeProd(
    axis: Int? = nil, includeInitial: Bool = false
  ) -> NDArray<Element.Sum> {
    let axis = onlyAxis(axis, "cumulative_prod")
    let products = cumprod(axis: axis)
    return includeInitial ? products.preceded(by: 1, axis: axis) : products
  }

  /// The largest element up to each one along `axis`; NaN from the first NaN on. NumPy's
  /// `maximum.accumulate`.
  ///
  /// Same shape as this array. Traps when there is no such axis. Complexity: O(`count`).
  public func cumulativeMax(axis: Int = 0) -> NDArray {
    require(rank > 0, "maximum.accumulate: cannot accumulate on a scalar")
    return accumulate(axis: axis, "maximum.accumulate") {
      Element._accumulate(_Extremum.maximum, $0, $1, $2, $3)
    }
  }

  /// The smallest element up to each one along `axis`; NaN from the first NaN on. NumPy's
  /// `minimum.accumulate`.
  ///
  /// Same shape as this array. Traps when there is no such axis. Complexity: O(`count`).
  public func cumulativeMin(axis: Int = 0) -> NDArray {
    require(rank > 0, "minimum.accumulate: cannot accumulate on a scalar")
    return accumulate(axis: axis, "minimum.accumulate") {
      Element._accumulate(_Extremum.minimum, $0, $1, $2, $3)
    }
  }

  private func accumulate<Result>(
    axis: Int?, _ operation: StaticString,
    _ kernel: (_Loop, _Axis, UnsafePointer<Element>, UnsafeMutablePointer<Result>) -> Void
  ) -> NDArray<Result> {
    guard let axis, rank > 0 else {
      _ = axis.map { Layout(contiguous: [1]).axis($0, of: operation) }
      return flattened().accumulate(axis: 0, operation, kernel)
    }
    let resolved = layout.axis(axis, of: operation)
    let target = Layout(contiguous: layout.shape)
    let (operand, result) = (layout.removing(axis: resolved), target.removing(axis: resolved))
    let loop = _Loop.over(shape: operand.shape, operand, result)
    let along = _Axis(
      count: layout.shape[resolved], operand: layout.strides[resolved],
      result: target.strides[resolved])
    return NDArray<Result>(layout: target) { out in
      withPointer { kernel(loop, along, $0, out) }
    }
  }

  private func onlyAxis(_ axis: Int?, _ operation: StaticString) -> Int {
    require(
      axis != nil || rank <= 1,
      "\(operation): for arrays which have more than one dimension an axis is required, got shape \(layout.shape.text)"
    )
    return axis ?? 0
  }

  private func preceded(by value: Element, axis: Int) -> NDArray {
    var shape = shape
    shape[layout.axis(axis, of: "concatenate")] = 1
    return concatenated([NDArray.full(shape, value), self], axis: axis)
  }
}

// MARK: - Differences

extension NDArray where Element: NDNumeric {
  /// The `n`-th differences of neighbours along `axis`, between `prepend` and `append` where given.
  ///
  /// Each order shortens the axis by one. Integers wrap around. Traps when the array has no axis, `n` is
  /// negative or the arrays to join do not fit. Complexity: O(n · `count`).
  public func diff(
    n: Int = 1, axis: Int = -1, prepend: NDArray? = nil, append: NDArray? = nil
  ) -> NDArray {
    differences(n: n, axis: axis, prepend, append) { $0 - $1 }
  }

  /// The differences of neighbours in C order, as one axis, between `toBegin` and `toEnd` where given.
  public func ediff1d(toEnd: NDArray? = nil, toBegin: NDArray? = nil) -> NDArray {
    let flat = flattened()
    let parts = [toBegin?.flattened(), flat.count > 1 ? flat.diff() : nil, toEnd?.flattened()]
    return concatenated(parts.compactMap { $0 } + [flat[0..<0]])
  }
}

extension NDArray where Element == Bool {
  /// Whether neighbours along `axis` differ, repeated `n` times.
  ///
  /// Each order shortens the axis by one. Traps when the array has no axis or `n` is negative.
  public func diff(
    n: Int = 1, axis: Int = -1, prepend: NDArray? = nil, append: NDArray? = nil
  ) -> NDArray {
    differences(n: n, axis: axis, prepend, append) { $0 .^ $1 }
  }
}

extension NDArray {
  fileprivate func differences(
    n: Int, axis: Int, _ prepend: NDArray?, _ append: NDArray?,
    _ subtract: (NDArray, NDArray) -> NDArray
  ) -> NDArray {
    require(n >= 0, "diff: order must be non-negative but got \(n)")
    if n == 0 { return self }
    require(rank > 0, "diff: requires input that is at least one dimensional")
    let axis = layout.axis(axis, of: "diff")
    var joint = shape
    joint[axis] = 1
    let parts = [prepend, self, append].compactMap { $0 }.map {
      $0.rank == 0 ? $0.broadcast(to: joint) : $0
    }
    var result = parts.count > 1 ? concatenated(parts, axis: axis) : self
    // Once nothing is left, nothing changes.
    for _ in 0..<Swift.min(n, result.layout.shape[axis]) {
      let extent = result.layout.shape[axis]
      result = subtract(
        result.sliced(axis: axis, 1..<Swift.max(extent, 1)),
        result.sliced(axis: axis, 0..<Swift.max(extent - 1, 0)))
    }
    return result
  }

  /// The elements at a range of positions along one axis. A view.
  func sliced(axis: Int, _ range: Range<Int>) -> NDArray {
    var result = layout
    if !range.isEmpty { result.offset += range.lowerBound * layout.strides[axis] }
    result.shape[axis] = range.count
    return view(result)
  }

  /// The slice at one position of an axis, which goes away. A view.
  func slice(axis: Int, at position: Int) -> NDArray {
    let slice = sliced(axis: axis, position..<(position + 1))
    return view(slice.layout.removing(axis: axis))
  }
}
