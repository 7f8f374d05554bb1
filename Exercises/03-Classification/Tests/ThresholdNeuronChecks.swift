import Classification
import GradedTests
import NDArray
import Testing

/// All pairs of 0 and 1: 00, 01, 10, 11.
private let pairs: NDArray<Double> = [[0, 0], [0, 1], [1, 0], [1, 1]]

@Suite(.graded) struct ThresholdNeuronChecks {
  @Test("fires when the weighted sum reaches the threshold") func neuronFires() {
    let neuron = ThresholdNeuron(weights: [1, 2, -3], threshold: 2)
    let inputs: NDArray<Double> = [[1, 0, 0], [0, 1, 0], [1, 1, 0], [1, 1, 1], [3, 0, 0]]
    let output = neuron.output(inputs)
    expectShape(output, [5], "one answer for each object")
    let sumsAgainst2: NDArray<Double> = [0, 1, 1, 0, 1]
    expectEqual(output, sumsAgainst2, "sums 1, 2, 3, 0, 3 against the threshold 2 (2 is enough)")
  }

  @Test("AND, OR and NOT by their truth tables") func gates() {
    expectEqual(ThresholdNeuron.and.output(pairs), [0, 0, 0, 1], "AND of 00, 01, 10, 11")
    expectEqual(ThresholdNeuron.or.output(pairs), [0, 1, 1, 1], "OR of 00, 01, 10, 11")
    expectEqual(ThresholdNeuron.not.output([[0], [1]]), [1, 0], "NOT of 0, 1")
  }

  @Test("XOR with two layers") func exclusiveOrTakesTwoLayers() {
    expectEqual(exclusiveOr(pairs), [0, 1, 1, 0], "XOR of 00, 01, 10, 11")
    expectEqual(exclusiveOr([[1, 1], [0, 1]]), [0, 1], "XOR of 11, 01")
    expectEqual(exclusiveOr([[1, 0]]), [1], "XOR of one object")
  }
}
