// Sorting goes through keys: integers in the order of the elements. NaN comes last, as in NumPy, and −0
// before 0 where values are sorted.

extension NDArray {
  /// The elements along `axis` in ascending order, NaN last; flattened first when `axis` is nil.
  ///
  /// Same shape as this array. Traps when there is no such axis. Complexity: O(n log n) for rows of n.
  public func sorted(axis: Int? = -1) -> NDArray {
    guard let axis else { return flattened().sorted() }
    return rearranged(along: layout.axis(axis, of: "sort")) {
      Element._Key._sortInParts($0, count: $1)
    }
  }

  /// Sorts the elements along `axis` in place, NaN last. Traps when there is no such axis.
  /// Complexity: O(n log n) for rows of n.
  public mutating func sort(axis: Int = -1) {
    overwrite(with: sorted(axis: axis), in: "sort")
  }

  /// The positions along `axis` that sort the elements: `a.takingAlong(a.argSorted(), axis: -1)` is
  /// `a.sorted()`. Equal elements, NaN among themselves and −0 and 0 keep their order; flattened first
  /// when `axis` is nil.
  ///
  /// Same shape as this array. Traps when there is no such axis. Complexity: O(n log n) for rows of n.
  public func argSorted(axis: Int? = -1) -> NDArray<Int> {
    guard let axis, rank > 0 || axis < -1 || axis > 0 else {
      return flattened().argSorted(axis: 0)
    }
    let resolved = layout.axis(axis, of: "argsort")
    let keys = keyRows(axes: [resolved])
    let target = Layout(rowsAlong: resolved, of: layout.shape)
    return NDArray<Int>(layout: target) {
      Element._Key._argSort(keys.keys, rows: keys.rows, count: keys.count, $0)
    }
  }

  /// The elements along `axis` rearranged so that the one at position `kth` is where sorting would put
  /// it, with no larger one before and no smaller one behind it; flattened first when `axis` is nil.
  ///
  /// Same shape as this array. Traps when there is no such axis or position; `kth` may count from the
  /// end. Complexity: O(`count`).
  public func partitioned(_ kth: Int, axis: Int? = -1) -> NDArray {
    partitioned([kth], axis: axis)
  }

  /// The same for several positions at once.
  public func partitioned(_ kths: [Int], axis: Int? = -1) -> NDArray {
    guard let axis else { return flattened().partitioned(kths) }
    let resolved = layout.axis(axis, of: "partition")
    let ranks = checkedRanks(kths, axis: resolved, "partition")
    return rearranged(along: resolved) { Element._Key._select($0, count: $1, ranks) }
  }

  /// The positions along `axis` that rearrange the elements as ``partitioned(_:axis:)-(Int,_)`` does.
  /// Within each part the positions ascend.
  ///
  /// Same shape as this array. Traps when there is no such axis or position. Complexity: O(`count`).
  public func argPartitioned(_ kth: Int, axis: Int? = -1) -> NDArray<Int> {
    argPartitioned([kth], axis: axis)
  }

  /// The same for several positions at once.
  public func argPartitioned(_ kths: [Int], axis: Int? = -1) -> NDArray<Int> {
    guard let axis else { return flattened().argPartitioned(kths) }
    let resolved = layout.axis(axis, of: "argpartition")
    let ranks = checkedRanks(kths, axis: resolved, "argpartition")
    let keys = keyRows(axes: [resolved])
    return NDArray<Int>(layout: Layout(rowsAlong: resolved, of: layout.shape)) {
      Element._Key._argSelect(keys.keys, rows: keys.rows, count: keys.count, ranks, $0)
    }
  }

  private func checkedRanks(_ kths: [Int], axis: Int, _ operation: StaticString) -> [Int] {
    let extent = layout.shape[axis]
    if extent == 0 { return [] }
    return kths.map { kth in
      require(
        kth >= -extent && kth < extent,
        "\(operation): kth(=\(kth)) out of bounds (\(extent)), array of shape \(layout.shape.text)")
      return kth < 0 ? kth + extent : kth
    }.sorted()
  }
}

/// The positions along the last axis that sort by several keys of one shape, the last key first, then
/// the one before it, and so on. Elements equal in all keys keep their order.
///
/// ```swift
/// let given: NDArray<Int> = [2, 1, 0]
/// let family: NDArray<Int> = [7, 7, 3]
/// print(lexSorted([given, family]))  // [2 1 0]
/// ```
///
/// Traps when there is no key or their shapes differ. Complexity: O(n log n) for each key.
public func lexSorted<E: NDScalar>(_ keys: [NDArray<E>]) -> NDArray<Int> {
  guard let first = keys.first else { fail("lexsort: need sequence of keys with len > 0") }
  for key in keys {
    require(
      key.layout.shape == first.layout.shape,
      "lexsort: all keys need to be the same shape, got \(first.layout.shape.text) and \(key.layout.shape.text)"
    )
  }
  if first.rank == 0 { return NDArray(0) }
  var order = first.argSorted()
  for key in keys.dropFirst() {
    let next = key.takingAlong(order, axis: -1).argSorted()
    order = order.takingAlong(next, axis: -1)
  }
  return order
}
