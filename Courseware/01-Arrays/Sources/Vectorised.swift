import CourseKit
import NDArray

// From here on the arrays are `NDArray`, the course's library, which does all that you have built. Each of
// these functions is one or two expressions and no loop.

/// Which element of `a` (n) is less than which of `b` (m): a table (n, m) of truth values.
public func isLess<Element: NDFloat>(
  _ a: NDArray<Element>, _ b: NDArray<Element>
) -> NDArray<Bool> {
  // BEGIN SOLUTION
  a[.all, .newAxis] .< b
  // END SOLUTION
}

/// 0 and 1 like the fields of a chessboard, 0 in the corner [0, 0]; shape (rows, columns).
public func chessboard(rows: Int, columns: Int) -> NDArray<Int> {
  // BEGIN SOLUTION
  (NDArray.arange(rows)[.all, .newAxis] + NDArray.arange(columns)) % 2
  // END SOLUTION
}

/// The distance $\sqrt{\sum_k (a_{ik} - b_{jk})^2}$ of each of n points from each of m points: `a` (n, d) and
/// `b` (m, d) → (n, m).
public func distances<Element: NDFloat>(
  from a: NDArray<Element>, to b: NDArray<Element>
) -> NDArray<Element> {
  // BEGIN SOLUTION
  let differences = a[.all, .newAxis] - b
  return sqrt((differences * differences).sum(axis: 2))
  // STUB: // All differences have the shape (n, m, d). Which axis does each of the two lack?
  // STUB: notImplemented()
  // END SOLUTION
}

/// Each column of `x` (n, d) with its mean taken away and divided by its standard deviation (ddof 0). A column
/// of equal numbers becomes 0.
public func standardised<Element: NDFloat>(_ x: NDArray<Element>) -> NDArray<Element> {
  // BEGIN SOLUTION
  let divisors = which(x.ptp(axis: 0) .> 0, x.std(axis: 0), 1)
  return (x - x.mean(axis: 0)) / divisors
  // STUB: // `which(mask, a, b)` chooses a where the mask is true. Numbers are equal where `ptp`, the largest less
  // STUB: // the smallest, is 0; their deviation may be off by a rounding.
  // STUB: notImplemented()
  // END SOLUTION
}

/// A colour picture (height, width, 3) from a row of numbers that holds all red ones first, then all green,
/// then all blue, each row by row. So CIFAR's files keep theirs, 3072 numbers for 32 × 32 pixels.
public func picture<Element: NDFloat>(
  fromRow row: NDArray<Element>, height: Int, width: Int
) -> NDArray<Element> {
  // BEGIN SOLUTION
  row.reshaped([3, height, width]).transposed([1, 2, 0])
  // STUB: // Which shape has the row in its own order? The axes change places after that.
  // STUB: notImplemented()
  // END SOLUTION
}

/// A picture (height, width) made smaller: each block of `size` × `size` pixels becomes its mean. Height and
/// width are multiples of `size`.
public func shrunk<Element: NDFloat>(_ picture: NDArray<Element>, by size: Int) -> NDArray<Element>
{
  let (height, width) = (picture.shape[0], picture.shape[1])
  // BEGIN SOLUTION
  return picture.reshaped([height / size, size, width / size, size]).mean(axes: [1, 3])
  // STUB: // Cut both axes in two, then take the mean over the two inner ones: `mean(axes: [1, 3])`.
  // STUB: _ = (height, width)
  // STUB: notImplemented()
  // END SOLUTION
}
