import CourseKit

/// A NaN, where there is one, is the result and its place is the place: nobody should read past it. Every
/// comparison with NaN is false; it is the only value that is not equal to itself.
extension Aggregate {
  /// The largest element, or NaN if there is one.
  ///
  /// - Throws: ``ArrayError/noElements(of:)`` with "max".
  public static func max<Number: Comparable>(_ lane: [Number]) throws -> Number {
    // BEGIN SOLUTION
    guard var largest = lane.first else { throw ArrayError.noElements(of: "max") }
    for x in lane {
      if x != x { return x }
      if x > largest { largest = x }
    }
    return largest
    // END SOLUTION
  }

  /// The smallest element, or NaN if there is one.
  ///
  /// - Throws: ``ArrayError/noElements(of:)`` with "min".
  public static func min<Number: Comparable>(_ lane: [Number]) throws -> Number {
    // BEGIN SOLUTION
    guard var smallest = lane.first else { throw ArrayError.noElements(of: "min") }
    for x in lane {
      if x != x { return x }
      if x < smallest { smallest = x }
    }
    return smallest
    // END SOLUTION
  }

  /// Where the largest element stands, the first of several; the first NaN if there is one.
  ///
  /// - Throws: ``ArrayError/noElements(of:)`` with "argMax".
  public static func argMax<Number: Comparable>(_ lane: [Number]) throws -> Int {
    // BEGIN SOLUTION
    guard !lane.isEmpty else { throw ArrayError.noElements(of: "argMax") }
    var best = 0
    for (place, x) in lane.enumerated() {
      if x != x { return place }
      if x > lane[best] { best = place }
    }
    return best
    // END SOLUTION
  }

  /// Where the smallest element stands, the first of several; the first NaN if there is one.
  ///
  /// - Throws: ``ArrayError/noElements(of:)`` with "argMin".
  public static func argMin<Number: Comparable>(_ lane: [Number]) throws -> Int {
    // BEGIN SOLUTION
    guard !lane.isEmpty else { throw ArrayError.noElements(of: "argMin") }
    var best = 0
    for (place, x) in lane.enumerated() {
      if x != x { return place }
      if x < lane[best] { best = place }
    }
    return best
    // END SOLUTION
  }
}
