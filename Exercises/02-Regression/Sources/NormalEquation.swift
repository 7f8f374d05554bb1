import CourseKit
import NDArray

/// Why there is no single best $w$.
public enum RegressionError: Error, Equatable, CustomStringConvertible {
  /// The columns of X depend on each other: only `rank` of `columns` say something new.
  case dependentColumns(rank: Int, columns: Int)

  public var description: String {
    switch self {
    case .dependentColumns(let rank, let columns):
      """
      the \(columns) columns of X depend on each other (rank \(rank)), so many w are equally good; \
      leave \(columns - rank) out, or take ridge regression
      """
    }
  }
}

/// $\hat w = (X^TX)^{-1}X^Ty$: where the gradient of the squared error is zero.
///
/// The system $X^TX\,w = X^Ty$ is solved, the inverse is never formed.
///
/// - Throws: ``RegressionError/dependentColumns(rank:columns:)`` when no single $w$ is the best.
public func normalEquation(
  _ x: NDArray<Double>, _ y: NDArray<Double>
) throws -> NDArray<Double> {
  // Linalg.matrixRank(x), written to a constant of type Int, tells how many columns say something new.
  notImplemented()
}
