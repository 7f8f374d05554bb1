extension Linalg {
  /// The determinant of each matrix (…, n, n), as an array of shape (…): 0-dimensional for one matrix.
  ///
  /// Found from ``slogdet(_:)``, as NumPy does, so rounding shows: the determinant of
  /// [[1, 2], [3, 4]] is −2.0000000000000004. Traps when the matrices are not square. Complexity: O(n³)
  /// per matrix.
  public static func det<E>(_ a: NDArray<E>) -> NDArray<E.Quotient> {
    let (sign, logarithm) = signAndLogarithm(a, "det")
    // The exponential of libm, as in NumPy.
    let magnitudes = NDArray(logarithm.elements.map(Double.exp), shape: logarithm.shape)
    return (sign * magnitudes).asType(E.Quotient.self)
  }

  /// The determinant of the only matrix; traps when there are several. See ``det(_:)``.
  @_disfavoredOverload
  public static func det<E>(_ a: NDArray<E>) -> E.Quotient { (det(a) as NDArray).scalar }

  /// The sign of the determinant of each matrix (…, n, n) and the logarithm of its magnitude, which do
  /// not overflow: det = sign · exp(logarithm). 0 and −∞ for a singular matrix.
  ///
  /// Traps when the matrices are not square. Complexity: O(n³) per matrix (`dgetrf`).
  public static func slogdet<E>(
    _ a: NDArray<E>
  ) -> (sign: NDArray<E.Quotient>, logarithm: NDArray<E.Quotient>) {
    let (sign, logarithm) = signAndLogarithm(a, "slogdet")
    return (sign.asType(E.Quotient.self), logarithm.asType(E.Quotient.self))
  }

  private static func signAndLogarithm<E>(
    _ a: NDArray<E>, _ operation: StaticString
  ) -> (NDArray<Double>, NDArray<Double>) {
    let n = a.layout.squareMatrix(operation)
    let batch = a.layout.batch
    var lu = a.storedByColumns()
    var signs = NDArray<Double>.ones(Array(batch))
    var logarithms = NDArray<Double>.zeros(Array(batch))
    lu.withMutablePointer { lu in
      signs.withMutablePointer { signs in
        logarithms.withMutablePointer { logarithms in
          for i in 0..<batch.product {
            let matrix = lu + i * n * n
            let (info, exchanges) = LAPACK.getrf(n, matrix)
            // A pivot that is exactly zero decides, whatever stands beside it.
            (signs[i], logarithms[i]) =
              info > 0 ? (0, -.infinity) : signAndLogarithm(ofPivotsIn: matrix, n, exchanges)
          }
        }
      }
    }
    return (signs, logarithms)
  }

  /// The logarithms are added one after another, as NumPy does: the last bit shows in determinants that everyone
  /// knows.
  private static func signAndLogarithm(
    ofPivotsIn matrix: LAPACK.Matrix, _ n: Int, _ exchanges: Int
  ) -> (Double, Double) {
    var sign = exchanges % 2 == 1 ? -1.0 : 1.0
    var logarithm = 0.0
    for k in 0..<n {
      let pivot = matrix[k * n + k]
      if pivot < 0 { sign = -sign }
      logarithm += Double.log(abs(pivot))
    }
    return (sign, logarithm)
  }

  /// How many singular values of each matrix (…, m, n) exceed `tolerance`, as an array of shape (…).
  ///
  /// - Parameters:
  ///   - a: (…, m, n).
  ///   - tolerance: If nil, the largest singular value times the larger of m and n times the
  ///     rounding error of the element type.
  /// - Throws: ``LinAlgError`` when a matrix is not finite, or the singular values do not converge.
  public static func matrixRank<E>(
    _ a: NDArray<E>, tolerance: E.Quotient? = nil
  ) throws(LinAlgError) -> NDArray<Int> {
    let (m, n) = a.layout.matrix("matrixRank")
    let s = try svdvals(a)
    if s.count == 0 { return NDArray<Int>.zeros(Array(a.layout.batch)) }
    let factor = E.Quotient(Swift.max(m, n)) * E.Quotient.ulpOfOne
    let limit = s.max(axis: -1, keepDims: true) * factor
    let above = tolerance.map { s .> $0 } ?? (s .> limit)
    return above.asType(Int.self).sum(axis: -1)
  }

  /// The rank of the only matrix; traps when there are several. See ``matrixRank(_:tolerance:)``.
  @_disfavoredOverload
  public static func matrixRank<E>(
    _ a: NDArray<E>, tolerance: E.Quotient? = nil
  ) throws(LinAlgError) -> Int {
    let rank: NDArray<Int> = try matrixRank(a, tolerance: tolerance)
    return rank.scalar
  }
}
