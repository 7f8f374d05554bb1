extension NDArray {
  /// Each element along an axis repeated `count` times.
  public func repeated(_ count: Int, axis: Int) -> NDArray {
    let axis = layout.axis(axis, of: "repeat")
    require(count >= 0, "repeat: repeats may not contain negative values")
    var shape = shape
    let (extent, isHuge) = shape[axis].multipliedReportingOverflow(by: count)
    require(
      !isHuge, "repeat: \(shape[axis]) elements \(count) times are more than an Int can count")
    shape.insert(count, at: axis + 1)
    let stretched = expandedDimensions(axis: axis + 1).broadcast(to: shape)
    shape.remove(at: axis + 1)
    shape[axis] = extent
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
    var total = 0
    for count in counts {
      let (sum, isHuge) = total.addingReportingOverflow(count)
      require(!isHuge, "repeat: the repeats add up to more than an Int can count")
      total = sum
    }
    let positions = NDArray<Int>(shape: [total]) { out in
      var next = 0
      for (position, count) in counts.enumerated() {
        (out + next).initialize(repeating: position, count: count)
        next += count
      }
    }
    return taking(positions, axis: axis)
  }

  /// The elements in C order, each repeated `count` times.
  public func repeated(_ count: Int) -> NDArray { flattened().repeated(count, axis: 0) }

  /// Copies of this array laid out `repetitions` times along each axis. The shorter of the shape and
  /// the repetitions is filled up with ones in front.
  public func tiled(_ repetitions: [Int]) -> NDArray {
    require(
      repetitions.allSatisfy { $0 >= 0 },
      "tile: the repetitions must not be negative, got \(repetitions)")
    let rank = Swift.max(self.rank, repetitions.count)
    let counts = [Int](repeating: 1, count: rank - repetitions.count) + repetitions
    let extents = [Int](repeating: 1, count: rank - self.rank) + shape
    let paired = zip(counts, extents).flatMap { [$0, $1] }
    let result = zip(counts, extents).map { count, extent in
      let (product, isHuge) = count.multipliedReportingOverflow(by: extent)
      require(!isHuge, "tile: \(extent) elements \(count) times are more than an Int can count")
      return product
    }
    let source = reshaped(extents.flatMap { [1, $0] })
    return source.broadcast(to: paired).reshaped(result)
  }

  /// The elements in C order, over and over, until they fill `shape`.
  public func resized(_ shape: [Int]) -> NDArray {
    let total = Dims(checking: shape, for: "resize").product
    if total == 0 || count == 0 { return NDArray.zeros(shape) }
    let copies = (total - 1) / count + 1
    return flattened().tiled([copies])[0..<total].reshaped(shape)
  }
}
