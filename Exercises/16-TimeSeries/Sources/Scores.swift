import CourseKit
import NDArray

/// Both series where neither is a gap.
private func known(
  _ y: NDArray<Double>, _ expected: NDArray<Double>
) -> (NDArray<Double>, NDArray<Double>) {
  precondition(
    y.shape == expected.shape, "a score compares \(y.shape) values with \(expected.shape)")
  let isKnown = .!(isNaN(y) .| isNaN(expected))
  return (y[isKnown], expected[isKnown])
}

/// $\frac1m\sum |y - \hat y|$ over the moments at which both are known.
public func meanAbsoluteError(_ y: NDArray<Double>, _ expected: NDArray<Double>) -> Double {
  // let (y, expected) = known(y, expected) are both without the gaps of either.
  notImplemented()
}

/// $R^2 = 1 - \dfrac{\sum(y - \hat y)^2}{\sum(y - \bar y)^2}$ over the moments at which both are known; $\bar y$ is
/// the mean of the y there.
///
/// R² belongs to what is forecast: that of differences says nothing of that of the series.
public func r2(_ y: NDArray<Double>, _ expected: NDArray<Double>) -> Double {
  // let (y, expected) = known(y, expected) are both without the gaps of either.
  notImplemented()
}
