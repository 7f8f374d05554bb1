import CourseKit
import NDArray

// Two ways to the same ŵ that never form XᵀX, and so lose half as many digits.

/// Solves $Rw = b$ for an upper triangular R, from the last row upwards:
/// $w_i = \big(b_i - \sum_{j>i}R_{ij}w_j\big)/R_{ii}$.
public func backSubstitution(_ r: NDArray<Double>, _ b: NDArray<Double>) -> NDArray<Double> {
  // BEGIN SOLUTION
  var w = NDArray.zeros([b.count])
  for i in (0..<b.count).reversed() {
    let known = (r[i, (i + 1)...] * w[(i + 1)...]).sum()
    let (right, diagonal): (Double, Double) = (b[i], r[i, i])
    w[i] = (right - known) / diagonal
  }
  return w
  // END SOLUTION
}

/// Least squares by $X = QR$: with orthonormal columns in Q the equation becomes $Rw = Q^Ty$.
public func leastSquaresByQR(_ x: NDArray<Double>, _ y: NDArray<Double>) -> NDArray<Double> {
  let (q, r) = Linalg.qr(x)
  // BEGIN SOLUTION
  return backSubstitution(r, q.T.dot(y))
  // STUB: _ = (q, r)
  // STUB: notImplemented()
  // END SOLUTION
}

/// Least squares by $X = U\,\mathrm{diag}(s)\,V^T$: $\hat w = V\,\mathrm{diag}(1/s)\,U^Ty$.
///
/// Directions with $s_k \le \text{tolerance}\cdot s_1$ say nothing and are left out. So a singular X gets an answer too: of all best $w$ the
/// shortest.
public func leastSquaresBySVD(
  _ x: NDArray<Double>, _ y: NDArray<Double>, tolerance: Double = 1e-12
) throws -> NDArray<Double> {
  let (u, s, vt) = try Linalg.svd(x, fullMatrices: false)
  // BEGIN SOLUTION
  let largest: Double = s.max()
  let inverse = which(s .> tolerance * largest, 1 / s, 0)
  return vt.T.dot(inverse * u.T.dot(y))
  // STUB: // vt is Vᵀ already. `which(mask, a, b)` takes a where the mask is true.
  // STUB: _ = (u, s, vt)
  // STUB: notImplemented()
  // END SOLUTION
}
