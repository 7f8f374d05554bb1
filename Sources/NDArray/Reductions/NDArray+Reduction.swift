// Where the reductions share their work: which axes go, how the result is laid out.

extension NDArray {
  /// Folds the given axes away with a kernel.
  func reduce<Result>(
    axes: [Int], keepDims: Bool, _ operation: StaticString, identity: Result,
    _ kernel: (_Loop, UnsafePointer<Element>, UnsafeMutablePointer<Result>) -> Void
  ) -> NDArray<Result> {
    let axes = layout.reducedAxes(axes, of: operation)
    return folding(axes, keepDims: keepDims, kernel) { out, shape in
      out.initialize(repeating: identity, count: shape.count)
    }
  }

  /// The same for operations without identity: the results begin with the first element along the
  /// axes, which therefore must not be empty.
  func reduceFromFirst(
    axes: [Int], keepDims: Bool, _ operation: StaticString,
    _ kernel: (_Loop, UnsafePointer<Element>, UnsafeMutablePointer<Element>) -> Void
  ) -> NDArray {
    let axes = layout.reducedAxes(axes, of: operation)
    var first = layout
    for axis in axes {
      require(
        layout.shape[axis] > 0,
        """
        \(operation): an axis of size zero has no \(operation); \
        array of shape \(layout.shape.text), axes \(axes)
        """)
      first.shape[axis] = 1
    }
    return folding(axes, keepDims: keepDims, kernel) { out, result in
      withPointer { _Loop.over(shape: first.shape, first, result).copy($0, out) }
    }
  }

  /// Folds everything into one element with a kernel.
  func reduce<Result>(
    identity: Result,
    _ kernel: (_Loop, UnsafePointer<Element>, UnsafeMutablePointer<Result>) -> Void
  ) -> Result {
    var result = identity
    withPointer { kernel(_Loop.reducing(layout), $0, &result) }
    return result
  }

  /// The same for operations without identity, which the first element begins.
  func reduceFromFirst(
    _ operation: StaticString,
    _ kernel: (_Loop, UnsafePointer<Element>, UnsafeMutablePointer<Element>) -> Void
  ) -> Element {
    require(
      count > 0,
      "\(operation): an array of no elements has no \(operation); shape \(layout.shape.text)")
    return reduce(identity: withPointer { $0.pointee }, kernel)
  }

  /// A result for each place along the other axes. `start` is given the results, and their layout with the axes in it,
  /// of extent 1; the kernel then folds the elements into them.
  @inline(__always)
  private func folding<Result>(
    _ axes: [Int], keepDims: Bool,
    _ kernel: (_Loop, UnsafePointer<Element>, UnsafeMutablePointer<Result>) -> Void,
    from start: (UnsafeMutablePointer<Result>, Layout) -> Void
  ) -> NDArray<Result> {
    var shape = layout.shape
    for axis in axes { shape[axis] = 1 }
    let results = Layout(contiguous: shape)
    var steps = results.strides
    for axis in axes { steps[axis] = 0 }
    let loop = _Loop.reducing(layout, into: steps)
    return NDArray<Result>(layout: keepDims ? results : results.dropping(axes: axes)) { out in
      start(out, results)
      withPointer { kernel(loop, $0, out) }
    }
  }

  var allAxes: [Int] { Array(0..<rank) }
}

extension Layout {
  /// Without the given axes, in ascending order, all of extent 1.
  func dropping(axes: [Int]) -> Layout {
    axes.reversed().reduce(self) { $0.removing(axis: $1) }
  }
}
