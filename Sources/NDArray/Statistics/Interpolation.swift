/// Straight lines through the points (`xp`, `fp`), evaluated at `x`.
///
/// - Parameters:
///   - x: where, in any shape.
///   - xp: the coordinates of the points, ascending.
///   - fp: the values there.
///   - left: the value below the first point; the first value unless given.
///   - right: the value above the last point; the last value unless given.
/// - Returns: the values in the shape of `x`.
///
/// Traps when there is no point or `xp` and `fp` are not one-dimensional and equally long. Complexity: O(log m)
/// for each of `x`, with m points.
public func interp(
  _ x: NDArray<Double>, _ xp: NDArray<Double>, _ fp: NDArray<Double>, left: Double? = nil,
  right: Double? = nil
) -> NDArray<Double> {
  require(
    xp.rank == 1 && fp.layout.shape == xp.layout.shape,
    "interp: xp and fp must be one-dimensional and of the same length, got shapes \(xp.layout.shape.text) and \(fp.layout.shape.text)"
  )
  let count = xp.count
  require(count > 0, "interp: array of sample points is empty")
  let (x, xp, fp) = (x.contiguous(), xp.contiguous(), fp.contiguous())
  let places = xp.searchSorted(x, side: .right).elements
  return NDArray(shape: x.layout.shape) { out in
    x.withPointer { x in
      xp.withPointer { xp in
        fp.withPointer { fp in
          let (below, above) = (left ?? fp[0], right ?? fp[count - 1])
          for (i, place) in places.enumerated() {
            out[i] = line(x[i], xp, fp, count, before: place, below, above)
          }
        }
      }
    }
  }
}

/// The value at `x`, which lies between the points `place` − 1 and `place`.
@inline(__always)
private func line(
  _ x: Double, _ xp: UnsafePointer<Double>, _ fp: UnsafePointer<Double>, _ count: Int,
  before place: Int, _ below: Double, _ above: Double
) -> Double {
  if x.isNaN { return x }
  if place == 0 { return below }
  let j = place - 1
  if j == count - 1 { return x > xp[j] ? above : fp[j] }
  if xp[j] == x { return fp[j] }
  let slope = (fp[j + 1] - fp[j]) / (xp[j + 1] - xp[j])
  var y = slope * (x - xp[j]) + fp[j]
  // Where an infinity spoils the line from the left, it may still be drawn from the right.
  if y.isNaN {
    y = slope * (x - xp[j + 1]) + fp[j + 1]
    if y.isNaN && fp[j] == fp[j + 1] { y = fp[j] }
  }
  return y
}

/// Straight lines through points that repeat with `period`, evaluated at `x`; `xp` need not be sorted.
///
/// Shapes, traps and complexity as for ``interp(_:_:_:left:right:)``; traps also when the period is 0.
public func interp(
  _ x: NDArray<Double>, _ xp: NDArray<Double>, _ fp: NDArray<Double>, period: Double
) -> NDArray<Double> {
  require(period != 0, "interp: period must be a non-zero value")
  require(
    xp.rank == 1 && fp.layout.shape == xp.layout.shape && xp.count > 0,
    "interp: xp and fp must be one-dimensional and of the same length, got shapes \(xp.layout.shape.text) and \(fp.layout.shape.text)"
  )
  let period = abs(period)
  let folded = xp % period
  let order = folded.argSorted()
  let (sorted, values) = (folded.taking(order, axis: 0), fp.taking(order, axis: 0))
  let around = concatenated([sorted[(-1)...] - period, sorted, sorted[0..<1] + period])
  let wrapped = concatenated([values[(-1)...], values, values[0..<1]])
  return interp(x % period, around, wrapped)
}
