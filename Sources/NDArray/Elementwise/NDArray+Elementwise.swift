// The one place where an operation on whole arrays becomes a loop over elements: broadcast the
// operands, plan the loop, allocate the result, call the element type's kernel once.

extension NDArray {
  /// The result of a kernel on each element.
  @specialized(where Element == Double, Result == Double)
  @specialized(where Element == Float, Result == Float)
  func map<Result>(
    _ kernel: (_Loop, UnsafePointer<Element>, UnsafeMutablePointer<Result>) -> Void
  ) -> NDArray<Result> {
    let (loop, result) = _Loop.planning(shape: layout.shape, layout)
    defer { extendLifetime(self) }
    return NDArray<Result>(layout: result) { kernel(loop, pointer, $0) }
  }

  /// The result of a kernel on each pair of elements of two arrays that broadcast.
  @specialized(where Element == Double, Other == Double, Result == Double)
  @specialized(where Element == Float, Other == Float, Result == Float)
  static func map<Other, Result>(
    _ a: NDArray, _ b: NDArray<Other>, _ operation: StaticString,
    _ kernel: (
      _Loop, UnsafePointer<Element>, UnsafePointer<Other>, UnsafeMutablePointer<Result>
    ) -> Void
  ) -> NDArray<Result> {
    let (loop, result) =
      a.layout.shape == b.layout.shape
      ? _Loop.planning(shape: a.layout.shape, a.layout, b.layout)
      : planning(a.layout, b.layout, operation)
    defer {
      extendLifetime(a)
      extendLifetime(b)
    }
    return NDArray<Result>(layout: result) { kernel(loop, a.pointer, b.pointer, $0) }
  }

  private static func planning(
    _ a: Layout, _ b: Layout, _ operation: StaticString
  ) -> _Loop.Plan {
    let shape = Layout.broadcast(a.shape, b.shape, in: operation)
    return _Loop.planning(
      shape: shape, a.broadcast(to: shape, in: operation), b.broadcast(to: shape, in: operation))
  }

  /// The result of a kernel on each element and one number.
  @specialized(where Element == Double, Result == Double)
  @specialized(where Element == Float, Result == Float)
  static func map<Result>(
    _ a: NDArray, _ b: Element,
    _ kernel: (
      _Loop, UnsafePointer<Element>, UnsafePointer<Element>, UnsafeMutablePointer<Result>
    ) -> Void
  ) -> NDArray<Result> {
    let (loop, result) = _Loop.planning(a.layout, scalar: 1)
    defer { extendLifetime(a) }
    return NDArray<Result>(layout: result) { out in
      withUnsafePointer(to: b) { kernel(loop, a.pointer, $0, out) }
    }
  }

  /// The result of a kernel on one number and each element.
  @specialized(where Element == Double, Result == Double)
  @specialized(where Element == Float, Result == Float)
  static func map<Result>(
    _ a: Element, _ b: NDArray,
    _ kernel: (
      _Loop, UnsafePointer<Element>, UnsafePointer<Element>, UnsafeMutablePointer<Result>
    ) -> Void
  ) -> NDArray<Result> {
    let (loop, result) = _Loop.planning(b.layout, scalar: 0)
    defer { extendLifetime(b) }
    return NDArray<Result>(layout: result) { out in
      withUnsafePointer(to: a) { kernel(loop, $0, b.pointer, out) }
    }
  }

  /// Replaces each element by the result of a kernel on it and the matching element of `other`, which
  /// must broadcast to this array's shape.
  mutating func update(
    with other: NDArray, _ operation: StaticString,
    _ kernel: (
      _Loop, UnsafePointer<Element>, UnsafePointer<Element>, UnsafeMutablePointer<Element>
    ) -> Void
  ) {
    guard let stretched = other.layout.stretched(to: layout.shape) else {
      fail(
        """
        \(operation): non-broadcastable output operand with shape \(layout.shape.text) \
        does not match the broadcast shape of \(layout.shape.text) \(other.layout.shape.text)
        """)
    }
    makeUnique()
    let loop = _Loop.over(shape: layout.shape, layout, stretched, layout)
    withMutablePointer { out in other.withPointer { kernel(loop, UnsafePointer(out), $0, out) } }
  }

  /// The same with one number.
  mutating func update(
    with other: Element,
    _ kernel: (
      _Loop, UnsafePointer<Element>, UnsafePointer<Element>, UnsafeMutablePointer<Element>
    ) -> Void
  ) {
    makeUnique()
    let loop = _Loop.updating(layout)
    withMutablePointer { out in
      withUnsafePointer(to: other) { kernel(loop, UnsafePointer(out), $0, out) }
    }
  }
}
