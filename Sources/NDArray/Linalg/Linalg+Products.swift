extension Linalg {
  /// Each matrix (…, n, n) multiplied with itself `exponent` times, by repeated squaring; the identity
  /// for 0.
  ///
  /// Traps when the matrices are not square or the exponent is negative; for that raise the inverse.
  /// Complexity: O(n³ log exponent) per matrix.
  public static func matrixPower<E: NDNumeric>(_ a: NDArray<E>, _ exponent: Int) -> NDArray<E> {
    let n = a.layout.squareMatrix("matrixPower")
    require(
      exponent >= 0,
      "matrixPower: the exponent must not be negative, got \(exponent); raise inv(a) instead")
    var (square, rest) = (a, exponent)
    var result: NDArray<E>?
    while rest > 0 {
      if rest % 2 == 1 { result = result?.matmul(square) ?? square }
      rest /= 2
      if rest > 0 { square = square.matmul(square) }
    }
    return result ?? NDArray<E>.eye(n).broadcast(to: a.shape)
  }

  /// The product of several matrices in the order of parentheses that takes the fewest
  /// multiplications. The first may be a row vector and the last a column vector, of one dimension.
  ///
  /// Traps when there is no array, or the inner extents differ.
  public static func multiDot<E: NDNumeric>(_ arrays: [NDArray<E>]) -> NDArray<E> {
    guard let first = arrays.first, let last = arrays.last else {
      fail("multiDot: expecting at least one array")
    }
    if arrays.count == 1 { return first }
    var factors = arrays
    if first.rank == 1 { factors[0] = first.expandedDimensions(axis: 0) }
    if last.rank == 1 { factors[arrays.count - 1] = last.expandedDimensions(axis: 1) }
    for factor in factors {
      require(
        factor.rank == 2,
        "multiDot: expecting matrices, and vectors only at the ends, got shape \(factor.layout.shape.text)"
      )
    }
    let product = chain(factors[...], splits(of: factors))
    let axes = (first.rank == 1 ? [0] : []) + (last.rank == 1 ? [1] : [])
    return product.squeezed(axes: axes)
  }

  /// Behind which factor to split each run of factors, by the recurrence of Cormen et al.,
  /// *Introduction to Algorithms*, section 15.2.
  private static func splits<E>(of factors: [NDArray<E>]) -> [ClosedRange<Int>: Int] {
    let extents = [factors[0].shape[0]] + factors.map { $0.shape[1] }
    var costs: [ClosedRange<Int>: Double] = [:]
    var splits: [ClosedRange<Int>: Int] = [:]
    for length in 2..<(factors.count + 1) {
      for start in 0..<(factors.count - length + 1) {
        let run = start...(start + length - 1)
        for split in run.dropLast() {
          let (left, right) = (run.lowerBound...split, (split + 1)...run.upperBound)
          let product =
            Double(extents[run.lowerBound]) * Double(extents[split + 1])
            * Double(extents[run.upperBound + 1])
          let cost = costs[left, default: 0] + costs[right, default: 0] + product
          if cost < costs[run] ?? .infinity { (costs[run], splits[run]) = (cost, split) }
        }
      }
    }
    return splits
  }

  private static func chain<E: NDNumeric>(
    _ factors: ArraySlice<NDArray<E>>, _ splits: [ClosedRange<Int>: Int]
  ) -> NDArray<E> {
    guard let split = splits[factors.startIndex...(factors.endIndex - 1)] else {
      return factors[factors.startIndex]
    }
    return chain(factors[...split], splits).matmul(chain(factors[(split + 1)...], splits))
  }

  /// The array X whose `tensordot` with A over all its axes is B.
  ///
  /// - Parameters:
  ///   - a: B's axes, then X's, as many elements in the ones as in the others.
  ///   - b: The right side.
  /// - Throws: ``LinAlgError`` when A, read as a square matrix, is singular.
  ///
  /// Traps when the shapes do not fit.
  public static func tensorsolve<E>(
    _ a: NDArray<E>, _ b: NDArray<E>
  ) throws(LinAlgError) -> NDArray<E.Quotient> {
    require(
      a.rank >= b.rank && Array(a.shape.prefix(b.rank)) == b.shape
        && a.shape.dropFirst(b.rank).reduce(1, *) == b.count,
      """
      tensorsolve: the axes of a must be those of b and as many elements again, \
      got shapes \(a.layout.shape.text) and \(b.layout.shape.text)
      """)
    let x = try solve(a.reshaped([b.count, b.count]), b.flattened())
    return x.reshaped(Array(a.shape.dropFirst(b.rank)))
  }
}
