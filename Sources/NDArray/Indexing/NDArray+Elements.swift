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
  /// The element of a one-dimensional array at a position.
  ///
  /// ```swift
  /// let x: Double = a[0, 1]
  /// a[0, 1] = x / 2
  /// ```
  ///
  /// In an expression whose other operands are numbers, as `x * a[0]`, this is what Swift reads; where a
  /// row is meant, say so: `let row: NDArray = a[0]`. Traps when there are fewer positions than axes.
  /// Written, all elements are set that the position selects. Complexity: O(1) for one element.
  @_disfavoredOverload
  public subscript(_ i: Int) -> Element {
    @specialized(where Element == Double)
    @specialized(where Element == Float)
    @specialized(where Element == Int)
    get {
      defer { extendLifetime(storage) }
      return element(at: elementOffset(i)).pointee._plain
    }
    @_transparent
    set { set(newValue, i) }
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
    @_transparent
    set { set(newValue, i, j) }
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
    @_transparent
    set { set(newValue, i, j, k) }
  }

  /// The element of an array of four or more axes at a position.
  @_disfavoredOverload
  public subscript(_ i: Int, _ j: Int, _ k: Int, _ l: Int, _ more: Int...) -> Element {
    get {
      defer { extendLifetime(storage) }
      return element(at: elementOffset([i, j, k, l] + more)).pointee._plain
    }
    set { set(newValue, [i, j, k, l] + more) }
  }
}

// MARK: - Writing

// The setters are part of the code that calls them, in debug builds too: an element crosses into the library as what it
// is.

extension NDArray {
  private mutating func set(_ value: Element, _ positions: [Int]) {
    if positions.count < rank { return assign(NDArray(value), at: positions) }
    makeUnique()
    element(at: elementOffset(positions)).pointee = value
  }

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
