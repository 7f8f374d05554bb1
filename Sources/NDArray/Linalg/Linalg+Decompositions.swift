extension Linalg {
  /// The Cholesky factor L of each symmetric positive-definite matrix (…, n, n): A = L·Lᵀ, the other
  /// triangle zero.
  ///
  /// - Parameters:
  ///   - a: (…, n, n).
  ///   - upper: Whether to read the upper triangle and return U with A = Uᵀ·U. Only one
  ///     triangle is read; that the other agrees is not checked.
  /// - Throws: ``LinAlgError`` when a matrix is not positive definite.
  ///
  /// Traps when the matrices are not square. Complexity: O(n³) per matrix (`dpotrf`).
  public static func cholesky<E>(
    _ a: NDArray<E>, upper: Bool = false
  ) throws(LinAlgError) -> NDArray<E.Quotient> {
    let n = a.layout.squareMatrix("cholesky")
    var factor = a.storedByColumns()
    let failure = factor.withMutablePointer { factor in
      LAPACKFailure.first(in: a.layout.batch) { LAPACK.potrf(n, upper: upper, factor + $0 * n * n) }
    }
    if let failure { throw failure.error(.notPositiveDefinite, "cholesky", "dpotrf", [n, n]) }
    let rows = factor.readByRows(E.Quotient.self)
    return upper ? rows.triu() : rows.tril()
  }

  /// A = Q·R for each matrix (…, m, n), with orthonormal columns in Q and R upper triangular.
  ///
  /// - Parameters:
  ///   - a: (…, m, n).
  ///   - complete: Whether Q is the whole (m, m) and R (m, n); if not, Q is (m, k) and R
  ///     (k, n) with k = min(m, n).
  ///
  /// Complexity: O(m·n·min(m, n)) per matrix (`dgeqrf`, `dorgqr`).
  public static func qr<E>(
    _ a: NDArray<E>, complete: Bool = false
  ) -> (q: NDArray<E.Quotient>, r: NDArray<E.Quotient>) {
    let (m, n) = a.layout.matrix("qr")
    let reflectors = Swift.min(m, n)
    let width = complete ? m : reflectors
    let batch = a.layout.batch
    var factored = a.storedByColumns()
    var factors = NDArray<Double>.zeros(Array(batch) + [reflectors])
    var q = NDArray<Double>.zeros(Array(batch) + [width, m])
    let failure = factors.withMutablePointer { factors in
      let first = factored.withMutablePointer { a in
        LAPACKFailure.first(in: batch) { i in
          LAPACK.geqrf(m, n, a + i * m * n, factors: factors + i * reflectors)
        }
      }
      q[.ellipsis, 0..<reflectors, .all] = factored[.ellipsis, 0..<reflectors, .all]
      return first
        ?? q.withMutablePointer { q in
          LAPACKFailure.first(in: batch) { i in
            LAPACK.orgqr(
              m, width, reflectors: reflectors, q + i * m * width, factors: factors + i * reflectors
            )
          }
        }
    }
    require(failure == nil, "qr: LAPACK refuses its arguments, info \(failure?.info ?? 0)")
    let r = factored.readByRows(E.Quotient.self)[.ellipsis, 0..<width, .all].triu()
    return (q.readByRows(E.Quotient.self), r)
  }

  /// A = U·diag(s)·Vᵀ for each matrix (…, m, n), with orthonormal columns in U and rows in Vᵀ, and the
  /// singular values s descending.
  ///
  /// - Parameters:
  ///   - a: (…, m, n).
  ///   - fullMatrices: Whether U is (m, m) and Vᵀ (n, n); if not, they are (m, k) and (k, n)
  ///     with k = min(m, n).
  /// - Throws: ``LinAlgError`` when a matrix is not finite, or the iteration does not converge.
  ///
  /// Complexity: O(m·n·min(m, n)) per matrix (`dgesdd`).
  public static func svd<E>(
    _ a: NDArray<E>, fullMatrices: Bool = true
  ) throws(LinAlgError) -> (
    u: NDArray<E.Quotient>, s: NDArray<E.Quotient>, vt: NDArray<E.Quotient>
  ) {
    let (u, s, vt) = try singularValues(of: a, vectors: fullMatrices ? "A" : "S", "svd")
    return (u.asType(E.Quotient.self), s.asType(E.Quotient.self), vt.asType(E.Quotient.self))
  }

  /// The min(m, n) singular values of each matrix (…, m, n), descending.
  ///
  /// - Throws: ``LinAlgError`` when a matrix is not finite, or the iteration does not converge.
  public static func svdvals<E>(_ a: NDArray<E>) throws(LinAlgError) -> NDArray<E.Quotient> {
    try singularValues(of: a, vectors: "N", "svdvals").s.asType(E.Quotient.self)
  }

  static func singularValues<E>(
    of a: NDArray<E>, vectors: Character, _ operation: StaticString
  ) throws(LinAlgError) -> (u: NDArray<Double>, s: NDArray<Double>, vt: NDArray<Double>) {
    let (m, n) = a.layout.matrix(operation)
    let batch = a.layout.batch
    let k = Swift.min(m, n)
    let (width, height) = vectors == "A" ? (m, n) : vectors == "S" ? (k, k) : (0, 0)
    var a = a.storedByColumns()
    var s = NDArray<Double>.zeros(Array(batch) + [k])
    // Where one extent is 0, LAPACK does nothing, and the vectors are those of the identity.
    var u = NDArray<Double>.eye(width, m).broadcast(to: Array(batch) + [width, m]).copied()
    var vt = NDArray<Double>.eye(n, height).broadcast(to: Array(batch) + [n, height]).copied()
    let failure = a.withMutablePointer { a in
      s.withMutablePointer { s in
        u.withMutablePointer { u in
          vt.withMutablePointer { vt in
            LAPACKFailure.first(in: batch) { i in
              LAPACK.gesdd(
                m, n, vectors: vectors, a + i * m * n, singular: s + i * k, u: u + i * m * width,
                vt: vt + i * n * height)
            }
          }
        }
      }
    }
    if let failure { throw failure.error(.notConverged, operation, "dgesdd", [m, n]) }
    return (u.readByRows(Double.self), s, vt.readByRows(Double.self))
  }
}
