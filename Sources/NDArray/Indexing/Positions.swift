// Positions and values that are written out, or of which there is one.

extension NDIndex where Self == AxisIndex {
  /// The positions from `start` up to but not including `stop`, each from the end when negative: NumPy's `start:stop`.
  ///
  /// `a[.slice(1, -1), .slice(1, -1)]` is what lies inside the border.
  public static func slice(_ start: Int?, _ stop: Int?, _ step: Int = 1) -> AxisIndex {
    stride(from: start, to: stop, by: step)
  }
}

extension NDIndex where Self == NDArray<Int> {
  /// The positions 0, 1, …, `stop` − 1, as in `a[.arange(n), labels]`.
  public static func arange(_ stop: Int) -> NDArray<Int> { NDArray<Int>.arange(0, stop) }
}

extension NDArray {
  /// Writes one value at `positions` in C order.
  @_documentation(visibility: internal)
  public mutating func put(_ positions: NDArray<Int>, _ value: Element) {
    put(positions, NDArray([value]))
  }

  /// The elements in C order, each repeated as many times as `counts` says for it.
  @_documentation(visibility: internal)
  public func repeated(_ counts: [Int]) -> NDArray { flattened().repeated(counts, axis: 0) }

  /// The elements in C order, each repeated as many times as `counts` says for it.
  @_documentation(visibility: internal)
  public func repeated(_ counts: NDArray<Int>) -> NDArray { repeated(counts.elements) }
}

extension NDArray where Element: NDNumeric {
  /// Adds one value at each of the positions along the first axis; at one that is named twice, twice.
  @_documentation(visibility: internal)
  public mutating func add(_ value: Element, at positions: NDArray<Int>) {
    add(NDArray(value), at: positions)
  }
}

/// The position along each axis of `shape` of the element at `position` in C order.
@_documentation(visibility: internal)
public func unravelIndex(_ position: Int, _ shape: [Int]) -> [Int] {
  unravelIndex(NDArray<Int>(position), shape).map(\.scalar)
}

/// How often each of the integers 0, 1, …, max(x) occurs in a list.
@_documentation(visibility: internal)
public func bincount(_ x: [Int], minLength: Int = 0) -> NDArray<Int> {
  bincount(NDArray<Int>(x), minLength: minLength)
}
