import CourseKit
import NDArray
import Optimisers

/// One step: gradients cleared, forward, loss, backward, all gradients together clipped to length `limit`, and the step.
///
/// - Parameter share: how many of the symbols that the decoder reads are its own; see ``mixed(_:_:share:using:)``.
/// - Returns: the loss before the step.
public func trainStep<Element: NDFloat>(
  _ model: EncoderDecoder<Element>, _ batch: Batch, _ optimiser: Optimiser<Element>,
  clip limit: Element = 1, share: Double = 0, using generator: inout Generator
) -> Element {
  let loss = MaskedCrossEntropy<Element>()
  // BEGIN SOLUTION
  for parameter in optimiser.parameters { parameter.clearGradient() }
  let logits = model.forward(batch, share: share, using: &generator)
  let value = loss.forward(logits, batch.targets)
  model.backward(loss.backward())
  clipByNorm(optimiser.parameters, to: limit)
  optimiser.step()
  return value
  // STUB: // `optimiser.parameters` are cleared one by one; `clipByNorm` is unit 05's.
  // STUB: _ = loss
  // STUB: notImplemented()
  // END SOLUTION
}
