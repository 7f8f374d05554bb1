// The one place where an operation on whole arrays becomes a loop over elements: broadcast the
// operands, plan the loop, allocate the result, call the element type's kernel, in parts on several
// threads where that pays. Packed operands of one shape need no plan.

extension NDArray {
  /// The result of a kernel on each element.
  @specialized(where Element == Double, Result == Double)
  @specialized(where Element == Float, Result == Float)
  @specialized(where Element == Double, Result == Float)
  @specialized(where Element == Float, Result == Double)
  @specialized(where Element == Double, Result == Bool)
  @specialized(where Element == Float, Result == Bool)
  @specialized(where Element == Int, Result == Int)
  func map<Result>(
    _ cost: _Loop.Cost = .light,
    _ kernel: (_Loop, UnsafePointer<Element>, UnsafeMutablePointer<Result>) -> Void
  ) -> NDArray<Result> {
    defer { extendLifetime(self) }
    func run(_ loop: _Loop, _ out: UnsafeMutablePointer<Result>) {
      loop.inParts(cost, of: Element.self) { kernel($0, pointer + $1[0], out + $1[1]) }
    }
    if storage.isPacked {
      return NDArray<Result>(packedAs: storage) { run(_Loop(row: $1), $0) }
    }
    let (loop, result) = _Loop.planning(shape: layout.shape, layout)
    return NDArray<Result>(layout: result) { run(loop, $0) }
  }

  /// The result of a kernel on each pair of elements of two arrays that broadcast.
  @specialized(where Element == Double, Other == Double, Result == Double)
  @specialized(where Element == Float, Other == Float, Result == Float)
  @specialized(where Element == Double, Other == Double, Result == Bool)
  @specialized(where Element == Float, Other == Float, Result == Bool)
  @specialized(where Element == Int, Other == Int, Result == Int)
  static func map<Other, Result>(
    _ a: NDArray, _ b: NDArray<Other>, _ operation: StaticString, _ cost: _Loop.Cost = .light,
    _ kernel: (
      _Loop, UnsafePointer<Element>, UnsafePointer<Other>, UnsafeMutablePointer<Result>
    ) -> Void
  ) -> NDArray<Result> {
    defer {
      extendLifetime(a)
      extendLifetime(b)
    }
    func run(_ loop: _Loop, _ out: UnsafeMutablePointer<Result>) {
      loop.inParts(cost, of: Element.self) {
        kernel($0, a.pointer + $1[0], b.pointer + $1[1], out + $1[2])
      }
    }
    if a.storage.isPacked(as: b.storage) {
      return NDArray<Result>(packedAs: a.storage) { run(_Loop(row: $1), $0) }
    }
    let shape = Layout.broadcast(a.layout.shape, b.layout.shape, in: operation)
    if a.layout.lies(across: b.layout) {
      return map(a.withRowsInOrder(), b.withRowsInOrder(), operation, cost, kernel)
    }
    let (loop, result) = _Loop.planning(
      shape: shape, a.layout.broadcast(to: shape, in: operation),
      b.layout.broadcast(to: shape, in: operation))
    return NDArray<Result>(layout: result) { run(loop, $0) }
  }

  /// The result of a kernel on each element and one number.
  @specialized(where Element == Double, Result == Double)
  @specialized(where Element == Float, Result == Float)
  @specialized(where Element == Double, Result == Bool)
  @specialized(where Element == Float, Result == Bool)
  @specialized(where Element == Int, Result == Int)
  @specialized(where Element == Int, Result == Bool)
  static func map<Result>(
    _ a: NDArray, _ b: Element, _ cost: _Loop.Cost = .light,
    _ kernel: (
      _Loop, UnsafePointer<Element>, UnsafePointer<Element>, UnsafeMutablePointer<Result>
    ) -> Void
  ) -> NDArray<Result> {
    withUnsafePointer(to: b) { b in
      a.map(withNumberAt: 1, cost) { kernel($0, $1, b, $2) }
    }
  }

