// Where the reductions share their work: which axes go, how the result is laid out.

extension NDArray {
  /// Folds the given axes away with a kernel.
  func reduce<Result>(
    axes: [Int], keepDims: Bool, _ operation: StaticString, identity: Result,
    _ kernel: (_Loop, UnsafePointer<Element>, UnsafeMutablePointer<Result>) -> Void
  ) -> NDArray<Result> {
    let axes = layout.reducedAxes(axes, of: operation)
    var kept = layout.shape
    for axis in axes { kept[axis] = 1 }
    let reduced = Layout(contiguous: kept)
    var result = NDArray<Result>(layout: reduced) {
      $0.initialize(repeating: identity, count: reduced.count)
    }
    fold(into: &result, axes: axes, kernel)
    return keepDims ? result : result.dropping(axes: axes)
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
    var result = view(first).copied()
    fold(into: &result, axes: axes, kernel)
    return keepDims ? result : result.dropping(axes: axes)
  }

  /// Folds everything into one element with a kernel.
  func reduce<Result: NDScalar>(
    identity: Result,
    _ kernel: (_Loop, UnsafePointer<Element>, UnsafeMutablePointer<Result>) -> Void
  ) -> Result {
    var result = identity
    withPointer { kernel(_Loop.reducing(layout), $0, &result) }
    return result._plain
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

  private func fold<Result>(
    into result: inout NDArray<Result>, axes: [Int],
    _ kernel: (_Loop, UnsafePointer<Element>, UnsafeMutablePointer<Result>) -> Void
  ) {
    var target = result.layout.strides
    for axis in axes { target[axis] = 0 }
    let loop = _Loop.reducing(layout, into: target)
    result.withMutablePointer { out in withPointer { kernel(loop, $0, out) } }
  }

  /// Without the given axes, all of extent 1.
  func dropping(axes: [Int]) -> NDArray {
    var result = self
    for axis in axes.reversed() { result.layout = result.layout.removing(axis: axis) }
    return result
  }

  var allAxes: [Int] { Array(0..<rank) }
}
