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
  /// A straight line from the element at the edge to a value at the new end.
  case linearRamp(to: Element)
  /// The largest element along the axis.
  case maximum
  /// The smallest element along the axis.
  case minimum
  /// The mean along the axis, of integers rounded.
  case mean
  /// The median along the axis, of integers rounded.
  case median
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
    for (extent, (before, after)) in zip(layout.shape, widths) {
      let (sum, isHuge) = before.addingReportingOverflow(after)
      require(
        !isHuge && !extent.addingReportingOverflow(sum).overflow,
        "pad: widths (\(before), \(after)) and an axis of \(extent) are more than an Int can count")
    }
    if case .constant(let value) = mode { return surrounded(by: value, widths) }
    var result = self
    for (axis, width) in widths.enumerated() where width != (0, 0) {
      let extent = layout.shape[axis]
      require(extent > 0, "pad: can't extend empty axis \(axis) from its own elements")
      if let (before, after) = result.ends(of: width, axis: axis, mode) {
        result = concatenated([before, result, after], axis: axis)
        continue
      }
      let positions = NDArray<Int>(shape: [width.0 + extent + width.1]) { out in
        for i in 0..<(width.0 + extent + width.1) {
          out[i] = mode.source(of: i - width.0, extent: extent)
        }
      }
      result = result.taking(positions, axis: axis)
    }
    return result
  }

  /// This array with `width` further elements at both ends of every axis.
  public func padded(_ width: Int, mode: PaddingMode<Element>) -> NDArray {
    padded([(Int, Int)](repeating: (width, width), count: rank), mode: mode)
  }
}

// MARK: - One value

extension NDArray {
  /// This array in the middle of a larger one, of which each element is written once.
  private func surrounded(by value: Element, _ widths: [(Int, Int)]) -> NDArray {
    let target = Layout(contiguous: Dims(zip(shape, widths).map { $0 + $1.0 + $1.1 }))
    return NDArray(layout: target) { out in
      // Before and behind the middle along each axis, which leaves less to the next.
      var rest = target
      for (axis, width) in widths.enumerated() {
        let extent = layout.shape[axis]
        for (start, count) in [(0, width.0), (width.0 + extent, width.1)] {
          var slab = rest
          slab.shape[axis] = count
          slab.offset += start * target.strides[axis]
          let one = Layout(shape: slab.shape, strides: Dims(repeating: 0, count: rank), offset: 0)
          let loop = _Loop.over(shape: slab.shape, one, slab)
          withUnsafePointer(to: value) { loop.copy($0, out + slab.offset) }
        }
        rest.shape[axis] = extent
        rest.offset += width.0 * target.strides[axis]
      }
      let loop = _Loop.over(shape: rest.shape, layout, rest)
      withPointer { loop.copy($0, out + rest.offset) }
    }
  }
}

// MARK: - Values computed from those along the axis

extension NDArray {
  /// What goes before and after the elements along an axis, or nil where the mode says from which positions
  /// they come.
  private func ends(
    of width: (Int, Int), axis: Int, _ mode: PaddingMode<Element>
  ) -> (NDArray, NDArray)? {
    if case .linearRamp(let end) = mode {
      let last = layout.shape[axis] - 1
      return (
        sliced(axis: axis, 0..<1).ramp(from: end, axis: axis, count: width.0),
        sliced(axis: axis, last..<(last + 1)).ramp(from: end, axis: axis, count: width.1)
          .flipped(axes: [axis])
      )
    }
    guard let value = statistic(axis: axis, mode) else { return nil }
    return (
      value.repeated(width.0, axis: axis), value.repeated(width.1, axis: axis)
    )
  }

  private func statistic(axis: Int, _ mode: PaddingMode<Element>) -> NDArray? {
    switch mode {
    case .maximum: max(axis: axis, keepDims: true)
    case .minimum: min(axis: axis, keepDims: true)
    case .mean: rounded(mean(axis: axis, keepDims: true))
    case .median: rounded(median(axis: axis, keepDims: true))
    default: nil
    }
  }

  private func rounded(_ value: NDArray<Element.Quotient>) -> NDArray {
    (Element.self is any NDInteger.Type ? rint(value) : value).asType(Element.self)
  }

  /// `count` numbers evenly spaced from `start`, inclusive, to this array of extent 1, exclusive.
  private func ramp(from start: Element, axis: Int, count: Int) -> NDArray {
    var shape = [Int](repeating: 1, count: rank)
    shape[axis] = count
    let edge = asType(Double.self)
    let first = NDArray(start).asType(Double.self)
    let steps = NDArray<Double>.arange(Double(count)).reshaped(shape)
    let line = first + steps * ((edge - first) / Double(Swift.max(count, 1)))
    return (Element.self is any NDInteger.Type ? floor(line) : line).asType(Element.self)
  }
}

extension PaddingMode {
  /// The position inside an axis whose element stands at `position` outside of it.
  fileprivate func source(of position: Int, extent: Int) -> Int {
    func modulo(_ a: Int, _ n: Int) -> Int { (a % n + n) % n }
    switch self {
    case .constant, .linearRamp, .maximum, .minimum, .mean, .median: return position
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
