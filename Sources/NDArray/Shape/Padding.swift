/// What `padded` puts around an array.
public enum PaddingMode<Element: Sendable>: Sendable {
  /// One value.
  case constant(Element)
  /// The element at the edge.
  case edge
  /// The array mirrored at its edge elements, which are not repeated.
  case reflect
  /// The array mirrored at its edges, the edge elements included.
  case symmetric
  /// The array continued from its other end.
  case wrap
}

extension NDArray {
  /// This array with `widths[axis]` = (before, after) further elements along each axis.
  ///
  /// Traps when there is not one pair per axis, when a width is negative, or when an axis of extent 0 is
  /// to be padded from its own elements.
  public func padded(_ widths: [(Int, Int)], mode: PaddingMode<Element>) -> NDArray {
    require(widths.count == rank, "pad: \(widths.count) pairs of widths for \(rank) axes")
    for (before, after) in widths {
      require(
        before >= 0 && after >= 0,
        "pad: index can't contain negative values, got (\(before), \(after))")
    }
    if case .constant(let value) = mode {
      var result = NDArray.full(zip(shape, widths).map { $0 + $1.0 + $1.1 }, value)
      let inside = zip(shape, widths).map { $1.0..<($1.0 + $0) as any NDIndex }
      result.assign(self, at: inside)
      return result
    }
    var result = self
    for (axis, width) in widths.enumerated() where width != (0, 0) {
      let extent = layout.shape[axis]
      require(extent > 0, "pad: can't extend empty axis \(axis) from its own elements")
      let positions = (-width.0..<(extent + width.1)).map { mode.source(of: $0, extent: extent) }
      result = result.taking(NDArray<Int>(positions), axis: axis)
    }
    return result
  }

  /// This array with `width` further elements at both ends of every axis.
  public func padded(_ width: Int, mode: PaddingMode<Element>) -> NDArray {
    padded([(Int, Int)](repeating: (width, width), count: rank), mode: mode)
  }
}

extension PaddingMode {
  /// The position inside an axis whose element stands at `position` outside of it.
  fileprivate func source(of position: Int, extent: Int) -> Int {
    func modulo(_ a: Int, _ n: Int) -> Int { (a % n + n) % n }
    switch self {
    case .constant: return position
    case .edge: return Swift.min(Swift.max(position, 0), extent - 1)
    case .wrap: return modulo(position, extent)
    case .symmetric:
      let place = modulo(position, 2 * extent)
      return place < extent ? place : 2 * extent - 1 - place
    case .reflect:
      if extent == 1 { return 0 }
      let place = modulo(position, 2 * extent - 2)
      return place < extent ? place : 2 * extent - 2 - place
    }
  }
}
