// Sums, products and extrema that begin with a value of their own, or see only some of the elements.

extension NDArray {
  /// Folds the elements where `mask`, which broadcasts, is true, and `value` in place of the others, block by block.
  private func reduce<Result>(
    where mask: NDArray<Bool>?, otherwise value: Element, axes: [Int], keepDims: Bool,
    _ operation: StaticString, initial: Result, identity: Result,
    _ combine: (NDArray<Result>, NDArray<Result>) -> NDArray<Result>,
    _ kernel: (_Loop, UnsafePointer<Element>, UnsafeMutablePointer<Result>) -> Void
  ) -> NDArray<Result> {
    guard let mask else {
      return reduce(axes: axes, keepDims: keepDims, operation, identity: initial, kernel)
    }
    require(
      Layout.common(layout.shape, mask.layout.shape) == layout.shape,
      "\(operation): a mask of shape \(mask.layout.shape.text) does not broadcast to shape \(layout.shape.text)"
    )
    let whole = mask.broadcast(to: layout.shape, in: operation)
    let isOneBlock = isOneBlock
    return reduceInBlocks(axes: axes, keepDims: keepDims, operation, identity: initial, combine) {
      part, axes, block in
      which(block.part(of: whole), part, value).reduce(
        axes: axes, keepDims: true, operation, identity: isOneBlock ? initial : identity, kernel)
    }
  }
}

// MARK: - Sums

extension NDArray {
  /// The sum of `initial` and the elements at which `mask`, which broadcasts, is true; of all without one.
  /// Traps when the mask does not broadcast to this array's shape.
  public func sum(initial: Element.Sum = 0, where mask: NDArray<Bool>?) -> Element.Sum {
    sum(axes: allAxes, initial: initial, where: mask).scalar
  }

  /// The sum along one axis of `initial` and the elements at which `mask` is true.
  public func sum(
    axis: Int, keepDims: Bool = false, initial: Element.Sum = 0, where mask: NDArray<Bool>?
  ) -> NDArray<Element.Sum> {
    sum(axes: [axis], keepDims: keepDims, initial: initial, where: mask)
  }

  /// The sum along several axes of `initial` and the elements at which `mask` is true.
  public func sum(
    axes: [Int], keepDims: Bool = false, initial: Element.Sum = 0, where mask: NDArray<Bool>?
  ) -> NDArray<Element.Sum> {
    reduce(
      where: mask, otherwise: ._zero, axes: axes, keepDims: keepDims, "sum", initial: initial,
      identity: 0, +
    ) { Element._reduce(_Accumulation.sum, $0, $1, $2) }
  }

  /// The sum of `initial` and all elements.
  public func sum(initial: Element.Sum) -> Element.Sum { sum(initial: initial, where: nil) }

  /// The sum of `initial` and the elements along one axis.
  public func sum(
    axis: Int, keepDims: Bool = false, initial: Element.Sum
  ) -> NDArray<Element.Sum> {
    sum(axes: [axis], keepDims: keepDims, initial: initial, where: nil)
  }
}

// MARK: - Products

extension NDArray {
  /// The product of `initial` and the elements at which `mask`, which broadcasts, is true; of all without
  /// one. Traps when the mask does not broadcast to this array's shape.
  public func prod(initial: Element.Sum = 1, where mask: NDArray<Bool>?) -> Element.Sum {
    prod(axes: allAxes, initial: initial, where: mask).scalar
  }

  /// The product along one axis of `initial` and the elements at which `mask` is true.
  public func prod(
    axis: Int, keepDims: Bool = false, initial: Element.Sum = 1, where mask: NDArray<Bool>?
  ) -> NDArray<Element.Sum> {
    prod(axes: [axis], keepDims: keepDims, initial: initial, where: mask)
  }

  /// The product along several axes of `initial` and the elements at which `mask` is true.
  public func prod(
    axes: [Int], keepDims: Bool = false, initial: Element.Sum = 1, where mask: NDArray<Bool>?
  ) -> NDArray<Element.Sum> {
    reduce(
      where: mask, otherwise: ._one, axes: axes, keepDims: keepDims, "prod", initial: initial,
      identity: 1, *
    ) { Element._reduce(_Accumulation.product, $0, $1, $2) }
  }
}

// MARK: - Extrema

extension NDArray {
  /// The largest of `initial` and the elements at which `mask`, which broadcasts, is true; of all without
  /// one. The array may be empty. Traps when the mask does not broadcast to this array's shape.
  public func max(initial: Element, where mask: NDArray<Bool>? = nil) -> Element {
    max(axes: allAxes, initial: initial, where: mask).scalar
  }

  /// The largest along one axis of `initial` and the elements at which `mask` is true.
  public func max(
    axis: Int, keepDims: Bool = false, initial: Element, where mask: NDArray<Bool>? = nil
  ) -> NDArray {
    max(axes: [axis], keepDims: keepDims, initial: initial, where: mask)
  }

  /// The largest along several axes of `initial` and the elements at which `mask` is true.
  public func max(
    axes: [Int], keepDims: Bool = false, initial: Element, where mask: NDArray<Bool>? = nil
  ) -> NDArray {
    reduce(
      where: mask, otherwise: initial, axes: axes, keepDims: keepDims, "max", initial: initial,
      identity: initial, maximum
    ) { Element._reduce(_Extremum.maximum, $0, $1, $2) }
  }

  /// The smallest of `initial` and the elements at which `mask`, which broadcasts, is true; of all without
  /// one. The array may be empty. Traps when the mask does not broadcast to this array's shape.
  public func min(initial: Element, where mask: NDArray<Bool>? = nil) -> Element {
    min(axes: allAxes, initial: initial, where: mask).scalar
  }

  /// The smallest along one axis of `initial` and the elements at which `mask` is true.
  public func min(
    axis: Int, keepDims: Bool = false, initial: Element, where mask: NDArray<Bool>? = nil
  ) -> NDArray {
    min(axes: [axis], keepDims: keepDims, initial: initial, where: mask)
  }

  /// The smallest along several axes of `initial` and the elements at which `mask` is true.
  public func min(
    axes: [Int], keepDims: Bool = false, initial: Element, where mask: NDArray<Bool>? = nil
  ) -> NDArray {
    reduce(
      where: mask, otherwise: initial, axes: axes, keepDims: keepDims, "min", initial: initial,
      identity: initial, minimum
    ) { Element._reduce(_Extremum.minimum, $0, $1, $2) }
  }
}
