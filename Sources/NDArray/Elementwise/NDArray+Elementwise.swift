// The one place where an operation on whole arrays becomes a loop over elements: broadcast the
// operands, plan the loop, allocate the result, call the element type's kernel once.

extension NDArray {
  /// The result of a kernel on each element.
  func map<Result>(
    _ kernel: (_Loop, UnsafePointer<Element>, UnsafeMutablePointer<Result>) -> Void
  ) -> NDArray<Result> {
    let (loop, result) = _Loop.planning(shape: layout.shape, layout)
    return NDArray<Result>(layout: result) { out in withPointer { kernel(loop, $0, out) } }
  }

  /// The result of a kernel on each pair of elements of two arrays that broadcast.
  static func map<Other, Result>(
    _ a: NDArray, _ b: NDArray<Other>, _ operation: StaticString,
    _ kernel: (
      _Loop, UnsafePointer<Element>, UnsafePointer<Other>, UnsafeMutablePointer<Result>
    ) -> Void
  ) -> NDArray<Result> {
    if a.layout.shape == b.layout.shape && a.layout.isContiguous && b.layout.isContiguous {
      return NDArray<Result>(shape: a.layout.shape) { out in
        a.withPointer { x in b.withPointer { kernel(_Loop(row: a.count), x, $0, out) } }
      }
    }
    let shape = Layout.broadcast(a.layout.shape, b.layout.shape, in: operation)
    let (loop, result) = _Loop.planning(
      shape: shape, a.layout.broadcast(to: shape, in: operation),
      b.layout.broadcast(to: shape, in: operation))
    return NDArray<Result>(layout: result) { out in
      a.withPointer { a in b.withPointer { b in kernel(loop, a, b, out) } }
    }
  }

  /// The result of a kernel on each element and one number.
  static func map<Result>(
    _ a: NDArray, _ b: Element,
    _ kernel: (
      _Loop, UnsafePointer<Element>, UnsafePointer<Element>, UnsafeMutablePointer<Result>
    ) -> Void
  ) -> NDArray<Result> {
    let (loop, result) = _Loop.planning(a.layout, scalar: 1)
    return NDArray<Result>(layout: result) { out in
      a.withPointer { a in withUnsafePointer(to: b) { kernel(loop, a, $0, out) } }
    }
  }

  /// The result of a kernel on one number and each element.
  static func map<Result>(
    _ a: Element, _ b: NDArray,
    _ kernel: (
      _Loop, UnsafePointer<Element>, UnsafePointer<Element>, UnsafeMutablePointer<Result>
    ) -> Void
  ) -> NDArray<Result> {
    let (loop, result) = _Loop.planning(b.layout, scalar: 0)
    return NDArray<Result>(layout: result) { out in
      b.withPointer { b in withUnsafePointer(to: a) { kernel(loop, $0, b, out) } }
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
