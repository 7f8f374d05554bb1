/// Linear algebra on LAPACK; NumPy's `numpy.linalg`.
///
/// ```swift
/// let a: NDArray<Double> = [[3, 1], [1, 2]]
/// print(try Linalg.solve(a, [9, 8]))  // [2. 3.]
/// ```
///
/// A matrix is the last two axes of an array; leading axes are batches, over which the operations go
/// one by one. Operands may be views of any kind. The work is done in `Double`, also for `Float`, whose
/// results are rounded at the end, and integers; NumPy does the same. A wrong shape stops the program; a
/// matrix for which there is no answer throws ``LinAlgError``.
public enum Linalg {}

// MARK: - Shapes

extension Layout {
  /// The extents of the last two axes; traps when there are fewer.
  func matrix(_ operation: StaticString) -> (rows: Int, columns: Int) {
    require(
      rank >= 2,
      "\(operation): the array must be at least two-dimensional, got shape \(shape.text)")
    let (rows, columns) = (shape[rank - 2], shape[rank - 1])
    require(
      Swift.max(rows, columns) <= Int(Int32.max),
      "\(operation): LAPACK counts rows and columns up to \(Int32.max), got shape \(shape.text)")
    return (rows, columns)
  }

  /// The extent of the last two axes; traps unless both have the same.
  func squareMatrix(_ operation: StaticString) -> Int {
    let (rows, columns) = matrix(operation)
    require(
      rows == columns,
      "\(operation): last 2 dimensions of the array must be square, got shape \(shape.text)")
    return rows
  }

  /// The leading axes.
  var batch: Dims { Dims(shape.dropLast(2)) }
}

// MARK: - Batches of matrices as LAPACK stores them

extension NDArray {
  /// A copy in doubles with each matrix stored by columns: the last two axes are exchanged. The
  /// matrices broadcast to `batch`.
  func storedByColumns(batch: Dims? = nil) -> NDArray<Double> {
    let batch = batch ?? layout.batch
    let shape = Dims(Array(batch) + Array(layout.shape.suffix(2)))
    return broadcast(to: shape, in: "batch").swappedAxes(-1, -2).asType(Double.self).copied()
  }
}

extension NDArray<Double> {
  /// The matrices of an array that LAPACK has written, read as ordinary matrices of another type.
  func readByRows<Other: NDScalar>(_ type: Other.Type) -> NDArray<Other> {
    swappedAxes(-1, -2).asType(type)
  }
}

/// Which matrix of a batch a routine failed on, and what it returned.
struct LAPACKFailure {
  let position: [Int]
  let info: Int

  /// Calls a routine for each matrix of a batch, until one fails.
  static func first(in batch: Dims, _ routine: (Int) -> Int) -> LAPACKFailure? {
    for i in 0..<batch.product {
      let info = routine(i)
      if info != 0 { return LAPACKFailure(position: batch.position(ofElement: i), info: info) }
    }
    return nil
  }

  func error(
    _ reason: LinAlgError.Reason, _ operation: StaticString, _ routine: String, _ shape: [Int]
  ) -> LinAlgError {
    LinAlgError(
      operation: "\(operation)", reason: reason, shape: shape, position: position,
      routine: routine, info: info)
  }
}

extension Dims {
  /// The position along each axis of the element at the C-order position `index`.
  fileprivate func position(ofElement index: Int) -> [Int] {
    var rest = index
    var position: [Int] = []
    for extent in reversed() {
      position.append(rest % extent)
      rest /= extent
    }
    return position.reversed()
  }
}
