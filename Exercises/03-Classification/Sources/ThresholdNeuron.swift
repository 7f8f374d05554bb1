import CourseKit
import NDArray

/// The neuron of McCulloch and Pitts (1943): it fires when enough of its inputs do.
///
/// $a(x, w) = \phi\left(\sum_j w_j x_j - w_0\right)$, where $\phi(t)$ is 1 for $t \ge 0$ and 0
/// otherwise. Nothing is learnt: the weights are chosen by whoever builds the neuron.
public struct ThresholdNeuron: Sendable {
  /// $w_j$, one for each input.
  public var weights: NDArray<Double>

  /// $w_0$, the sum that is enough to fire.
  public var threshold: Double

  public init(weights: NDArray<Double>, threshold: Double) {
    (self.weights, self.threshold) = (weights, threshold)
  }

  /// 1 where the neuron fires and 0 elsewhere: `inputs` (objects, inputs) → (objects).
  public func output(_ inputs: NDArray<Double>) -> NDArray<Double> {
    notImplemented()
  }
}
