/// The order of the first two axes of a grid.
public enum GridIndexing: Sendable {
  /// Cartesian: the first array runs along the columns, the second along the rows.
  case xy
  /// Matrix: each array runs along its own axis.
  case ij
}

/// For each one-dimensional array, a grid over all of them that holds its values. Views.
public func meshgrid<E>(_ arrays: [NDArray<E>], indexing: GridIndexing = .xy) -> [NDArray<E>] {
  let extents = arrays.map(\.count)
  let grids = arrays.enumerated().map { axis, array in
    var shape = [Int](repeating: 1, count: arrays.count)
    shape[axis] = array.count
    return array.reshaped(shape).broadcast(to: extents)
  }
  return indexing == .xy && arrays.count > 1 ? grids.map { $0.swappedAxes(0, 1) } : grids
}

extension NDArray {
  /// The grid over several one-dimensional arrays: the values of the i-th along axis i, stacked along a new
  /// first axis.
  public static func mgrid(_ axes: [NDArray]) -> NDArray {
    axes.isEmpty ? NDArray.zeros([0]) : stacked(meshgrid(axes, indexing: .ij))
  }
}

extension NDArray where Element == Int {
  /// The position along each axis of every element of a grid of `shape`, along a new first axis.
  public static func indices(_ shape: [Int]) -> NDArray {
    mgrid(Dims(checking: shape, for: "indices").map { 0..<$0 })
  }

  /// The grid over several ranges: the values of the i-th range along axis i, stacked along a new first
  /// axis.
  public static func mgrid(_ ranges: [Range<Int>]) -> NDArray {
    mgrid(ranges.map { NDArray($0) })
  }
}

extension NDArray where Element: NDFloat {
  /// `count` powers of `base` with exponents evenly spaced from `start` to `stop`.
  public static func logspace(
    _ start: Element, _ stop: Element, count: Int = 50, base: Element = 10, endpoint: Bool = true
  ) -> NDArray {
    powers(of: base, linspace(start, stop, count: count, endpoint: endpoint))
  }

  /// The powers of a number by the C library, whose last bit shows in powers of ten.
  static func powers(of base: Element, _ exponents: NDArray) -> NDArray {
    NDArray(
      exponents.elements.map { Element(Double.pow(Double(base), Double($0))) },
      shape: exponents.shape)
  }

  /// `count` numbers from `start` to `stop` with a constant ratio; both must have the same sign and not
  /// be zero.
  public static func geomspace(
    _ start: Element, _ stop: Element, count: Int = 50, endpoint: Bool = true
  ) -> NDArray {
    checkGeometric(start, stop)
    let sign: Element = start < 0 ? -1 : 1
    let (first, last) = (log10(abs(start)), log10(abs(stop)))
    var result = logspace(first, last, count: count, endpoint: endpoint) * sign
    if count > 0 { result[0] = NDArray(start) }
    if count > 1 && endpoint { result[-1] = NDArray(stop) }
    return result
  }
}
