import CourseKit
import NDArray
import Optimisers

/// One step: gradients cleared, `pass` (forward, loss, backward; it returns the loss), the gradient clipped to length 1, and the step.
public func trainStep<Element>(
  _ optimiser: Optimiser<Element>, clip: Element = 1, _ pass: () -> Element
) -> Element {
  // BEGIN SOLUTION
  for parameter in optimiser.parameters { parameter.clearGradient() }
  let loss = pass()
  clipByNorm(optimiser.parameters, to: clip)
  optimiser.step()
  return loss
  // STUB: // `optimiser.parameters` are to be cleared one by one; `clipByNorm` is unit 05's.
  // STUB: notImplemented()
  // END SOLUTION
}