  /// The result of a kernel on one number and each element.
  @specialized(where Element == Double, Result == Double)
  @specialized(where Element == Float, Result == Float)
  static func map<Result>(
    _ a: Element, _ b: NDArray, _ cost: _Loop.Cost = .light,
    _ kernel: (
      _Loop, UnsafePointer<Element>, UnsafePointer<Element>, UnsafeMutablePointer<Result>
    ) -> Void
  ) -> NDArray<Result> {
    withUnsafePointer(to: a) { a in
      b.map(withNumberAt: 0, cost) { kernel($0, a, $1, $2) }
    }
  }

  /// The result of a kernel on each element, in whose loop one number is the operand `position`.
  @inline(__always)
  private func map<Result>(
    withNumberAt position: Int, _ cost: _Loop.Cost,
    _ kernel: (_Loop, UnsafePointer<Element>, UnsafeMutablePointer<Result>) -> Void
  ) -> NDArray<Result> {
    defer { extendLifetime(self) }
    func run(_ loop: _Loop, _ out: UnsafeMutablePointer<Result>) {
      loop.inParts(cost, of: Element.self) { kernel($0, pointer + $1[1 - position], out + $1[2]) }
    }
    if storage.isPacked {
      return NDArray<Result>(packedAs: storage) { run(_Loop(row: $1, scalar: position), $0) }
    }
    let (loop, result) = _Loop.planning(layout, scalar: position)
    return NDArray<Result>(layout: result) { run(loop, $0) }
  }

  /// Replaces each element by the result of a kernel on it and the matching element of `other`, which
  /// must broadcast to this array's shape.
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  mutating func update(
    with other: NDArray, _ operation: StaticString,
    _ kernel: (
      _Loop, UnsafePointer<Element>, UnsafePointer<Element>, UnsafeMutablePointer<Element>
    ) -> Void
  ) {
    makeUnique()
    let loop =
      storage.isPacked(as: other.storage)
      ? _Loop(row: count) : updating(with: other.layout, operation)
    withMutablePointer { out in
      other.withPointer { other in
        loop.inParts(.light, of: Element.self) {
          kernel($0, UnsafePointer(out) + $1[0], other + $1[1], out + $1[2])
        }
      }
    }
  }

  /// The loop over this array's elements and those of another layout, stretched.
  private func updating(with other: Layout, _ operation: StaticString) -> _Loop {
    guard let stretched = other.stretched(to: layout.shape) else {
      fail(
        """
        \(operation): non-broadcastable output operand with shape \(layout.shape.text) \
        does not match the broadcast shape of \(layout.shape.text) \(other.shape.text)
        """)
    }
    return _Loop.over(shape: layout.shape, layout, stretched, layout)
  }

  /// The same with one number.
  mutating func update(
    with other: Element,
    _ kernel: (
      _Loop, UnsafePointer<Element>, UnsafePointer<Element>, UnsafeMutablePointer<Element>
    ) -> Void
  ) {
    makeUnique()
    let loop = storage.isPacked ? _Loop(row: count, scalar: 1) : _Loop.updating(layout)
    withMutablePointer { out in
      withUnsafePointer(to: other) { other in
        loop.inParts(.light, of: Element.self) {
          kernel($0, UnsafePointer(out) + $1[0], other, out + $1[2])
        }
      }
    }
  }
}

// MARK: - Operands in different orders

extension Layout {
  /// Whether both have many elements, but rows of the one are columns of the other: a loop along either goes through
  /// the memory of the other by leaps, which takes longer than to copy it.
  fileprivate func lies(across other: Layout) -> Bool {
    guard shape == other.shape, count >= 1 << 12, let axis = fastestAxis,
      let otherAxis = other.fastestAxis
    else { return false }
    return axis != otherAxis && shape[axis] >= 8 && shape[otherAxis] >= 8
  }
}

extension NDArray {
  /// This array, or where its last axis is not the one along which memory is in order, a copy in which it is.
  fileprivate func withRowsInOrder() -> NDArray {
    layout.fastestAxis == layout.shape.lastIndex { $0 > 1 } ? self : copied()
  }
}
