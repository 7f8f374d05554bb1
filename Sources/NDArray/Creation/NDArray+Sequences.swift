// One `arange` for integers and floating-point numbers: of two, the type checker tries both, and a literal does not decide.
extension NDArray where Element: NDNumeric {
  /// The numbers 0, 1, … below `stop`.
  public static func arange(_ stop: Element) -> NDArray { arange(0, stop) }

  /// The numbers from `start` by `step` up to but not including `stop`.
  ///
  /// There are ⌈(stop − start) / step⌉ of them, so that rounding may let in a last one at a floating-point `stop`;
  /// ``linspace(_:_:count:endpoint:)`` avoids that. Traps when the step is zero, or they are more than an `Int` can count.
  public static func arange(_ start: Element, _ stop: Element, _ step: Element = 1) -> NDArray {
    require(step != 0, "arange: the step must not be zero")
    return Element._arange(start, stop, step)
  }
}

extension NDInteger {
  public static func _arange(_ start: Self, _ stop: Self, _ step: Self) -> NDArray<Self> {
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
    return NDArray<Self>(shape: [count]) { out in
      for i in 0..<count { out[i] = Self(truncatingIfNeeded: from &+ UInt(bitPattern: i) &* by) }
    }
  }
}

extension NDArray where Element == Int {
  /// The integers of a range. Traps when they are more than an `Int` can count.
  public init(_ range: Range<Int>) { self = .arange(range.lowerBound, range.upperBound) }
}

extension NDFloat {
  public static func _arange(_ start: Self, _ stop: Self, _ step: Self) -> NDArray<Self> {
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
    return NDArray<Self>(shape: [count]) { out in
      VectorRows.ramp(from: start, by: delta, out, count)
      // An infinite step has no multiple of zero.
      if count > 0 { out[0] = start }
    }
  }
}

extension NDArray where Element: NDFloat {
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
