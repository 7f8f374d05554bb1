extension NDArray where Element: NDNumeric {
  /// The dot product of vectors, the product of matrices, and for higher ranks the sum over the last
  /// axis of this array and the second to last of the other; NumPy's `dot`. A 0-dimensional operand
  /// scales.
  public func dot(_ other: NDArray) -> NDArray {
    if rank == 0 || other.rank == 0 { return self * other }
    let axis = Swift.max(other.rank - 2, 0)
    let (k, expected) = (layout.shape[rank - 1], other.layout.shape[axis])
    require(
      k == expected,
      """
      dot: shapes \(layout.shape.text) and \(other.layout.shape.text) not aligned: \
      \(k) (dim \(rank - 1)) != \(expected) (dim \(axis))
      """)
    if rank <= 2 && other.rank <= 2 { return matmul(other) }
    let rows = Dims(layout.shape.dropLast())
    var columns = other.layout.shape
    columns.remove(at: axis)
    let order = [axis] + other.allAxes.filter { $0 != axis }
    let product = NDArray.matrixProduct(
      reshaped([rows.product, k]), other.transposed(order).reshaped([k, columns.product]))
    return product.reshaped(Array(rows) + Array(columns))
  }

  /// The product of matrices and batches of them; NumPy's `@`.
  ///
  /// Two matrices multiply as in mathematics. One-dimensional operands become a row on the left and a
  /// column on the right, and that axis is dropped from the result. Further leading axes are batches,
  /// and broadcast. `Float` and `Double` run on BLAS, which reads transposed and strided operands where
  /// they are; O(m·n·k). Traps when the inner extents differ.
  public func matmul(_ other: NDArray) -> NDArray {
    require(
      rank > 0 && other.rank > 0,
      """
      matmul: operands need at least one dimension, \
      got shapes \(layout.shape.text) \(other.layout.shape.text)
      """)
    let (k, expected) = (layout.shape[rank - 1], other.layout.shape[Swift.max(other.rank - 2, 0)])
    require(
      k == expected,
      """
      matmul: shapes \(layout.shape.text) and \(other.layout.shape.text) do not fit: \
      \(k) (dim \(rank - 1)) != \(expected) (dim \(Swift.max(other.rank - 2, 0)))
      """)
    if rank > 1 && other.rank > 1 { return NDArray.matrixProduct(self, other) }
    let product = NDArray.matrixProduct(
      rank == 1 ? expandedDimensions(axis: 0) : self,
      other.rank == 1 ? other.expandedDimensions(axis: 1) : other)
    var axes: [Int] = []
    if rank == 1 { axes.append(-2) }
    if other.rank == 1 { axes.append(-1) }
    return product.squeezed(axes: axes)
  }
}

/// The product of matrices and batches of them; see ``NDArray/matmul(_:)``.
public func matmul<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> { a.matmul(b) }

extension NDArray where Element: NDNumeric {
  /// The products of the matrices in the last two axes, whose inner extents agree.
  private static func matrixProduct(_ a: NDArray, _ b: NDArray) -> NDArray {
    let (x, y) = (a.readableByBLAS(), b.readableByBLAS())
    let (m, k, n) = (x.rows, x.columns, y.columns)
    let product = _MatrixProduct(m: m, n: n, k: k, a: x.matrixStrides, b: y.matrixStrides)
    let isSingle = x.rank == 2 && y.rank == 2
    let batch =
      isSingle ? [] : Layout.broadcast(x.batches.shape, y.batches.shape, in: "matmul")
    var shape = batch
    shape.append(m)
    shape.append(n)
    return NDArray(shape: shape) { out in
      if m == 0 || n == 0 { return }
      if k == 0 { return out.initialize(repeating: 0, count: batch.product * m * n) }
      if isSingle {
        return x.withPointer { x in
          y.withPointer { Element._matrixProduct(x, $0, out, product) }
        }
      }
      let starts = x.batches.broadcast(to: batch, in: "matmul")
      let others = y.batches.broadcast(to: batch, in: "matmul")
      x.withPointer { xs in
        y.withPointer { ys in
          for i in 0..<batch.product {
            Element._matrixProduct(
              xs + starts.offset(ofElement: i), ys + others.offset(ofElement: i), out + i * m * n,
              product)
          }
        }
      }
    }
  }

  private var rows: Int { layout.shape[rank - 2] }
  private var columns: Int { layout.shape[rank - 1] }

  private var matrixStrides: MatrixStrides {
    var strides = MatrixStrides(row: layout.strides[rank - 2], column: layout.strides[rank - 1])
    // The stride of an axis of extent 1 is never used; give it the value that BLAS wants to see.
    if columns == 1 { strides.column = 1 }
    if rows == 1 { strides.row = strides.column == 1 ? Swift.max(columns, 1) : 1 }
    return strides
  }

  /// The leading axes, along which matrices follow each other, without the offset of the first.
  private var batches: Layout {
    Layout(
      shape: Dims(layout.shape.dropLast(2)), strides: Dims(layout.strides.dropLast(2)), offset: 0)
  }

  private func readableByBLAS() -> NDArray {
    matrixStrides.isReadable(rows: rows, columns: columns) ? self : copied()
  }
}
