extension Linalg {
  /// The eigenvalues (…, n) of each symmetric matrix (…, n, n), ascending, and in the columns of
  /// (…, n, n) the eigenvectors of length 1.
  ///
  /// - Parameters:
  ///   - a: (…, n, n).
  ///   - upper: Whether to read the upper triangle. Only one is read; that the other agrees is
  ///     not checked.
  /// - Throws: ``LinAlgError`` when a matrix is not finite, or the iteration does not converge.
  ///
  /// Traps when the matrices are not square. Complexity: O(n³) per matrix (`dsyevd`).
  public static func eigh<E>(
    _ a: NDArray<E>, upper: Bool = false
  ) throws(LinAlgError) -> (values: NDArray<E.Quotient>, vectors: NDArray<E.Quotient>) {
    let (values, vectors) = try symmetric(a, upper: upper, vectors: true, "eigh")
    return (values.asType(E.Quotient.self), vectors.asType(E.Quotient.self))
  }

  /// The eigenvalues (…, n) of each symmetric matrix (…, n, n), ascending; see ``eigh(_:upper:)``.
  public static func eigvalsh<E>(
    _ a: NDArray<E>, upper: Bool = false
  ) throws(LinAlgError) -> NDArray<E.Quotient> {
    try symmetric(a, upper: upper, vectors: false, "eigvalsh").values.asType(E.Quotient.self)
  }

  private static func symmetric<E>(
    _ a: NDArray<E>, upper: Bool, vectors: Bool, _ operation: StaticString
  ) throws(LinAlgError) -> (values: NDArray<Double>, vectors: NDArray<Double>) {
    let n = a.layout.squareMatrix(operation)
    let batch = a.layout.batch
    var eigenvectors = a.storedByColumns()
    var values = NDArray<Double>.zeros(Array(batch) + [n])
    let failure = eigenvectors.withMutablePointer { a in
      values.withMutablePointer { values in
        LAPACKFailure.first(in: batch) { i in
          LAPACK.syevd(n, upper: upper, vectors: vectors, a + i * n * n, values: values + i * n)
        }
      }
    }
    if let failure { throw failure.error(.notConverged, operation, "dsyevd", [n, n]) }
    return (values, eigenvectors.readByRows(Double.self))
  }

  /// The eigenvalues (…, n) of each matrix (…, n, n), all of which must be real, in LAPACK's order.
  ///
  /// - Throws: ``LinAlgError`` when some are complex, a matrix is not finite, or the iteration does not converge.
  ///
  /// Traps when the matrices are not square. Complexity: O(n³) per matrix (`dgeev`).
  public static func eigvals<E>(_ a: NDArray<E>) throws(LinAlgError) -> NDArray<E.Quotient> {
    let n = a.layout.squareMatrix("eigvals")
    let batch = a.layout.batch
    var matrices = a.storedByColumns()
    var real = NDArray<Double>.zeros(Array(batch) + [n])
    var imaginary = NDArray<Double>.zeros([n])
    var reason = LinAlgError.Reason.notConverged
    let failure = matrices.withMutablePointer { a in
      real.withMutablePointer { real in
        imaginary.withMutablePointer { imaginary in
          LAPACKFailure.first(in: batch) { i in
            let info = LAPACK.geev(n, a + i * n * n, real: real + i * n, imaginary: imaginary)
            reason = info == 0 ? .complexEigenvalues : .notConverged
            return info == 0 ? (0..<n).count { imaginary[$0] != 0 } : info
          }
        }
      }
    }
    if let failure { throw failure.error(reason, "eigvals", "dgeev", [n, n]) }
    return real.asType(E.Quotient.self)
  }
}
