import CKernels
import COpenBLAS

/// The product of an m × k and a k × n matrix, each given by the strides of its rows and columns, into
/// a dense m × n matrix.
public struct _MatrixProduct: Sendable {
  var m: Int
  var n: Int
  var k: Int
  var a: MatrixStrides
  var b: MatrixStrides
}

/// How far apart the rows and the columns of a matrix lie.
struct MatrixStrides: Sendable, Equatable {
  var row: Int
  var column: Int

  var transposed: MatrixStrides { MatrixStrides(row: column, column: row) }

  /// Whether BLAS can read the matrix where it is: the elements of each row, or of each column, side by
  /// side, and the rows, or columns, apart and forwards.
  func isReadable(rows: Int, columns: Int) -> Bool {
    column == 1 && row >= Swift.max(columns, 1) || row == 1 && column >= Swift.max(rows, 1)
  }

  /// The transposition flag and leading dimension under which row-major BLAS reads the matrix.
  fileprivate var blasForm: (CBLAS_TRANSPOSE, Int32) {
    column == 1 && row >= 1 ? (CblasNoTrans, Int32(row)) : (CblasTrans, Int32(column))
  }
}

extension NDInteger {
  /// By blocks in registers; sums wrap around, so their order does not matter.
  public static func _matrixProduct(
    _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, _ out: UnsafeMutablePointer<Self>,
    _ p: _MatrixProduct
  ) {
    var shape = ck_matrix(
      m: p.m, n: p.n, k: p.k, a_row: p.a.row, a_column: p.a.column, b_row: p.b.row,
      b_column: p.b.column)
    ck_matmul(Int32(MemoryLayout<Self>.size), &shape, a, b, out)
  }
}

extension NDFloat {
  /// By the routine of BLAS for the shape: a dot product, a matrix with a vector, a matrix with its own
  /// transpose, of which half is computed, or two matrices.
  public static func _matrixProduct(
    _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, _ out: UnsafeMutablePointer<Self>,
    _ p: _MatrixProduct
  ) {
    if p.m == 1 && p.n == 1 {
      out.pointee = BLAS.dot(p.k, a, p.a.column, b, p.b.row)
    } else if p.n == 1 {
      BLAS.matrixVector(p.a, rows: p.m, columns: p.k, a, b, p.b.row, out)
    } else if p.m == 1 {
      BLAS.matrixVector(p.b.transposed, rows: p.n, columns: p.k, b, a, p.a.column, out)
    } else if a == b && p.a == p.b.transposed && p.m == p.n {
      BLAS.gram(p.a, rows: p.m, columns: p.k, a, out)
      for i in 0..<p.m {
        for j in 0..<i { out[i &* p.n &+ j] = out[j &* p.n &+ i] }
      }
    } else {
      BLAS.matrixMatrix(p, a, b, out)
    }
  }
}

/// BLAS for `Float` and `Double`; the branches on the type fold away.
private enum BLAS {
  /// By pieces, which OpenBLAS keeps on the thread that calls: to wake its own for a longer product takes more time
  /// than they save. Pieces may run on ours instead; their sums are added in order.
  static func dot<T: NDFloat>(
    _ count: Int, _ a: UnsafePointer<T>, _ sa: Int, _ b: UnsafePointer<T>, _ sb: Int
  ) -> T {
    let length = 8192
    if count <= length { return dotOfPiece(count, a, sa, b, sb) }
    let pieces = (count + length - 1) / length
    let work = 2 * count * MemoryLayout<T>.size * _Loop.Cost.fold.rawValue
    return withUnsafeTemporaryAllocation(of: T.self, capacity: pieces) { sums in
      Parts.forEach(of: pieces, unit: 1, work: work) { part in
        for piece in part {
          let start = piece * length
          sums[piece] = dotOfPiece(
            Swift.min(length, count - start), a + start * sa, sa, b + start * sb, sb)
        }
      }
      return sums.reduce(0, +)
    }
  }

  private static func dotOfPiece<T: NDFloat>(
    _ count: Int, _ a: UnsafePointer<T>, _ sa: Int, _ b: UnsafePointer<T>, _ sb: Int
  ) -> T {
    T.self == Double.self
      ? T(cblas_ddot(Int32(count), f64(a), Int32(sa), f64(b), Int32(sb)))
      : T(cblas_sdot(Int32(count), f32(a), Int32(sa), f32(b), Int32(sb)))
  }

  /// `out` = A x.
  static func matrixVector<T: NDFloat>(
    _ strides: MatrixStrides, rows: Int, columns: Int, _ a: UnsafePointer<T>,
    _ x: UnsafePointer<T>, _ step: Int, _ out: UnsafeMutablePointer<T>
  ) {
    let (form, leading) = strides.blasForm
    // BLAS counts the rows and columns of what lies in memory.
    let (m, n) = form == CblasNoTrans ? (rows, columns) : (columns, rows)
    if T.self == Double.self {
      cblas_dgemv(
        CblasRowMajor, form, Int32(m), Int32(n), 1, f64(a), leading, f64(x), Int32(step), 0,
        f64(out), 1)
    } else {
      cblas_sgemv(
        CblasRowMajor, form, Int32(m), Int32(n), 1, f32(a), leading, f32(x), Int32(step), 0,
        f32(out), 1)
    }
  }

  /// The upper half of `out` = A Aᵀ.
  static func gram<T: NDFloat>(
    _ strides: MatrixStrides, rows: Int, columns: Int, _ a: UnsafePointer<T>,
    _ out: UnsafeMutablePointer<T>
  ) {
    let (form, leading) = strides.blasForm
    let (n, k) = (Int32(rows), Int32(columns))
    if T.self == Double.self {
      cblas_dsyrk(CblasRowMajor, CblasUpper, form, n, k, 1, f64(a), leading, 0, f64(out), n)
    } else {
      cblas_ssyrk(CblasRowMajor, CblasUpper, form, n, k, 1, f32(a), leading, 0, f32(out), n)
    }
  }

  /// `out` = A B.
  static func matrixMatrix<T: NDFloat>(
    _ p: _MatrixProduct, _ a: UnsafePointer<T>, _ b: UnsafePointer<T>,
    _ out: UnsafeMutablePointer<T>
  ) {
    let (formOfA, leadingOfA) = p.a.blasForm
    let (formOfB, leadingOfB) = p.b.blasForm
    let (m, n, k) = (Int32(p.m), Int32(p.n), Int32(p.k))
    if T.self == Double.self {
      cblas_dgemm(
        CblasRowMajor, formOfA, formOfB, m, n, k, 1, f64(a), leadingOfA, f64(b), leadingOfB, 0,
        f64(out), n)
    } else {
      cblas_sgemm(
        CblasRowMajor, formOfA, formOfB, m, n, k, 1, f32(a), leadingOfA, f32(b), leadingOfB, 0,
        f32(out), n)
    }
  }
}
