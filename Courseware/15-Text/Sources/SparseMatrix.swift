import CourseKit
import NDArray

/// A matrix nearly all of whose elements are 0: only the others are kept, with their places.
///
/// 1522 reviews by 35,463 words and pairs are 54 million numbers, 99.8 % of them 0.
public struct SparseMatrix: Sendable {
  /// The number of rows and of columns.
  public let shape: [Int]
  /// The row of each element that is kept.
  public let rows: NDArray<Int>
  /// The column of each element that is kept.
  public let columns: NDArray<Int>
  /// The elements themselves.
  public let values: NDArray<Double>

  /// A matrix with these elements at these places, and 0 elsewhere.
  public init(_ shape: [Int], rows: [Int], columns: [Int], values: [Double]) {
    self.shape = shape
    (self.rows, self.columns, self.values) = (NDArray(rows), NDArray(columns), NDArray(values))
  }

  /// $Xw$ for `w` (columns): (rows). Each element that is kept adds its share to its row.
  public func dot(_ w: NDArray<Double>) -> NDArray<Double> {
    // BEGIN SOLUTION
    var sum = NDArray<Double>.zeros([shape[0]])
    sum.add(values * w[columns], at: rows)
    return sum
    // STUB: // `sum.add(terms, at: rows)` adds up where a row comes more than once; `sum[rows] += terms` would not.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// $X^Tz$ for `z` (rows): (columns).
  public func transposedDot(_ z: NDArray<Double>) -> NDArray<Double> {
    // BEGIN SOLUTION
    var sum = NDArray<Double>.zeros([shape[1]])
    sum.add(values * z[rows], at: columns)
    return sum
    // END SOLUTION
  }

  /// The matrix with its zeros, for looking at small ones.
  public var dense: NDArray<Double> {
    var dense = NDArray<Double>.zeros([shape[0] * shape[1]])
    dense.add(values, at: rows * shape[1] + columns)
    return dense.reshaped(shape)
  }
}
