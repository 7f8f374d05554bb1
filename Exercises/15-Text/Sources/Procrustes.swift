import CourseKit
import NDArray

/// The turn $Q$ (width, width), $Q^TQ = 1$, that takes the rows of `x` closest to the rows of `y`: $\min\lVert XQ - Y\rVert$.
///
/// With $X^TY = U\Sigma V^T$ it is $Q = UV^T$ (Schönemann 1966). The vectors of two languages are two such clouds of points.
public func procrustes(_ x: NDArray<Double>, _ y: NDArray<Double>) throws -> NDArray<Double> {
  // `try Linalg.svd(a, fullMatrices: false)` is a triple (u, s, vt).
  notImplemented()
}
