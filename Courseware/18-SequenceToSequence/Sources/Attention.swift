import CourseKit
import NDArray

/// What the encoder has read, as attention needs it.
public struct Memory<Element: NDFloat> {
  /// The encoder's states, (objects, steps, width).
  public let states: NDArray<Element>
  /// What the score makes of them.
  public let keys: NDArray<Element>
  /// True where a state belongs to a symbol and not to padding, (objects, steps).
  public let mask: NDArray<Bool>
}

/// External attention: scores, softmax, and the mean of the encoder's states with these weights, the context.
///
/// $$a_j = \frac{e^{s_j}}{\sum_k e^{s_k}},\qquad z = \sum_j a_jh_j$$
public final class Attention<Element: NDFloat>: Module {
  public let score: any AttentionScore<Element>

  public init(_ score: any AttentionScore<Element>) { self.score = score }

  /// What one query found.
  public struct Look {
    /// z, (objects, width of the states).
    public let context: NDArray<Element>
    /// a, (objects, steps): a row sums to 1.
    public let weights: NDArray<Element>
    /// What the score needs on the way back.
    let cache: [NDArray<Element>]
  }

  /// The encoder's outputs (steps, objects, width) as a memory.
  public func memory(_ outputs: NDArray<Element>, mask: NDArray<Bool>) -> Memory<Element> {
    let states = outputs.swappedAxes(0, 1).contiguous()
    return Memory(states: states, keys: score.keys(states), mask: mask)
  }

  /// Looks at the memory with a query of each object, (objects, width).
  public func look(_ query: NDArray<Element>, _ memory: Memory<Element>) -> Look {
    // BEGIN SOLUTION
    let (scores, cache) = score.forward(query, memory.keys)
    let weights = maskedSoftmax(scores, memory.mask)
    let context = weights[.all, .newAxis].matmul(memory.states)
    return Look(
      context: context.reshaped([query.shape[0], -1]), weights: weights, cache: cache)
    // STUB: // Scores of the keys, weights under the mask. The context is a row of weights times a matrix of states for each object:
    // STUB: // `weights[.all, .newAxis].matmul(…)`, (objects, 1, width), in the shape (objects, width).
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// From the gradient by a context to those by the query, the memory's states and its keys. The states gave the context: $dh_j = a_j\,dz$;
  /// and they gave the weights, which is the keys' gradient, with $da_j = h_j\cdot dz$.
  public func lookBack(
    _ dContext: NDArray<Element>, _ look: Look, _ memory: Memory<Element>
  ) -> (query: NDArray<Element>, states: NDArray<Element>, keys: NDArray<Element>) {
    // BEGIN SOLUTION
    let dWeights = products(dContext, memory.states)
    let dStates = look.weights[.all, .all, .newAxis] * dContext[.all, .newAxis]
    let d = score.backward(softmaxBackward(dWeights, look.weights), look.cache)
    return (d.query, dStates, d.keys)
    // STUB: // The context is a product of weights and states, so each gets the gradient times the other. `products` of DotScore.swift serves
    // STUB: // for da. Then through softmax, then through the score with `look.cache`.
    // STUB: notImplemented()
    // END SOLUTION
  }
}
