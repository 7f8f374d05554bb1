import NDArray

/// Brings every feature to mean 0 and standard deviation 1, by what the training part says.
///
/// ```swift
/// let scaled = Standardiser(fitting: train.features)
/// let (x, xTest) = (scaled(train.features), scaled(test.features))
/// ```
///
/// Fitted on the training part only: the test part must not be known before it is judged.
public struct Standardiser: Sendable {
  /// The mean of each feature, shape [features].
  public let mean: NDArray<Double>
  /// The standard deviation (divisor n) of each feature, shape [features]; 1 for a constant one.
  public let deviation: NDArray<Double>

  /// Measures `x`, shape [objects, features].
  public init(fitting x: NDArray<Double>) {
    require(x.rank == 2 && x.shape[0] > 0, "Standardiser: no table of features: \(x.shape)")
    mean = x.mean(axis: 0)
    let deviation = x.std(axis: 0)
    let constant = x.max(axis: 0) .== x.min(axis: 0)
    self.deviation = which(constant, 1, deviation)
  }

  /// (x − mean) / deviation for each row of `x`.
  public func callAsFunction(_ x: NDArray<Double>) -> NDArray<Double> { (x - mean) / deviation }

  /// The measurements that `z` was made from: z · deviation + mean.
  public func inverse(_ z: NDArray<Double>) -> NDArray<Double> { z * deviation + mean }
}
