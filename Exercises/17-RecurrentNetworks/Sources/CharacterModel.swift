import CourseKit
import NDArray
import Networks

/// The next character from all before it: embedding → recurrent layers → logits.
public final class CharacterModel<Element: NDFloat>: Module {
  public let embedding: Embedding<Element>
  public let recurrent: Recurrent<Element>
  public let output: Linear<Element>
  private var shape: [Int] = []

  public init(
    _ rule: any CellRule, kinds: Int, embedding: Int, width: Int, layers: Int = 1,
    using generator: inout Generator
  ) {
    self.embedding = Embedding(kinds, embedding, using: &generator)
    recurrent = Recurrent(
      rule, inputs: embedding, width: width, layers: layers, using: &generator)
    output = Linear(width, kinds, .xavier, using: &generator)
  }

  /// `tokens` (steps, objects) → logits (steps · objects, kinds), step by step; and the last state, from which the next call goes on.
  public func forward(
    _ tokens: NDArray<Int>, from start: [NDArray<Element>]? = nil
  ) -> (logits: NDArray<Element>, last: [NDArray<Element>]) {
    // The Linear of unit 04 wants rows: (steps, objects, width) → (steps · objects, width). Keep the shape.
    notImplemented()
  }

  /// From the gradient by the logits to all parameters. What came before the first step gets none: here the pass is cut.
  public func backward(_ dLogits: NDArray<Element>) {
    notImplemented()
  }
}

/// A text as `columns` long pieces that stand side by side, (steps, columns): column k is the k-th piece. What does not fit is left out.
public func columns(_ tokens: NDArray<Int>, count: Int) -> NDArray<Int> {
  // Which reshape keeps each piece in one row? Then turn rows into columns.
  notImplemented()
}

/// Nats per character on `tokens`: the mean of −ln p of each but the first, read as one sequence from a zero state.
public func nats<Element: NDFloat>(
  _ model: CharacterModel<Element>, _ tokens: NDArray<Int>, chunk: Int = 256
) -> Double {
  precondition(tokens.count > 1, "nats: \(tokens.count) tokens, and the first is only read")
  let loss = SoftmaxCrossEntropy<Element>()
  // In pieces of `chunk`, each from the state that the one before left; a piece counts once for each of its characters.
  _ = loss
  notImplemented()
}
