import CourseKit
import NDArray

// A threshold neuron computes a Boolean function of its inputs: these are the three that every other
// one can be built from.

extension ThresholdNeuron {
  /// Fires when both inputs do.
  public static var and: ThresholdNeuron {
    // BEGIN SOLUTION
    ThresholdNeuron(weights: [1, 1], threshold: 2)
    // END SOLUTION
  }

  /// Fires when at least one of two inputs does.
  public static var or: ThresholdNeuron {
    // BEGIN SOLUTION
    ThresholdNeuron(weights: [1, 1], threshold: 1)
    // END SOLUTION
  }

  /// Fires when its only input does not.
  public static var not: ThresholdNeuron {
    // BEGIN SOLUTION
    ThresholdNeuron(weights: [-1], threshold: 0)
    // END SOLUTION
  }
}

/// Exclusive or, which no single threshold neuron computes: 1 where the two inputs differ.
///
/// `inputs` (objects, 2) → (objects). Two layers do it: $x_1 \oplus x_2$ is "or, but not and".
public func exclusiveOr(_ inputs: NDArray<Double>) -> NDArray<Double> {
  // BEGIN SOLUTION
  let hidden = stacked(
    [ThresholdNeuron.or.output(inputs), ThresholdNeuron.and.output(inputs)], axis: 1)
  return ThresholdNeuron(weights: [1, -1], threshold: 1).output(hidden)
  // STUB: // First the outputs of `or` and `and`, side by side as two columns (`stacked`);
  // STUB: // then one more neuron that reads them.
  // STUB: notImplemented()
  // END SOLUTION
}
