import CourseKit

extension Aggregate {
  /// The middle one of the sorted elements, or the mean of the two in the middle.
  ///
  /// NaN of no elements, and where there is a NaN.
  public static func median<Number: FloatingPoint>(_ lane: [Number]) -> Number {
    // BEGIN SOLUTION
    if lane.isEmpty || lane.contains(where: \.isNaN) { return .nan }
    let sorted = lane.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    // END SOLUTION
  }

  /// The value below which `percent` percent of the elements lie, between neighbours on a straight line.
  ///
  /// Of n sorted elements it stands at the place $h = (n - 1)\cdot\text{percent}/100$, counted from 0. Where h
  /// is not whole, it lies between the two elements around it, as far as the fraction of h tells. Where
  /// h is whole it is the element itself, an infinite one too. NaN of no elements, and where there is a NaN.
  ///
  /// - Parameter percent: from 0, the smallest, to 100, the largest.
  public static func percentile<Number: BinaryFloatingPoint>(
    _ lane: [Number], _ percent: Number
  ) -> Number {
    precondition((0...100).contains(percent), "a percentage is needed, got \(percent)")
    // BEGIN SOLUTION
    if lane.isEmpty || lane.contains(where: \.isNaN) { return .nan }
    let sorted = lane.sorted()
    let place = Number(lane.count - 1) * percent / 100
    let below = Int(place)
    let fraction = place - Number(below)
    if fraction == 0 { return sorted[below] }
    return sorted[below] + fraction * (sorted[below + 1] - sorted[below])
    // STUB: // Sort, find the place h, and go from the element below it towards the one above.
    // STUB: notImplemented()
    // END SOLUTION
  }
}
