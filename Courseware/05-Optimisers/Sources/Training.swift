import CourseKit
import Foundation
import NDArray
import Networks

/// One pass over the objects in mini-batches of a fresh random order, with any optimiser.
///
/// - Parameter clip: the longest gradient to step with, all of the optimiser's parameters together.
/// - Returns: the mean loss of the objects, each measured when its batch came.
public func trainEpoch<Element: NDFloat>(
  _ network: Sequential<Element>, _ x: NDArray<Element>, _ labels: NDArray<Int>, batchSize: Int,
  optimiser: Optimiser<Element>, clip: Element? = nil, using generator: inout Generator
) -> Element {
  // BEGIN SOLUTION
  let loss = SoftmaxCrossEntropy<Element>()
  var total: Element = 0
  for (x, labels) in batches(of: batchSize, x, labels, using: &generator) {
    optimiser.step {
      network.clearGradients()
      total += loss.forward(network.forward(x), labels) * Element(labels.count)
      _ = network.backward(loss.backward())
      if let clip { clipByNorm(optimiser.parameters, to: clip) }
    }
  }
  return total / Element(labels.count)
  // STUB: // As unit 04's, but for each batch `optimiser.step { … }`: clear the gradients, forward, loss, backward, clip. A batch's loss counts
  // STUB: // once for each of its objects.
  // STUB: notImplemented()
  // END SOLUTION
}

/// The learning-rate range test: one step a batch, each with a rate that is by the same factor larger, from `low` to `high`.
///
/// It ends at the first loss that is not finite, which is the last of the list.
///
/// - Returns: the rates and the loss *before* each step. Where the loss falls fastest is a good rate; where it rises, too large a one.
public func rangeTest<Element: NDFloat>(
  _ network: Sequential<Element>, _ x: NDArray<Element>, _ labels: NDArray<Int>, batchSize: Int,
  optimiser: Optimiser<Element>, from low: Double, to high: Double, steps: Int,
  using generator: inout Generator
) -> (rates: [Double], losses: [Double]) {
  // BEGIN SOLUTION
  let loss = SoftmaxCrossEntropy<Element>()
  var (rates, losses): ([Double], [Double]) = ([], [])
  while rates.count < steps {
    for (x, labels) in batches(of: batchSize, x, labels, using: &generator) {
      if rates.count == steps { break }
      optimiser.rate = low * pow(high / low, Double(rates.count) / Double(max(steps - 1, 1)))
      rates.append(optimiser.rate)
      optimiser.step {
        network.clearGradients()
        losses.append(Double(loss.forward(network.forward(x), labels)))
        _ = network.backward(loss.backward())
      }
      if !losses[losses.count - 1].isFinite { return (rates, losses) }
    }
  }
  return (rates, losses)
  // STUB: // The k-th of n rates is low · (high/low)^(k/(n − 1)), k from 0, and low if n = 1: set optimiser.rate, then step as in
  // STUB: // trainEpoch. Begin a new epoch where one ends before `steps` are done.
  // STUB: notImplemented()
  // END SOLUTION
}
