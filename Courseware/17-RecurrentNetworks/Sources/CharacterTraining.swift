import CourseKit
import NDArray
import Networks
import Optimisers

/// One pass over the pieces of a text: `window` steps at a time, each from the state that the one before left, backward through
/// these alone (truncated BPTT), clipped by the norm of all gradients together.
///
/// - Parameters:
///   - text: (steps, columns), from ``columns(_:count:)``.
///   - limit: the longest gradient to step with.
/// - Returns: the mean loss, nats per character.
public func trainEpoch<Element: NDFloat>(
  _ model: CharacterModel<Element>, _ text: NDArray<Int>, window: Int,
  optimiser: Optimiser<Element>, clip limit: Element
) -> Double {
  let loss = SoftmaxCrossEntropy<Element>()
  let last = text.shape[0] - 1
  // BEGIN SOLUTION
  var (sum, state): (Double, [NDArray<Element>]?) = (0, nil)
  for start in stride(from: 0, to: last, by: window) {
    let end = min(start + window, last)
    let targets = text[(start + 1)..<(end + 1)].reshaped([-1])
    optimiser.step {
      for parameter in optimiser.parameters { parameter.clearGradient() }
      let (logits, after) = model.forward(text[start..<end], from: state)
      sum += Double(loss.forward(logits, targets)) * Double(end - start)
      state = after
      model.backward(loss.backward())
      clipByNorm(optimiser.parameters, to: limit)
    }
  }
  return sum / Double(last)
  // STUB: // The targets are the text one step later, so the last step is only a target. In each step of the optimiser: clear, forward from
  // STUB: // the state, loss, keep the new state, backward, clip.
  // STUB: _ = (loss, last)
  // STUB: notImplemented()
  // END SOLUTION
}

/// Text that the model makes up: each character drawn from softmax(logits / temperature) and read back as the next input.
///
/// - Parameter prompt: what is read before, one token at least.
/// - Returns: the drawn tokens, without the prompt.
public func sample<Element: NDFloat>(
  _ model: CharacterModel<Element>, after prompt: NDArray<Int>, count: Int,
  temperature: Double = 1, using generator: inout Generator
) -> NDArray<Int> {
  precondition(prompt.count > 0, "sample: an empty prompt, and one token at least must be read")
  // BEGIN SOLUTION
  var (logits, state) = model.forward(prompt.reshaped([prompt.count, 1]))
  var drawn: [Int] = []
  while drawn.count < count {
    let scaled = logits[-1].asType(Double.self) / temperature
    let token = draw(scaled.softmax(axis: 0), generator.uniform(0, 1))
    drawn.append(token)
    (logits, state) = model.forward(NDArray([[token]]), from: state)
  }
  return NDArray(drawn)
  // STUB: // Read the prompt from a zero state; the last row of the logits, `logits[-1]`, speaks of the next character: one row, so
  // STUB: // `row.softmax(axis: 0)` here. `draw(p, generator.uniform(0, 1))` chooses by the probabilities p. Go on from the state with
  // STUB: // the drawn character, shape (1, 1).
  // STUB: notImplemented()
  // END SOLUTION
}

/// The first place at which the probabilities so far exceed `u`.
func draw(_ p: NDArray<Double>, _ u: Double) -> Int {
  var sum = 0.0
  for (k, share) in p.elements.enumerated() {
    sum += share
    if u < sum { return k }
  }
  return p.count - 1
}
