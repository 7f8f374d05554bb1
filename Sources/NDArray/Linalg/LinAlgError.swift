/// A matrix for which an operation of ``Linalg`` has no answer.
///
/// ```swift
/// let a: NDArray<Double> = [[1, 2], [2, 4]]
/// do {
///   print(try Linalg.inv(a))
/// } catch {
///   print(error)
///   // inv: the matrix of shape (2,2) is singular: dgesv reports that U(2,2) is exactly zero
/// }
/// ```
public struct LinAlgError: Error, Equatable, Sendable {
  /// What is the matter with the matrix.
  public enum Reason: Sendable {
    /// Its columns depend on each other.
    case singular
    /// It is not positive definite.
    case notPositiveDefinite
    /// The iteration for its singular values or eigenvalues did not converge, or it holds
    /// a NaN or an infinity; then ``LinAlgError/info`` is −1.
    case notConverged
    /// Some of its eigenvalues are complex.
    case complexEigenvalues
  }

  /// The operation, `"solve"`.
  public let operation: String
  /// What is the matter with the matrix.
  public let reason: Reason
  /// The shape of the one matrix.
  public let shape: [Int]
  /// Where along the leading axes the matrix stands; empty when it was the only one.
  public let position: [Int]
  /// The LAPACK routine, `"dgesv"`.
  public let routine: String
  /// What the routine returned as `info`.
  public let info: Int
}

extension LinAlgError: CustomStringConvertible {
  public var description: String {
    let which = position.isEmpty ? "the matrix" : "matrix \(position) of the batch, each"
    return
      "\(operation): \(which) of shape \(Dims(shape).text) \(reason.words): \(routine) \(cause)"
  }

  /// What the routine says by `info`.
  private var cause: String {
    switch reason {
    case .singular: "reports that U(\(info),\(info)) is exactly zero"
    case .notPositiveDefinite: "reports that the leading minor of order \(info) is not positive"
    case .notConverged where info < 0: "needs numbers that are finite"
    case .notConverged: "gives up with info \(info)"
    case .complexEigenvalues: "finds \(info) with an imaginary part"
    }
  }
}

extension LinAlgError.Reason {
  fileprivate var words: String {
    switch self {
    case .singular: "is singular"
    case .notPositiveDefinite: "is not positive definite"
    case .notConverged: "has singular values or eigenvalues that cannot be found"
    case .complexEigenvalues: "has complex eigenvalues"
    }
  }
}
