import CourseKit

/// A NaN, where there is one, is the result and its place is the place: nobody should read past it. Every
/// comparison with NaN is false; it is the only value that is not equal to itself.
extension Aggregate {
  /// The largest element, or NaN if there is one.
  ///
  /// - Throws: ``ArrayError/noElements(of:)`` with "max".
  public static func max<Number: Comparable>(_ lane: [Number]) throws -> Number {
    notImplemented()
  }

  /// The smallest element, or NaN if there is one.
  ///
  /// - Throws: ``ArrayError/noElements(of:)`` with "min".
  public static func min<Number: Comparable>(_ lane: [Number]) throws -> Number {
    notImplemented()
  }

  /// Where the largest element stands, the first of several; the first NaN if there is one.
  ///
  /// - Throws: ``ArrayError/noElements(of:)`` with "argMax".
  public static func argMax<Number: Comparable>(_ lane: [Number]) throws -> Int {
    notImplemented()
  }

  /// Where the smallest element stands, the first of several; the first NaN if there is one.
  ///
  /// - Throws: ``ArrayError/noElements(of:)`` with "argMin".
  public static func argMin<Number: Comparable>(_ lane: [Number]) throws -> Int {
    notImplemented()
  }
}
