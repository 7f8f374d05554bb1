import CLAPACKE

/// LAPACK's routines on one dense matrix of doubles stored by columns. Each overwrites its operands as
/// LAPACK's manual says and returns `info`.
///
/// These are the forms of LAPACKE that leave the search for NaNs to LAPACK. What solves in a fixed number of steps
/// (LU, Cholesky, QR) takes them: a NaN in, a NaN out, as with NumPy. What iterates may never end for a number
/// that is not finite, or say on the terminal what it thinks of it, so it is not called: it returns ``notFinite``.
enum LAPACK {
  typealias Matrix = UnsafeMutablePointer<Double>

  /// What a routine returns that was not called, because of a NaN or an infinity.
  static var notFinite: Int { -1 }

  /// Solves A·X = B for `rhs` columns by LU with row exchanges; X replaces B.
  static func gesv(_ n: Int, _ rhs: Int, _ a: Matrix, _ b: Matrix) -> Int {
    withPivots(n) { pivots in
      LAPACKE_dgesv_work(columns, Int32(n), Int32(rhs), a, lead(n), pivots, b, lead(n))
    }
  }

  /// Replaces A by its factors L and U; also says how many exchanges of rows that took.
  static func getrf(_ n: Int, _ a: Matrix) -> (info: Int, exchanges: Int) {
    var exchanges = 0
    let info = withPivots(n) { pivots in
      let info = LAPACKE_dgetrf_work(columns, Int32(n), Int32(n), a, lead(n), pivots)
      exchanges = (0..<n).count { pivots[$0] != Int32($0 + 1) }
      return info
    }
    return (info, exchanges)
  }

  /// Replaces the lower or upper triangle of A by its Cholesky factor.
  static func potrf(_ n: Int, upper: Bool, _ a: Matrix) -> Int {
    Int(LAPACKE_dpotrf_work(columns, triangle(upper), Int32(n), a, lead(n)))
  }

  /// The least-squares solution of least norm by singular values, in place of B, which has room for
  /// max(m, n) rows.
  static func gelsd(
    _ m: Int, _ n: Int, _ rhs: Int, _ a: Matrix, _ b: Matrix, singular: Matrix, rcond: Double,
    rank: inout Int32
  ) -> Int {
    guard isFinite(a, m * n) else { return notFinite }
    return withWorkspace { work, size, integers, _ in
      LAPACKE_dgelsd_work(
        columns, Int32(m), Int32(n), Int32(rhs), a, lead(m), b, lead(Swift.max(m, n)), singular,
        rcond, &rank, work, size, integers)
    }
  }

  /// The singular values of A, and with `vectors` U and Vᵀ: all (`"A"`), the first min(m, n) (`"S"`)
  /// or none (`"N"`).
  static func gesdd(
    _ m: Int, _ n: Int, vectors: Character, _ a: Matrix, singular: Matrix, u: Matrix, vt: Matrix
  ) -> Int {
    guard isFinite(a, m * n) else { return notFinite }
    let rows = vectors == "A" ? n : Swift.min(m, n)
    return withWorkspace(integers: 8 * Swift.min(m, n)) { work, size, integers, _ in
      LAPACKE_dgesdd_work(
        columns, CChar(vectors.asciiValue!), Int32(m), Int32(n), a, lead(m), singular, u, lead(m),
        vt, lead(rows), work, size, integers)
    }
  }

  /// The eigenvalues of the symmetric matrix in one triangle of A, ascending; with `vectors` the
  /// eigenvectors replace A.
  static func syevd(_ n: Int, upper: Bool, vectors: Bool, _ a: Matrix, values: Matrix) -> Int {
    // The other triangle is not read.
    let isRead = (0..<n).allSatisfy { column in
      let rows = upper ? 0..<(column + 1) : column..<n
      return isFinite(a + column * n + rows.lowerBound, rows.count)
    }
    guard isRead else { return notFinite }
    return withWorkspace { work, size, integers, integerSize in
      LAPACKE_dsyevd_work(
        columns, letter(vectors ? "V" : "N"), triangle(upper), Int32(n), a, lead(n), values, work,
        size, integers, integerSize)
    }
  }

  /// The eigenvalues of A, real and imaginary parts.
  static func geev(_ n: Int, _ a: Matrix, real: Matrix, imaginary: Matrix) -> Int {
    guard isFinite(a, n * n) else { return notFinite }
    return withWorkspace { work, size, _, _ in
      LAPACKE_dgeev_work(
        columns, letter("N"), letter("N"), Int32(n), a, lead(n), real, imaginary, nil, 1, nil, 1,
        work, size)
    }
  }

  /// Replaces A by R in its upper triangle and the reflectors of Q below it.
  static func geqrf(_ m: Int, _ n: Int, _ a: Matrix, factors: Matrix) -> Int {
    withWorkspace { work, size, _, _ in
      LAPACKE_dgeqrf_work(columns, Int32(m), Int32(n), a, lead(m), factors, work, size)
    }
  }

  /// Replaces the first `reflectors` columns of reflectors by the first `n` columns of Q.
  static func orgqr(_ m: Int, _ n: Int, reflectors: Int, _ q: Matrix, factors: Matrix) -> Int {
    withWorkspace { work, size, _, _ in
      LAPACKE_dorgqr_work(
        columns, Int32(m), Int32(n), Int32(reflectors), q, lead(m), factors, work, size)
    }
  }
}

// MARK: - What the calls share

extension LAPACK {
  private static func isFinite(_ a: Matrix, _ count: Int) -> Bool {
    // What is not finite stays so in a difference with itself, and in every sum.
    var sum = 0.0
    for i in 0..<count { sum += a[i] - a[i] }
    return sum == 0
  }

  private static var columns: Int32 { LAPACK_COL_MAJOR }

  /// The distance between columns of `rows` elements, which LAPACK wants to be positive.
  private static func lead(_ rows: Int) -> Int32 { Int32(Swift.max(rows, 1)) }

  private static func triangle(_ upper: Bool) -> CChar { letter(upper ? "U" : "L") }

  private static func letter(_ letter: Unicode.Scalar) -> CChar { CChar(letter.value) }

  private static func withPivots(_ n: Int, _ call: (UnsafeMutablePointer<Int32>) -> Int32) -> Int {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: Swift.max(n, 1)) {
      Int(call($0.baseAddress!))
    }
  }

  /// Asks a routine how much room it wants, then calls it with that much.
  private static func withWorkspace(
    integers: Int = 1,
    _ call: (UnsafeMutablePointer<Double>, Int32, UnsafeMutablePointer<Int32>, Int32) -> Int32
  ) -> Int {
    var (best, bestIntegers) = (1.0, Int32(1))
    let refused = call(&best, -1, &bestIntegers, -1)
    if refused != 0 { return Int(refused) }
    require(
      best <= Double(Int32.max),
      "Linalg: a matrix for which LAPACK wants \(best) numbers of workspace is too large for it")
    let size = Swift.max(Int32(best), 1)
    let integerSize = Swift.max(bestIntegers, Int32(integers), 1)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: Int(size)) { work in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: Int(integerSize)) {
        Int(call(work.baseAddress!, size, $0.baseAddress!, integerSize))
      }
    }
  }
}
