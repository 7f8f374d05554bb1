extension NDArray {
  /// A matrix with this vector on its `k`-th diagonal, or the `k`-th diagonal of this matrix.
  public func diag(k: Int = 0) -> NDArray {
    if rank == 2 { return diagonal(offset: k) }
    require(rank == 1, "diag: input must be 1- or 2-d, got shape \(layout.shape.text)")
    let size = count + abs(k)
    var result = NDArray.zeros([size, size])
    let positions = NDArray<Int>.arange(count)
    result.assign(self, at: [positions + Swift.max(-k, 0), positions + Swift.max(k, 0)])
    return result
  }

  /// The matrices in the last two axes with zeros above the `k`-th diagonal.
  public func tril(k: Int = 0) -> NDArray {
    which(NDArray<Bool>.tri(extent(-2), extent(-1), k: k), self, ._zero)
  }

  /// The matrices in the last two axes with zeros below the `k`-th diagonal.
  public func triu(k: Int = 0) -> NDArray {
    which(NDArray<Bool>.tri(extent(-2), extent(-1), k: k - 1), ._zero, self)
  }

  private func extent(_ axis: Int) -> Int {
    require(rank >= 2, "tril, triu: needs at least two axes, got shape \(layout.shape.text)")
    return layout.shape[layout.axis(axis, of: "tril")]
  }

  /// A matrix of `rows` × `columns` (square unless given) with ones on and below the `k`-th diagonal.
  public static func tri(_ rows: Int, _ columns: Int? = nil, k: Int = 0) -> NDArray {
    let i = NDArray<Int>.arange(rows).expandedDimensions(axis: 1)
    let j = NDArray<Int>.arange(columns ?? rows)
    return (i .>= j - k).asType(Element.self)
  }
}

extension NDArray where Element: NDNumeric {
  /// The powers of each element as a row: decreasing from `columns` − 1 to 0, or increasing.
  public func vander(columns: Int? = nil, increasing: Bool = false) -> NDArray {
    require(rank == 1, "vander: needs a one-dimensional array, got shape \(layout.shape.text)")
    let width = columns ?? count
    require(width >= 0, "vander: the number of columns must not be negative, got \(width)")
    var power = NDArray.ones([count])
    var powers: [NDArray] = []
    for _ in 0..<width {
      powers.append(power)
      power *= self
    }
    if powers.isEmpty { return NDArray.zeros([count, 0]) }
    return stacked(increasing ? powers : powers.reversed(), axis: 1)
  }

  /// The sum of the `offset`-th diagonal of each matrix in the first two axes.
  public func trace(offset: Int = 0) -> NDArray<Element.Sum> {
    diagonal(offset: offset).sum(axis: -1)
  }
}
