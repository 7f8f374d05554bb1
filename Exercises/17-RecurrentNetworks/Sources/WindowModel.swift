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
    notImplemented()
  }

  public func backward(_ dLogits: NDArray<Element>) {
    notImplemented()
  }
}

/// Every stretch of `back` tokens and the token behind it, for those from number `back` on: (n, back) and (n).
public func windows(
  _ tokens: NDArray<Int>, back: Int
) -> (contexts: NDArray<Int>, targets: NDArray<Int>) {
  precondition(
    tokens.count > back, "windows: none of \(tokens.count) tokens has \(back) others before it")
  // `a.slidingWindows(of: back)` are all stretches; the last one has nothing behind it.
  notImplemented()
}
