// Reductions that compute something of the elements first do so block by block, or what they compute would take as much
// memory as the array, or eight times as much.

/// A box of an array: a range of positions along each axis. Blocks follow each other in C order.
struct Block {
  let ranges: [Range<Int>]
  /// How many elements of the array come before it in C order, if it is a run of them.
  let start: Int

  /// The same box of an array of that shape; along an axis of extent 1, which stands for all, that one.
  func part<E>(of array: NDArray<E>) -> NDArray<E> {
    ranges.enumerated().reduce(array) { part, axis in
      let extent = part.layout.shape[axis.offset]
      return extent == 1 || axis.element == 0..<extent
        ? part : part.sliced(axis: axis.offset, axis.element)
    }
  }
}

extension NDArray {
  /// The elements of a block at most; what is computed of them stays in the cache.
  static var largestBlock: Int { 1 << 19 }

  /// Whether this array is one block.
  var isOneBlock: Bool { count <= NDArray.largestBlock }

  /// Calls `body` with blocks that cover this array, in C order, each a run of it.
  func forEachBlock(_ body: (Block) -> Void) {
    let shape = shape
    if isOneBlock { return body(Block(ranges: shape.map { 0..<$0 }, start: 0)) }
    // The axis of which a block takes several positions: those behind it are whole, of those before it one is taken.
    var (axis, inner) = (rank - 1, 1)
    while inner * shape[axis] <= NDArray.largestBlock {
      inner *= shape[axis]
      axis -= 1
    }
    let together = Swift.max(NDArray.largestBlock / inner, 1)
    let outer = shape[..<axis].reduce(1, *)
    for i in 0..<outer {
      var (rest, ranges) = (i, shape.map { 0..<$0 })
      for k in (0..<axis).reversed() {
        ranges[k] = (rest % shape[k])..<(rest % shape[k] + 1)
        rest /= shape[k]
      }
      for first in Swift.stride(from: 0, to: shape[axis], by: together) {
        ranges[axis] = first..<Swift.min(first + together, shape[axis])
        body(Block(ranges: ranges, start: (i * shape[axis] + first) * inner))
      }
    }
  }

  /// Folds the given axes away, block by block.
  ///
  /// - Parameters:
  ///   - identity: What results begin with.
  ///   - combine: Joins the results of two blocks.
  ///   - body: The results of a block, in which the axes, ascending and not negative, have extent 1.
  func reduceInBlocks<Result>(
    axes: [Int], keepDims: Bool, _ operation: StaticString, identity: Result,
    _ combine: (NDArray<Result>, NDArray<Result>) -> NDArray<Result>,
    _ body: (_ part: NDArray, _ axes: [Int], Block) -> NDArray<Result>
  ) -> NDArray<Result> {
    let axes = layout.reducedAxes(axes, of: operation)
    var result: NDArray<Result>?
    if isOneBlock {
      forEachBlock { result = body(self, axes, $0) }
    } else {
      var kept = shape
      for axis in axes { kept[axis] = 1 }
      var joined = NDArray<Result>.full(kept, identity)
      forEachBlock { block in
        let found = body(block.part(of: self), axes, block)
        if joined.count == 1 {
          joined = combine(joined, found)
        } else {
          let place: [any NDIndex] = block.ranges.enumerated().map {
            kept[$0.offset] == 1 ? 0..<1 : $0.element
          }
          joined[indices: place] = combine(joined[indices: place], found)
        }
      }
      result = joined
    }
    return keepDims ? result! : result!.dropping(axes: axes)
  }
}

extension NDArray {
  /// The first position of the extremum of what `transform` makes of the elements, along an axis or, without one, in C
  /// order.
  func positionInBlocks(
    _ extremum: _Extremum, _ axis: Int?, keepDims: Bool, _ transform: (NDArray) -> NDArray
  ) -> NDArray<Int> {
    func positions(_ part: NDArray, _ axis: Int) -> NDArray<Int> {
      extremum == .maximum
        ? part.argMax(axis: axis, keepDims: true) : part.argMin(axis: axis, keepDims: true)
    }
    guard let axis, rank > 0 else {
      _ = axis.map { Layout(contiguous: [1]).axis($0, of: "argMax") }
      var (best, place): (Element?, Int) = (nil, 0)
      forEachBlock { block in
        let part = transform(block.part(of: self)).flattened()
        let found = positions(part, 0).scalar
        let value: Element = part[found]
        if let known = best, !Element.isBetter(value, than: known, extremum) { return }
        (best, place) = (value, block.start + found)
      }
      return NDArray<Int>(place)
    }
    let resolved = layout.axis(axis, of: extremum == .maximum ? "argMax" : "argMin")
    if isOneBlock {
      let found = positions(transform(self), resolved)
      return keepDims ? found : found.dropping(axes: [resolved])
    }
    var kept = shape
    kept[resolved] = 1
    var result = NDArray<Int>.zeros(kept)
    var best = NDArray.zeros(kept)
    forEachBlock { block in
      let part = transform(block.part(of: self))
      let found = positions(part, resolved)
      let values = part.takingAlong(found, axis: resolved)
      let first = block.ranges[resolved].lowerBound
      var ranges = block.ranges
      ranges[resolved] = 0..<1
      let known = best[indices: ranges]
      let better =
        first == 0
        ? NDArray<Bool>.ones(values.shape)
        : (extremum == .maximum ? maximum(values, known) : minimum(values, known)) .!= known
      best[indices: ranges] = which(better, values, known)
      result[indices: ranges] = which(better, found + first, result[indices: ranges])
    }
    return keepDims ? result : result.dropping(axes: [resolved])
  }
}

extension NDScalar {
  /// Whether a value comes before another one as their extremum; NaN before all.
  static func isBetter(_ value: Self, than other: Self, _ extremum: _Extremum) -> Bool {
    let (value, other) = (NDArray(value), NDArray(other))
    if !(other .== other).scalar { return false }
    let winner = extremum == .maximum ? maximum(value, other) : minimum(value, other)
    return !(winner .== other).scalar
  }
}
