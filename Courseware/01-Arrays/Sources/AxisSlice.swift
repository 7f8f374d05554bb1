import CourseKit

/// Python's `start:stop:step`; what is left out is `nil`.
///
/// `AxisSlice(0, 2)` is `0:2`, `AxisSlice(1)` is `1:`, `AxisSlice(step: -1)` is `::-1`.
public struct AxisSlice: Equatable, Sendable {
  public var start: Int?
  public var stop: Int?
  public var step: Int

  public init(_ start: Int? = nil, _ stop: Int? = nil, step: Int = 1) {
    self.start = start
    self.stop = stop
    self.step = step
  }

  /// The first index that the slice takes from an axis of length `extent`, and how many it takes.
  ///
  /// A negative bound counts from the end; a bound beyond either end is cut off there; `stop` itself
  /// is not taken. Backwards, what is left out means "from the last" and "to the first, which is taken".
  /// Where nothing is taken the first index does not matter. `step` is not 0.
  public func resolved(extent: Int) -> (first: Int, count: Int) {
    // BEGIN SOLUTION
    let (lowest, highest) = step > 0 ? (0, extent) : (-1, extent - 1)
    func bound(_ given: Int?, _ otherwise: Int) -> Int {
      guard let given else { return otherwise }
      return min(max(given < 0 ? given + extent : given, lowest), highest)
    }
    let first = bound(start, step > 0 ? lowest : highest)
    let end = bound(stop, step > 0 ? highest : lowest)
    let length = step > 0 ? end - first : first - end
    return (first, length > 0 ? (length - 1) / abs(step) + 1 : 0)
    // STUB: // Forwards, bounds are cut to 0 ... extent; backwards to −1 ... extent − 1. The count is the distance
    // STUB: // divided by |step|, rounded up, and never negative.
    // STUB: notImplemented()
    // END SOLUTION
  }
}
