import CourseKit
import NDArray

// The three functions of the logistic unit. NDArray has a `sigmoid` of its own; this is how it is made.

/// $\sigma(z) = \frac{1}{1 + e^{-z}}$, element by element, any shape; from logits to probabilities.
///
/// Written like that, $e^{1000}$ overflows. Only exponentials of numbers $\le 0$ are taken here, with
/// the equal form $\frac{e^z}{1 + e^z}$ for negative $z$ (the introductory slides give both).
public func sigmoid(_ z: NDArray<Double>) -> NDArray<Double> {
  notImplemented()
}

/// $\sigma'(z) = \sigma(z)(1 - \sigma(z))$, with $1 - \sigma(z) = \sigma(-z)$ so that nothing is lost
/// where $\sigma(z)$ rounds to 1.
public func sigmoidDerivative(_ z: NDArray<Double>) -> NDArray<Double> {
  notImplemented()
}

/// $\log\sigma(z)$, finite for every finite $z$.
///
/// The logarithm of a probability that has rounded to 0 is $-\infty$; but
/// $\log\sigma(z) = \min(z, 0) - \log(1 + e^{-|z|})$ never divides and never overflows.
public func logSigmoid(_ z: NDArray<Double>) -> NDArray<Double> {
  notImplemented()
}
