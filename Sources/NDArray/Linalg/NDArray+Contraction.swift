extension NDArray where Element: NDNumeric {
  /// Sums of products over `axes` of this array and `otherAxes` of the other, paired in order. The axes
  /// left of this array come first in the result. One matrix product; O(result × summed).
  public func tensordot(_ other: NDArray, axes: [Int], _ otherAxes: [Int]) -> NDArray {
    let mine = axes.map { layout.axis($0, of: "tensordot") }
    let theirs = otherAxes.map { other.layout.axis($0, of: "tensordot") }
    require(
      mine.map { layout.shape[$0] } == theirs.map { other.layout.shape[$0] },
      """
      tensordot: shape mismatch for sum: axes \(axes) of \(layout.shape.text) \
      and axes \(otherAxes) of \(other.layout.shape.text)
      """)
    let kept = allAxes.filter { !mine.contains($0) }
    let otherKept = other.allAxes.filter { !theirs.contains($0) }
    let summed = mine.reduce(1) { $0 * layout.shape[$1] }
    let rows = kept.map { layout.shape[$0] }
    let columns = otherKept.map { other.layout.shape[$0] }
    let left = transposed(kept + mine).reshaped([rows.reduce(1, *), summed])
    let right = other.transposed(theirs + otherKept).reshaped([summed, columns.reduce(1, *)])
    return left.matmul(right).reshaped(rows + columns)
  }

  /// Sums of products over the last `count` axes of this array and the first of the other.
  public func tensordot(_ other: NDArray, axes count: Int = 2) -> NDArray {
    require(
      count >= 0 && count <= Swift.min(rank, other.rank),
      """
      tensordot: \(count) axes are more than the operands of shapes \(layout.shape.text) and \
      \(other.layout.shape.text) have
      """)
    return tensordot(other, axes: Array((rank - count)..<rank), Array(0..<count))
  }

  /// The sum of products over the last axes of both arrays.
  public func inner(_ other: NDArray) -> NDArray {
    if rank == 0 || other.rank == 0 { return self * other }
    return tensordot(other, axes: [-1], [-1])
  }

  /// The product of every element of this array with every one of the other, both in C order, as a
  /// matrix.
  public func outer(_ other: NDArray) -> NDArray {
    require(
      !count.multipliedReportingOverflow(by: other.count).overflow,
      "outer: shape (\(count),\(other.count)) has more elements than an Int can count")
    return reshaped([count, 1]) * other.reshaped([1, other.count])
  }

  /// The sum of products of all elements, both arrays in C order.
  public func vdot(_ other: NDArray) -> Element {
    flattened().dot(other.flattened()).scalar
  }

  /// The sums of products along one axis of two arrays that broadcast.
  public func vecdot(_ other: NDArray, axis: Int = -1) -> NDArray {
    let (a, b) = (
      movedAxis(source: axis, destination: -1), other.movedAxis(source: axis, destination: -1)
    )
    return a.expandedDimensions(axis: -2).matmul(b.expandedDimensions(axis: -1)).squeezed(axes: [
      -2, -1,
    ])
  }

  /// The Kronecker product: every element of this array times the whole other array.
  public func kron(_ other: NDArray) -> NDArray {
    let rank = Swift.max(self.rank, other.rank)
    if rank == 0 { return self * other }
    let (a, b) = (paddedShape(to: rank), other.paddedShape(to: rank))
    // The last axes of both as long as the result's, so that its rows are products of rows.
    let left = reshaped(a.dropLast().flatMap { [$0, 1] } + [a[rank - 1]])
    let right = other.reshaped(b.dropLast().flatMap { [1, $0] } + [b[rank - 1]])
    let repeated = left.repeated(b[rank - 1], axis: -1)
    return (repeated * right.tiled([a[rank - 1]])).reshaped(zip(a, b).map { $0 * $1 })
  }

  private func paddedShape(to rank: Int) -> [Int] {
    [Int](repeating: 1, count: rank - self.rank) + shape
  }

  /// The vector product of the three-dimensional vectors along an axis; two-dimensional ones have a
  /// third component of zero, and of two of them only the third component is returned.
  public func cross(_ other: NDArray, axis: Int = -1) -> NDArray {
    let (a, b) = (
      movedAxis(source: axis, destination: -1), other.movedAxis(source: axis, destination: -1)
    )
    let (m, n) = (a.shape.last ?? 0, b.shape.last ?? 0)
    require(
      (2...3).contains(m) && (2...3).contains(n),
      "cross: vectors of 2 or 3 components are needed, got shapes \(layout.shape.text) \(other.layout.shape.text)"
    )
    func component(_ array: NDArray, _ i: Int) -> NDArray {
      i < array.shape.last! ? array[.ellipsis, i] : array[.ellipsis, 0] * 0
    }
    let x = (0..<3).map { component(a, $0) }
    let y = (0..<3).map { component(b, $0) }
    let third = x[0] * y[1] - x[1] * y[0]
    if m == 2 && n == 2 { return third }
    let first = x[1] * y[2] - x[2] * y[1]
    let second = x[2] * y[0] - x[0] * y[2]
    return stacked([first, second, third], axis: -1).movedAxis(source: -1, destination: axis)
  }
}
