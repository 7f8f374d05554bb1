import CourseKit
import NDArray

/// $R^2 = 1 - \dfrac{\sum(y_i - \hat y_i)^2}{\sum(y_i - \bar y)^2}$: 1 for a perfect answer, 0 for the mean, below 0 for
/// anything worse.
public func r2(_ y: NDArray<Double>, predicted: NDArray<Double>) -> Double {
  notImplemented()
}

/// Bias² and variance of answers that come from many samples, in the mean over the objects.
///
/// - Parameters:
///   - predictions: (samples, objects): row k is what the model learned from sample k answers.
///   - truth: (objects): the answers without noise.
public func biasAndVariance(
  _ predictions: NDArray<Double>, truth: NDArray<Double>
) -> (squaredBias: Double, variance: Double) {
  // The mean answer of all samples for each object is `predictions.mean(axis: 0)`.
  notImplemented()
}
