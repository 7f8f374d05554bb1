extension NDArray where Element: NDInteger {
  /// The integers 0, 1, …, `stop` − 1.
  public static func arange(_ stop: Element) -> NDArray { arange(0, stop) }

  /// The integers from `start` by `step` up to but not including `stop`. Traps when the step is zero, or they are more
  /// than an `Int` can count.
  @specialized(where Element == Int)
  public static func arange(_ start: Element, _ stop: Element, _ step: Element = 1) -> NDArray {
    require(step != 0, "arange: the step must not be zero")
    // Words of 64 bits, which wrap around: a distance can be twice as long as the greatest Int.
    let (from, to) = (UInt(truncatingIfNeeded: start), UInt(truncatingIfNeeded: stop))
    let by = UInt(truncatingIfNeeded: step)
    var count = 0
    if step > 0 ? start < stop : start > stop {
      let distance = step > 0 ? to &- from : from &- to
      let steps = (distance &- 1) / UInt(step.magnitude)
      require(
        steps < UInt(Int.max),
        "arange: from \(start) to \(stop) by \(step) are more numbers than an Int can count")
      count = Int(steps) + 1
    }
    return NDArray(shape: [count]) { out in
      for i in 0..<count { out[i] = Element(truncatingIfNeeded: from &+ UInt(bitPattern: i) &* by) }
    }
  }
}

extension NDArray where Element == Int {
  /// The integers of a range. Traps when they are more than an `Int` can count.
  public init(_ range: Range<Int>) { self = .arange(range.lowerBound, range.upperBound) }
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
    let distance = stop - start
    let quotient = distance / step
    let length = quotient.rounded(.up)
    require(
      length.isFinite && length < 0x1p62, "arange: cannot count from \(start) to \(stop) by \(step)"
    )
    // A step much longer than the distance leaves the first number, though the quotient underflows.
    let isFirstOnly = quotient == 0 && distance != 0 && quotient.sign == .plus
    let count = isFirstOnly ? 1 : length > 0 ? Int(length) : 0
    // As NumPy does it: the distance between the first two numbers as they are rounded.
    let delta = (start + step) - start
    return NDArray(shape: [count]) { out in
      VectorRows.ramp(from: start, by: delta, out, count)
      // An infinite step has no multiple of zero.
      if count > 0 { out[0] = start }
    }
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
