extension Linalg {
  /// The solution X of A·X = B, by LU with row exchanges (`dgesv`).
  ///
  /// - Parameters:
  ///   - a: (…, n, n).
  ///   - b: (n) or (…, n, k). The leading axes of both broadcast.
  /// - Returns: (…, n) for a vector `b`, else (…, n, k).
  /// - Throws: ``LinAlgError`` when a matrix is singular.
  ///
  /// Traps when the shapes do not fit. Complexity: O(n³ + n²·k) per matrix.
  public static func solve<E>(
    _ a: NDArray<E>, _ b: NDArray<E>
  ) throws(LinAlgError) -> NDArray<E.Quotient> {
    let x = try solve(a, b, "solve")
    return x.asType(E.Quotient.self)
  }

  /// The inverse of each matrix (…, n, n), found as the solution of A·X = 1.
  ///
  /// - Throws: ``LinAlgError`` when a matrix is singular.
  ///
  /// Traps when the matrices are not square. To solve an equation use ``solve(_:_:)``, which is faster and
  /// more accurate. Complexity: O(n³) per matrix.
  public static func inv<E>(_ a: NDArray<E>) throws(LinAlgError) -> NDArray<E.Quotient> {
    let n = a.layout.squareMatrix("inv")
    let x = try solve(a, NDArray<E>.eye(n), "inv")
    return x.asType(E.Quotient.self)
  }

  private static func solve<E>(
    _ a: NDArray<E>, _ b: NDArray<E>, _ operation: StaticString
  ) throws(LinAlgError) -> NDArray<Double> {
    let n = a.layout.squareMatrix(operation)
    let vector = b.rank == 1
    let columns = vector ? b.expandedDimensions(axis: 1) : b
    let (rows, k) = columns.layout.matrix(operation)
    guard rows == n, let batch = Layout.common(a.layout.batch, columns.layout.batch) else {
      fail(
        """
        \(operation): the shapes \(a.layout.shape.text) of a and \(b.layout.shape.text) of b \
        do not fit together
        """)
    }
    var lu = a.storedByColumns(batch: batch)
    var x = columns.storedByColumns(batch: batch)
    let failure = lu.withMutablePointer { lu in
      x.withMutablePointer { x in
        LAPACKFailure.first(in: batch) { LAPACK.gesv(n, k, lu + $0 * n * n, x + $0 * n * k) }
      }
    }
    if let failure { throw failure.error(.singular, operation, "dgesv", [n, n]) }
    let solution = x.readByRows(Double.self)
    return vector ? solution.squeezed(axis: -1) : solution
  }

