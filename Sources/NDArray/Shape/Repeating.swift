extension NDArray {
  /// Each element along an axis repeated `count` times.
  public func repeated(_ count: Int, axis: Int) -> NDArray {
    let axis = layout.axis(axis, of: "repeat")
    require(count >= 0, "repeat: repeats may not contain negative values")
    var shape = shape
    shape.insert(count, at: axis + 1)
    let stretched = expandedDimensions(axis: axis + 1).broadcast(to: shape)
    shape[axis] *= shape.remove(at: axis + 1)
    return stretched.reshaped(shape)
  }

  /// Each element along an axis repeated as many times as `counts` says for it; one count is for all.
  public func repeated(_ counts: [Int], axis: Int) -> NDArray {
    let axis = layout.axis(axis, of: "repeat")
    if counts.count == 1 && layout.shape[axis] != 1 { return repeated(counts[0], axis: axis) }
    require(
      counts.count == layout.shape[axis],
      "repeat: \(counts.count) counts for an axis of \(layout.shape[axis])")
    require(counts.allSatisfy { $0 >= 0 }, "repeat: repeats may not contain negative values")
    let positions = counts.enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) }
    return taking(NDArray<Int>(positions), axis: axis)
  }

  /// The elements in C order, each repeated `count` times.
  public func repeated(_ count: Int) -> NDArray { flattened().repeated(count, axis: 0) }

  /// Copies of this array laid out `repetitions` times along each axis. The shorter of the shape and
  /// the repetitions is filled up with ones in front.
  public func tiled(_ repetitions: [Int]) -> NDArray {
    let rank = Swift.max(self.rank, repetitions.count)
    let counts = [Int](repeating: 1, count: rank - repetitions.count) + repetitions
    let extents = [Int](repeating: 1, count: rank - self.rank) + shape
    let paired = zip(counts, extents).flatMap { [$0, $1] }
    let source = reshaped(extents.flatMap { [1, $0] })
    return source.broadcast(to: paired).reshaped(zip(counts, extents).map { $0 * $1 })
  }

  /// The elements in C order, over and over, until they fill `shape`.
  public func resized(_ shape: [Int]) -> NDArray {
    let total = Dims(checking: shape, for: "resize").product
    if total == 0 || count == 0 { return NDArray.zeros(shape) }
    let copies = (total + count - 1) / count
    return flattened().tiled([copies])[0..<total].reshaped(shape)
  }
}
