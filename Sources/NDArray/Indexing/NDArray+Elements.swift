// Integer positions alone. One, two and three of them have subscripts of their own, which need no list.

// MARK: - Parts

extension NDArray {
  /// The part of this array at a position of the first axis. A view.
  public subscript(_ i: Int) -> NDArray {
    get {
      guard rank > 0, let layout = storage.shortLayout else { return self[indices: [i]] }
      var part = layout.removing(axis: 0)
      part.offset += layout.step(to: i, along: 0)
      return view(part)
    }
    set { write(newValue, at: [i]) }
    _modify { yield &self[indices: [i]] }
  }

  /// The part of this array at positions of the first two axes. A view.
  public subscript(_ i: Int, _ j: Int) -> NDArray {
    get { self[indices: [i, j]] }
    set { write(newValue, at: [i, j]) }
    _modify { yield &self[indices: [i, j]] }
  }

  /// The part of this array at positions of the first three axes. A view.
  public subscript(_ i: Int, _ j: Int, _ k: Int) -> NDArray {
    get { self[indices: [i, j, k]] }
    set { write(newValue, at: [i, j, k]) }
    _modify { yield &self[indices: [i, j, k]] }
  }
}

// MARK: - Elements

extension NDArray {
  /// The element at one integer position per axis.
  ///
  /// ```swift
  /// let x: Double = a[0, 1]
  /// ```
  ///
  /// In an expression whose other operands are numbers, as `x * a[0]`, this is what Swift reads; where a
  /// row is meant, say so: `let row: NDArray = a[0]`. Traps when there are fewer positions than axes.
  /// Complexity: O(1).
  @_disfavoredOverload
  public subscript(_ positions: Int...) -> Element {
    withExtendedLifetime(storage) { element(at: elementOffset(positions)).pointee._plain }
  }

  /// The element of a one-dimensional array at a position.
  @_disfavoredOverload
  public subscript(_ i: Int) -> Element {
    @specialized(where Element == Double)
    @specialized(where Element == Float)
    @specialized(where Element == Int)
    get {
      defer { extendLifetime(storage) }
      return element(at: elementOffset(i)).pointee._plain
    }
  }

  /// The element of a two-dimensional array at a position.
  @_disfavoredOverload
  public subscript(_ i: Int, _ j: Int) -> Element {
    @specialized(where Element == Double)
    @specialized(where Element == Float)
    @specialized(where Element == Int)
    get {
      defer { extendLifetime(storage) }
      return element(at: elementOffset(i, j)).pointee._plain
    }
  }

  /// The element of a three-dimensional array at a position.
  @_disfavoredOverload
  public subscript(_ i: Int, _ j: Int, _ k: Int) -> Element {
    @specialized(where Element == Double)
    @specialized(where Element == Float)
    @specialized(where Element == Int)
    get {
      defer { extendLifetime(storage) }
      return element(at: elementOffset(i, j, k)).pointee._plain
    }
  }

  /// The element at one integer position per axis set to a value, or, with fewer positions than axes,
  /// all elements that they select. Complexity: O(1) for one element.
  @_disfavoredOverload
  public subscript(_ positions: Int...) -> Element? {
    get { self[indices: positions].count == 1 ? self[indices: positions].scalar : nil }
    set {
      guard let newValue else { NDArray.refuseNil() }
      if positions.count < rank { return assign(NDArray(newValue), at: positions) }
      makeUnique()
      element(at: elementOffset(positions)).pointee = newValue
    }
  }

  /// The same with one position.
  @_disfavoredOverload
  public subscript(_ i: Int) -> Element? {
    get { self[indices: [i]].count == 1 ? self[indices: [i]].scalar : nil }
    @_transparent
    set {
      guard let newValue else { NDArray.refuseNil() }
      set(newValue, i)
    }
  }

  /// The same with two positions.
  @_disfavoredOverload
  public subscript(_ i: Int, _ j: Int) -> Element? {
    get { self[indices: [i, j]].count == 1 ? self[indices: [i, j]].scalar : nil }
    @_transparent
    set {
      guard let newValue else { NDArray.refuseNil() }
      set(newValue, i, j)
    }
  }

  /// The same with three positions.
  @_disfavoredOverload
  public subscript(_ i: Int, _ j: Int, _ k: Int) -> Element? {
    get { self[indices: [i, j, k]].count == 1 ? self[indices: [i, j, k]].scalar : nil }
    @_transparent
    set {
      guard let newValue else { NDArray.refuseNil() }
      set(newValue, i, j, k)
    }
  }
}

// MARK: - Writing

// The setters are part of the code that calls them, in debug builds too: unwrapped there, an element crosses into the
// library as what it is, and the runtime need not be asked for the type of an optional in each call.

extension NDArray {
  /// Stops where nil is assigned, which is no element.
  @usableFromInline
  static func refuseNil() -> Never { fail("assignment: nil is no element") }

  @usableFromInline
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  @specialized(where Element == Int)
  mutating func set(_ value: Element, _ i: Int) {
    if rank != 1 { return assign(NDArray(value), at: [i]) }
    makeUnique()
    element(at: elementOffset(i)).pointee = value
  }

  @usableFromInline
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  @specialized(where Element == Int)
  mutating func set(_ value: Element, _ i: Int, _ j: Int) {
    if rank != 2 { return assign(NDArray(value), at: [i, j]) }
    makeUnique()
    element(at: elementOffset(i, j)).pointee = value
  }

  @usableFromInline
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  @specialized(where Element == Int)
  mutating func set(_ value: Element, _ i: Int, _ j: Int, _ k: Int) {
    if rank != 3 { return assign(NDArray(value), at: [i, j, k]) }
    makeUnique()
    element(at: elementOffset(i, j, k)).pointee = value
  }
}

extension NDArray {
  @inline(__always)
  private func element(at offset: Int) -> UnsafeMutablePointer<Element> {
    storage.pointer(to: Element.self) + offset
  }

  /// Where in the storage the element at `positions` lies.
  private func elementOffset(_ positions: [Int]) -> Int {
    require(
      positions.count <= rank,
      "too many indices for array: array is \(rank)-dimensional, but \(positions.count) were indexed"
    )
    require(
      positions.count == rank || count == 1,
      """
      an element was read at \(positions), which selects an array of shape \
      \(Dims(layout.shape.dropFirst(positions.count)).text); \
      to have the array name its type first: let part: NDArray = …
      """
    )
    var offset = layout.offset
    for (axis, position) in positions.enumerated() {
      offset += IndexPlan.checked(position, layout.shape[axis], axis) * layout.strides[axis]
    }
    return offset
  }

  @inline(__always)
  private func elementOffset(_ i: Int) -> Int {
    rank == 1 ? storage.offset + storage.step(to: i, along: 0) : elementOffset([i])
  }

  @inline(__always)
  private func elementOffset(_ i: Int, _ j: Int) -> Int {
    rank == 2
      ? storage.offset + storage.step(to: i, along: 0) + storage.step(to: j, along: 1)
      : elementOffset([i, j])
  }

  @inline(__always)
  private func elementOffset(_ i: Int, _ j: Int, _ k: Int) -> Int {
    rank == 3
      ? storage.offset + storage.step(to: i, along: 0) + storage.step(to: j, along: 1)
        + storage.step(to: k, along: 2)
      : elementOffset([i, j, k])
  }
}