  /// The X that brings A·X closest to B in the least-squares sense, by singular values (`dgelsd`).
  /// Among several the one of least norm.
  ///
  /// - Parameters:
  ///   - a: (m, n).
  ///   - b: (m) or (m, k).
  ///   - rcond: Singular values below `rcond` times the largest count as zero. If nil, the rounding
  ///     error of `Double` times the larger of m and n.
  /// - Returns: The solution, (n) or (n, k); the sums of squared residuals of the k columns, empty
  ///   when the rank is below n or m ≤ n; the rank of A; its min(m, n) singular values, descending.
  /// - Throws: ``LinAlgError`` when a matrix is not finite, or the singular values do not converge.
  ///
  /// Traps when the shapes do not fit. Complexity: O(m·n·min(m, n)).
  public static func lstsq<E>(
    _ a: NDArray<E>, _ b: NDArray<E>, rcond: Double? = nil
  ) throws(LinAlgError) -> (
    solution: NDArray<E.Quotient>, residuals: NDArray<E.Quotient>, rank: Int,
    singularValues: NDArray<E.Quotient>
  ) {
    require(
      a.rank == 2 && (b.rank == 1 || b.rank == 2) && a.layout.shape[0] == b.layout.shape[0],
      """
      lstsq: a must be a matrix and b a vector or matrix of as many rows, \
      got shapes \(a.layout.shape.text) and \(b.layout.shape.text)
      """)
    let (m, n) = a.layout.matrix("lstsq")
    let columns = b.rank == 1 ? b.expandedDimensions(axis: 1) : b
    let k = columns.layout.shape[1]
    // LAPACK wants a right side even where there is none, and room for the solution beside it.
    var x = NDArray<Double>.zeros([Swift.max(k, 1), Swift.max(m, n)])
    // What is not finite is left to no iteration: the solution for such a right side is NaN.
    let right = columns.T.asType(Double.self)
    let known = isFinite(right).all(axis: 1, keepDims: true)
    x[0..<k, 0..<m] = which(known, right, 0)
    var factors = a.storedByColumns()
    var singular = NDArray<Double>.zeros([Swift.min(m, n)])
    var rank: Int32 = 0
    let info = factors.withMutablePointer { factors in
      x.withMutablePointer { x in
        singular.withMutablePointer { singular in
          LAPACK.gelsd(
            m, n, Swift.max(k, 1), factors, x, singular: singular,
            rcond: rcond ?? Double.ulpOfOne * Double(Swift.max(m, n)), rank: &rank)
        }
      }
    }
    if info != 0 {
      throw LAPACKFailure(position: [], info: info).error(.notConverged, "lstsq", "dgelsd", [m, n])
    }
    let solution = which(known, x[0..<k, 0..<n], .nan).readByRows(E.Quotient.self)
    let full = Int(rank) == n && m > n
    let residuals =
      full
      ? which(known.squeezed(axis: 1), square(x[0..<k, n..<m]).sum(axis: 1), .nan)
      : NDArray<Double>.zeros([0])
    return (
      b.rank == 1 ? solution.squeezed(axis: 1) : solution, residuals.asType(E.Quotient.self),
      Int(rank), singular.asType(E.Quotient.self)
    )
  }

  /// The Moore–Penrose inverse (…, n, m) of each matrix (…, m, n), by singular values.
  ///
  /// - Parameters:
  ///   - a: (…, m, n).
  ///   - rcond: Singular values up to `rcond` times the largest count as zero; NumPy's default. The array API
  ///     standard has another, see ``pinv(_:rtol:)``.
  /// - Throws: ``LinAlgError`` when a matrix is not finite, or the singular values do not converge.
  ///
  /// Complexity: O(m·n·min(m, n)) per matrix.
  public static func pinv<E>(
    _ a: NDArray<E>, rcond: Double = 1e-15
  ) throws(LinAlgError) -> NDArray<E.Quotient> {
    try pseudoinverse(a, rcond)
  }

  /// The Moore–Penrose inverse as the array API standard defines it.
  ///
  /// - Parameters:
  ///   - a: (…, m, n).
  ///   - rtol: Singular values up to `rtol` times the largest count as zero; if nil, the larger of m and n times
  ///     the rounding error of the element type. NumPy's `pinv(a, rtol=None)`.
  /// - Throws: ``LinAlgError`` when a matrix is not finite, or the singular values do not converge.
  public static func pinv<E>(
    _ a: NDArray<E>, rtol: Double?
  ) throws(LinAlgError) -> NDArray<E.Quotient> {
    let (m, n) = a.layout.matrix("pinv")
    return try pseudoinverse(a, rtol ?? Double(Swift.max(m, n)) * Double(E.Quotient.ulpOfOne))
  }

  private static func pseudoinverse<E>(
    _ a: NDArray<E>, _ rcond: Double
  ) throws(LinAlgError) -> NDArray<E.Quotient> {
    let (m, n) = a.layout.matrix("pinv")
    if m == 0 || n == 0 { return NDArray<E.Quotient>.zeros(Array(a.layout.batch) + [n, m]) }
    let (u, s, vt) = try singularValues(of: a, vectors: "S", "pinv")
    let cutoff = s.max(axis: -1, keepDims: true) * rcond
    let inverse = which(s .> cutoff, 1 / s, 0)
    let scaled = inverse.expandedDimensions(axis: -1) * u.swappedAxes(-1, -2)
    return vt.swappedAxes(-1, -2).matmul(scaled).asType(E.Quotient.self)
  }
}
