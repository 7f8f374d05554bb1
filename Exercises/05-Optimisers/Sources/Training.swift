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
  // As unit 04's, but for each batch `optimiser.step { … }`: clear the gradients, forward, loss, backward, clip. A batch's loss counts
  // once for each of its objects.
  notImplemented()
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
  // The k-th of n rates is low · (high/low)^(k/(n − 1)), k from 0, and low if n = 1: set optimiser.rate, then step as in
  // trainEpoch. Begin a new epoch where one ends before `steps` are done.
  notImplemented()
}
