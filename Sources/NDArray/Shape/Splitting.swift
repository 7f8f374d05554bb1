extension NDArray {
  /// Cut along an axis before each of `positions`, which are clamped to the axis. Views.
  public func split(at positions: [Int], axis: Int = 0) -> [NDArray] {
    let axis = layout.axis(axis, of: "split")
    let all = [any NDIndex](repeating: AxisIndex.all, count: axis)
    let bounds = [0] + positions + [layout.shape[axis]]
    return zip(bounds, bounds.dropFirst()).map { start, end in
      selecting(IndexPlan(all + [AxisIndex.stride(from: start, to: end)], in: layout))
    }
  }

  /// Cut into `parts` equal parts along an axis; traps when the extent is not divisible. Views.
  public func split(parts: Int, axis: Int = 0) -> [NDArray] {
    let extent = layout.shape[layout.axis(axis, of: "split")]
    require(parts > 0, "split: the number of parts must be larger than 0, got \(parts)")
    require(
      extent % parts == 0 && parts <= Int(UInt32.max),
      "split: array split does not result in an equal division: \(extent) into \(parts)")
    return arraySplit(parts: parts, axis: axis)
  }

  /// Cut into `parts` parts along an axis, the first ones longer by one where it does not divide.
  /// Views.
  public func arraySplit(parts: Int, axis: Int = 0) -> [NDArray] {
    let extent = layout.shape[layout.axis(axis, of: "arraySplit")]
    require(parts > 0, "arraySplit: the number of parts must be larger than 0, got \(parts)")
    require(
      parts <= Int(UInt32.max), "arraySplit: \(parts) parts are more arrays than memory holds")
    let (size, longer) = (extent / parts, extent % parts)
    return split(at: (1..<parts).map { $0 * size + Swift.min($0, longer) }, axis: axis)
  }
}
