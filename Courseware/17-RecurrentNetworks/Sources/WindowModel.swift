import CourseKit
import NDArray
import Networks
import Optimisers

/// The next character from the last `back` ones: their embeddings side by side, one hidden layer, logits (Bengio 2003).
///
/// What stands further back does not exist for it.
public final class WindowModel<Element: NDFloat>: Module {
  public let back: Int
  public let embedding: Embedding<Element>
  public let network: Sequential<Element>

  public init(
    kinds: Int, back: Int, embedding: Int, width: Int, using generator: inout Generator
  ) {
    self.back = back
    self.embedding = Embedding(kinds, embedding, using: &generator)
    network = Sequential([
      Linear(back * embedding, width, .xavier, using: &generator), Activate(.hyperbolicTangent),
      Linear(width, kinds, .xavier, using: &generator),
    ])
  }

  /// `tokens` (objects, back) → logits (objects, kinds).
  public func forward(_ tokens: NDArray<Int>) -> NDArray<Element> {
    // BEGIN SOLUTION
    network.forward(embedding.forward(tokens).reshaped([tokens.shape[0], -1]))
    // END SOLUTION
  }

  public func backward(_ dLogits: NDArray<Element>) {
    // BEGIN SOLUTION
    let dX = network.backward(dLogits)
    embedding.backward(dX.reshaped([dX.shape[0], back, -1]))
    // END SOLUTION
  }
}

/// Every stretch of `back` tokens and the token behind it, for those from number `back` on: (n, back) and (n).
public func windows(
  _ tokens: NDArray<Int>, back: Int
) -> (contexts: NDArray<Int>, targets: NDArray<Int>) {
  precondition(
    tokens.count > back, "windows: none of \(tokens.count) tokens has \(back) others before it")
  // BEGIN SOLUTION
  return (tokens[..<(-1)].slidingWindows(of: back), tokens[back...])
  // STUB: // `a.slidingWindows(of: back)` are all stretches; the last one has nothing behind it.
  // STUB: notImplemented()
  // END SOLUTION
}
