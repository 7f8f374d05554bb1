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
struct MatrixStrides: Sendable {
  var row: Int
  var column: Int

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
  /// Adds the rows of `b` up, so that memory is read in order; sums wrap around.
  public static func _matrixProduct(
    _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, _ out: UnsafeMutablePointer<Self>,
    _ p: _MatrixProduct
  ) {
    for i in 0..<p.m {
      let row = out + i &* p.n
      row.update(repeating: 0, count: p.n)
      for l in 0..<p.k {
        let factor = a[i &* p.a.row &+ l &* p.a.column]
        let source = b + l &* p.b.row
        for j in 0..<p.n { row[j] = row[j] &+ factor &* source[j &* p.b.column] }
      }
    }
  }
}

extension Double {
  public static func _matrixProduct(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>,
    _ p: _MatrixProduct
  ) {
    let (ta, lda) = p.a.blasForm
    let (tb, ldb) = p.b.blasForm
    cblas_dgemm(
      CblasRowMajor, ta, tb, Int32(p.m), Int32(p.n), Int32(p.k), 1, a, lda, b, ldb, 0, out,
      Int32(Swift.max(p.n, 1)))
  }
}

extension Float {
  public static func _matrixProduct(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ out: UnsafeMutablePointer<Float>,
    _ p: _MatrixProduct
  ) {
    let (ta, lda) = p.a.blasForm
    let (tb, ldb) = p.b.blasForm
    cblas_sgemm(
      CblasRowMajor, ta, tb, Int32(p.m), Int32(p.n), Int32(p.k), 1, a, lda, b, ldb, 0, out,
      Int32(Swift.max(p.n, 1)))
  }
}
