/// The distinct elements of an array, or its distinct slices along an axis, and where they came from.
public struct Unique<Element: NDScalar>: Sendable {
  /// What is distinct, in ascending order.
  public let values: NDArray<Element>
  /// For each of them, the position of its first occurrence.
  public let firstPositions: NDArray<Int>
  /// For each original element or slice, which of the values it is: `values[inverse]` is the original.
  /// For distinct elements it has the shape of the original array.
  public let inverse: NDArray<Int>
  /// How often each of the values occurs.
  public let counts: NDArray<Int>
}

extension NDArray {
  /// The distinct elements in ascending order, as one axis. −0 and 0 are one element, 0; NaN is one too, or,
  /// unless `equalNaN`, each NaN is distinct.
  ///
  /// Complexity: O(n log n).
  public func unique(equalNaN: Bool = true) -> NDArray {
    let keys = flattened().keyRows(axes: [0])
    Element._Key._sortInParts(keys.keys, count: keys.count)
    let count = Element._Key._removeDuplicates(
      keys.keys, count: keys.count, distinct: equalNaN ? nil : Element._nanKey)
    return keys.first(count)
  }

  /// The distinct elements with their first positions in C order, how often each occurs, and the array
  /// written in terms of them.
  ///
  /// Complexity: O(n log n).
  public func uniqueAll(equalNaN: Bool = true) -> Unique<Element> {
    let flat = flattened()
    let order = flat.argSorted(axis: 0)
    let keys = flat.taking(order, axis: 0).keyRows(axes: [0])
    let starts = Element._Key._runs(
      keys.keys, count: keys.count, distinct: equalNaN ? nil : Element._nanKey)
    for (i, start) in starts.enumerated() { keys.keys[i] = keys.keys[start] }
    let groups = Groups(order: order.elements, starts: starts)
    return Unique(
      values: keys.first(starts.count), firstPositions: groups.first,
      inverse: groups.inverse.reshaped(shape), counts: groups.counts)
  }

  /// The distinct slices along `axis` in ascending order, compared element by element. Slices with NaN
  /// are distinct.
  ///
  /// The values have the shape of this array but for the extent of `axis`. Traps when there is no such
  /// axis. Complexity: O(n log n) comparisons of slices.
  public func unique(axis: Int) -> NDArray { uniqueAll(axis: axis).values }

  /// The distinct slices along `axis` with their first positions, how often each occurs, and which of them
  /// each slice is.
  public func uniqueAll(axis: Int) -> Unique<Element> {
    let axis = layout.axis(axis, of: "unique")
    if rank == 1 { return uniqueAll() }
    let extent = layout.shape[axis]
    let slices = movedAxis(source: axis, destination: 0)
    let width = slices.layout.shape.dropFirst().reduce(1, *)
    let keys = slices.keyRows(axes: Array(slices.allAxes.dropFirst()))
    let order = Element._Key._orderOfRows(keys.keys, rows: extent, count: width)
    let starts = order.indices.filter { i in
      if i == 0 { return true }
      let (x, y) = (keys.keys + order[i - 1] * width, keys.keys + order[i] * width)
      return (0..<width).contains { x[$0] != y[$0] || x[$0] == Element._nanKey }
    }
    let groups = Groups(order: order, starts: starts)
    return Unique(
      values: taking(groups.first, axis: axis), firstPositions: groups.first,
      inverse: groups.inverse, counts: groups.counts)
  }
}

extension KeyRows {
  /// The elements that the first `count` keys stand for, in the memory of the keys.
  fileprivate consuming func first(_ count: Int) -> NDArray<Element> {
    Element._decode(keys, count: count, storage.base)
    return NDArray(storage: storage, layout: Layout(contiguous: [count]))
  }
}

/// Positions sorted by what is there, cut into runs of equals.
private struct Groups {
  let first: NDArray<Int>
  let inverse: NDArray<Int>
  let counts: NDArray<Int>

  init(order: [Int], starts: [Int]) {
    first = NDArray(starts.map { order[$0] })
    let ends = starts.dropFirst() + [order.count]
    counts = NDArray(zip(starts, ends).map { $1 - $0 })
    inverse = NDArray(shape: [order.count]) { out in
      for (group, (start, end)) in zip(starts, ends).enumerated() {
        for i in start..<end { out[order[i]] = group }
      }
    }
  }
}
