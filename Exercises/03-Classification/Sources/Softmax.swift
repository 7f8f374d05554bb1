import CourseKit
import NDArray

/// $\frac{e^{z_k}}{\sum_je^{z_j}}$ along each row, the "soft maximum" of the slides: (objects, classes) → the
/// same shape; every row adds up to 1.
///
/// Each row is first shifted by its maximum. That changes nothing, since $e^{-m}$ cancels, and keeps
/// every exponent $\le 0$.
public func softmax(_ logits: NDArray<Double>) -> NDArray<Double> {
  notImplemented()
}

/// $\log\operatorname{softmax}(z)_k = z_k - m - \log\sum_je^{z_j - m}$ with $m = \max_jz_j$, row by row:
/// finite also where the probability rounds to 0.
public func logSoftmax(_ logits: NDArray<Double>) -> NDArray<Double> {
  notImplemented()
}
