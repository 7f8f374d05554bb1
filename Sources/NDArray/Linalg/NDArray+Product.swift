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
    return NDArray.matrixProduct(self, other)
  }
}

/// The product of matrices and batches of them; see ``NDArray/matmul(_:)``.
public func matmul<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> { a.matmul(b) }

extension NDArray where Element: NDNumeric {
  /// The products of the matrices in the last two axes, whose inner extents agree. A vector is one row on the left and
  /// one column on the right, which the result does not have.
  private static func matrixProduct(_ a: NDArray, _ b: NDArray) -> NDArray {
    let (x, y) = (Factor(a, vectorIs: .row), Factor(b, vectorIs: .column))
    let product = _MatrixProduct(m: x.rows, n: y.columns, k: x.columns, a: x.strides, b: y.strides)
    let isSingle = a.rank <= 2 && b.rank <= 2
    let batch = isSingle ? [] : Layout.broadcast(x.batches.shape, y.batches.shape, in: "matmul")
    var shape = batch
    if a.rank > 1 { shape.append(product.m) }
    if b.rank > 1 { shape.append(product.n) }
    return NDArray(shape: shape) { out in
      let size = product.m * product.n
      if size == 0 { return }
      if product.k == 0 { return out.initialize(repeating: 0, count: batch.product * size) }
      x.array.withPointer { xs in
        y.array.withPointer { ys in
          if isSingle { return Element._matrixProduct(xs, ys, out, product) }
          let starts = x.batches.broadcast(to: batch, in: "matmul")
          let others = y.batches.broadcast(to: batch, in: "matmul")
          for i in 0..<batch.product {
            Element._matrixProduct(
              xs + starts.offset(ofElement: i), ys + others.offset(ofElement: i), out + i * size,
              product)
          }
        }
      }
    }
  }

  /// The matrices in the last two axes of an array, or a vector as one, where BLAS can read them.
  private struct Factor {
    let array: NDArray
    let rows, columns: Int
    let strides: MatrixStrides

    enum Vector { case row, column }

    init(_ array: NDArray, vectorIs vector: Vector) {
      let (shape, rank) = (array.layout.shape, array.rank)
      let isColumn = rank == 1 && vector == .column
      let rows = rank > 1 ? shape[rank - 2] : isColumn ? shape[0] : 1
      let columns = isColumn ? 1 : shape[rank - 1]
      func strides(of layout: Layout) -> MatrixStrides {
        // The stride of an axis of extent 1 is never used; it has the value that BLAS wants to see.
        let column = columns == 1 ? 1 : layout.strides[rank - 1]
        let row = rows > 1 ? layout.strides[Swift.max(rank - 2, 0)] : Swift.max(columns, 1)
        return MatrixStrides(row: rows > 1 || column == 1 ? row : 1, column: column)
      }
      let given = strides(of: array.layout)
      let isReadable = given.isReadable(rows: rows, columns: columns)
      self.array = isReadable ? array : array.copied()
      self.strides = isReadable ? given : strides(of: self.array.layout)
      (self.rows, self.columns) = (rows, columns)
    }

    /// The leading axes, along which matrices follow each other, without the offset of the first.
    var batches: Layout {
      let layout = array.layout
      return Layout(
        shape: Dims(layout.shape.dropLast(2)), strides: Dims(layout.strides.dropLast(2)), offset: 0)
    }
  }
}
