extension NDArray {
  /// A matrix with this vector on its `k`-th diagonal, or the `k`-th diagonal of this matrix.
  public func diag(k: Int = 0) -> NDArray {
    if rank == 2 { return diagonal(offset: k) }
    require(rank == 1, "diag: input must be 1- or 2-d, got shape \(layout.shape.text)")
    let (size, isHuge) = k.magnitude.addingReportingOverflow(UInt(count))
    require(!isHuge && size <= UInt(Int.max), "diag: no matrix has a diagonal \(k)")
    return onDiagonal(k, of: Int(size))
  }

  private func onDiagonal(_ k: Int, of size: Int) -> NDArray {
    var result = NDArray.zeros([size, size])
    let positions = NDArray<Int>.arange(count)
    result.assign(self, at: [positions + Swift.max(-k, 0), positions + Swift.max(k, 0)])
    return result
  }

  /// The matrices in the last two axes with zeros above the `k`-th diagonal. Of a vector, the square matrix that has
  /// it in each row.
  public func tril(k: Int = 0) -> NDArray {
    let (rows, columns) = extents("tril")
    return which(NDArray<Bool>.tri(rows, columns, k: k), self, ._zero)
  }

  /// The matrices in the last two axes with zeros below the `k`-th diagonal. Of a vector, the square matrix that has
  /// it in each row.
  public func triu(k: Int = 0) -> NDArray {
    let (rows, columns) = extents("triu")
    let below = Swift.max(Swift.min(k, columns), -rows) - 1
    return which(NDArray<Bool>.tri(rows, columns, k: below), ._zero, self)
  }

  private func extents(_ operation: StaticString) -> (rows: Int, columns: Int) {
    require(rank >= 1, "\(operation): needs at least one axis, got shape \(layout.shape.text)")
    return (layout.shape[Swift.max(rank - 2, 0)], layout.shape[rank - 1])
  }

  /// A matrix of `rows` × `columns` (square unless given) with ones on and below the `k`-th diagonal.
  public static func tri(_ rows: Int, _ columns: Int? = nil, k: Int = 0) -> NDArray {
    let i = NDArray<Int>.arange(rows).expandedDimensions(axis: 1)
    let j = NDArray<Int>.arange(columns ?? rows)
    // Diagonals beyond the corners are all alike.
    let k = Swift.max(Swift.min(k, j.count), -i.count)
    return (i .>= j - k).asType(Element.self)
  }
}

extension NDArray where Element: NDNumeric {
  /// The powers of each element as a row: decreasing from `columns` − 1 to 0, or increasing.
  public func vander(columns: Int? = nil, increasing: Bool = false) -> NDArray {
    require(rank == 1, "vander: needs a one-dimensional array, got shape \(layout.shape.text)")
    let width = columns ?? count
    require(width >= 0, "vander: the number of columns must not be negative, got \(width)")
    var result = NDArray.zeros([count, width])
    if count == 0 { return result }
    var power = NDArray.ones([count])
    for column in 0..<width {
      result[.all, increasing ? column : width - 1 - column] = power
      power *= self
    }
    return result
  }

  /// The sum of the `offset`-th diagonal of each matrix in the first two axes.
  public func trace(offset: Int = 0) -> NDArray<Element.Sum> {
    diagonal(offset: offset).sum(axis: -1)
  }
}
