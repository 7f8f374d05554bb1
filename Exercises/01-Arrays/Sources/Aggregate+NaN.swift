import CourseKit

extension Aggregate {
  /// The NaN-safe twin of an aggregate: the same of the elements that are not NaN.
  ///
  /// `np.nanmean` is `skippingNaN(mean)`: what is skipped does not count, neither in the sum nor in n. A lane of
  /// nothing but NaN is a lane without elements; there NumPy's `nanmax` warns and answers NaN, and ours throws.
  /// (For places, as of the largest element, see ``nanArgMax(_:)``.)
  public static func skippingNaN<Number: FloatingPoint, Result>(
    _ aggregate: @escaping ([Number]) throws -> Result
  ) -> ([Number]) throws -> Result {
    notImplemented()
  }

  /// Where in `lane` the largest element stands that is not NaN, the first of several.
  ///
  /// - Throws: ``ArrayError/noElements(of:)`` with "argMax" when all are NaN.
  public static func nanArgMax<Number: FloatingPoint>(_ lane: [Number]) throws -> Int {
    // The place is wanted in `lane`, not among those that are left.
    notImplemented()
  }

  /// Where in `lane` the smallest element stands that is not NaN, the first of several.
  ///
  /// - Throws: ``ArrayError/noElements(of:)`` with "argMin" when all are NaN.
  public static func nanArgMin<Number: FloatingPoint>(_ lane: [Number]) throws -> Int {
    notImplemented()
  }
}
