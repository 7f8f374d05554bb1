import CourseKit

extension StridedArray where Element: Numeric {
  /// The product of NumPy's `dot`: each lane along this array's last axis with each lane along the last
  /// but one axis of `other` (its only one, if it is a vector).
  ///
  /// | this | other | result |
  /// |---|---|---|
  /// | (k) | (k) | a scalar, $\sum_i a_ib_i$ |
  /// | (n, k) | (k) | (n) |
  /// | (k) | (k, m) | (m) |
  /// | (n, k) | (k, m) | (n, m) |
  ///
  /// Axes in front of them stay where they are, this array's first.
  /// - Throws: ``ArrayError/notAligned(_:_:)`` with both shapes where the lanes are not equally long, or where
  ///   there are none because one of the two is a scalar.
  public func dot(_ other: StridedArray) throws -> StridedArray {
    guard rank > 0, other.rank > 0, shape[rank - 1] == other.shape[max(other.rank - 2, 0)] else {
      throw ArrayError.notAligned(shape, other.shape)
    }
    // Rows are lanes of this array, columns are lanes of the other. What is the shape of the result?
    notImplemented()
  }
}
