extension NDArray {
  /// The sums of segments of an axis, each from a position up to the next one, the last one to the end; where the next
  /// position is not larger, the one element. NumPy's `add.reduceat`.
  ///
  /// Traps when a position lies outside the axis.
  public func sums(from positions: [Int], axis: Int = 0) -> NDArray<Element.Sum> {
    let axis = layout.axis(axis, of: "reduceat")
    let extent = layout.shape[axis]
    let before = [any NDIndex](repeating: AxisIndex.all, count: axis)
    let parts = positions.enumerated().map { i, start in
      require(
        start >= 0 && start < extent,
        "reduceat: index \(start) out-of-bounds in add.reduceat [0, \(extent))")
      let next = i + 1 < positions.count ? positions[i + 1] : extent
      let end = next > start ? next : start + 1
      return self[indices: before + [start..<end]].sum(axis: axis, keepDims: true)
    }
    if parts.isEmpty { return NDArray<Element.Sum>.zeros(shape.replacing(axis, with: 0)) }
    return concatenated(parts, axis: axis)
  }
}

extension [Int] {
  fileprivate func replacing(_ axis: Int, with extent: Int) -> [Int] {
    var shape = self
    shape[axis] = extent
    return shape
  }
}
