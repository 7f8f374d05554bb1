extension NDArray where Element: NDInteger {
  /// The integers 0, 1, …, `stop` − 1.
  public static func arange(_ stop: Element) -> NDArray { arange(0, stop) }

  /// The integers from `start` by `step` up to but not including `stop`.
  @specialized(where Element == Int)
  public static func arange(_ start: Element, _ stop: Element, _ step: Element = 1) -> NDArray {
    require(step != 0, "arange: the step must not be zero")
    let (from, to, by) = (Int(start), Int(stop), Int(step))
    let distance = UInt(bitPattern: by > 0 ? to &- from : from &- to)
    let count = (by > 0 ? from < to : from > to) ? Int((distance - 1) / by.magnitude) + 1 : 0
    return NDArray(shape: [count]) { out in
      for i in 0..<count { out[i] = Element(truncatingIfNeeded: from &+ i &* by) }
    }
  }
}

extension NDArray where Element: NDFloat {
  /// The numbers 0, 1, … below `stop`.
  public static func arange(_ stop: Element) -> NDArray { arange(0, stop) }

  /// The numbers from `start` by `step` up to but not including `stop`.
  ///
  /// There are ⌈(stop − start) / step⌉ of them, so rounding may let in a last one at `stop`;
  /// ``linspace(_:_:count:endpoint:)`` avoids that.
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  public static func arange(_ start: Element, _ stop: Element, _ step: Element = 1) -> NDArray {
    require(step != 0, "arange: the step must not be zero")
    let length = ((stop - start) / step).rounded(.up)
    require(
      length.isFinite && length < 0x1p62, "arange: cannot count from \(start) to \(stop) by \(step)"
    )
    let count = length > 0 ? Int(length) : 0
    // As NumPy does it: the distance between the first two numbers as they are rounded.
    let delta = (start + step) - start
    return NDArray(shape: [count]) { VectorRows.ramp(from: start, by: delta, $0, count) }
  }

  /// `count` numbers evenly spaced from `start` to `stop`, the latter included unless `endpoint` is
  /// false.
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  public static func linspace(
    _ start: Element, _ stop: Element, count: Int = 50, endpoint: Bool = true
  ) -> NDArray {
    require(count >= 0, "linspace: the count must not be negative, got \(count)")
    let divisions = endpoint ? count - 1 : count
    let step = divisions > 0 ? (stop - start) / Element(divisions) : 0
    return NDArray(shape: [count]) { out in
      if step == 0 && divisions > 0 {
        // A step that rounds to zero would lose the numbers in between.
        for i in 0..<count { out[i] = Element(i) / Element(divisions) * (stop - start) + start }
      } else {
        VectorRows.ramp(from: start, by: step, out, count)
      }
      if endpoint && count > 1 { out[count - 1] = stop }
    }
  }
}
