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
    // BEGIN SOLUTION
    let (h, last) = recurrent.forward(embedding.forward(tokens), from: start)
    shape = h.shape
    return (output.forward(h.reshaped([h.shape[0] * h.shape[1], h.shape[2]])), last)
    // STUB: // The Linear of unit 04 wants rows: (steps, objects, width) → (steps · objects, width). Keep the shape.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// From the gradient by the logits to all parameters. What came before the first step gets none: here the pass is cut.
  public func backward(_ dLogits: NDArray<Element>) {
    // BEGIN SOLUTION
    let dH = output.backward(dLogits).reshaped(shape)
    embedding.backward(recurrent.backward(dH).dX)
    // END SOLUTION
  }
}

/// A text as `columns` long pieces that stand side by side, (steps, columns): column k is the k-th piece. What does not fit is left out.
public func columns(_ tokens: NDArray<Int>, count: Int) -> NDArray<Int> {
  // BEGIN SOLUTION
  let length = tokens.count / count
  return tokens[0..<(length * count)].reshaped([count, length]).T
  // STUB: // Which reshape keeps each piece in one row? Then turn rows into columns.
  // STUB: notImplemented()
  // END SOLUTION
}

/// Nats per character on `tokens`: the mean of −ln p of each but the first, read as one sequence from a zero state.
public func nats<Element: NDFloat>(
  _ model: CharacterModel<Element>, _ tokens: NDArray<Int>, chunk: Int = 256
) -> Double {
  precondition(tokens.count > 1, "nats: \(tokens.count) tokens, and the first is only read")
  let loss = SoftmaxCrossEntropy<Element>()
  // BEGIN SOLUTION
  var (sum, state): (Double, [NDArray<Element>]?) = (0, nil)
  for start in stride(from: 0, to: tokens.count - 1, by: chunk) {
    let end = min(start + chunk, tokens.count - 1)
    let (logits, last) = model.forward(
      tokens[start..<end].reshaped([end - start, 1]), from: state)
    sum += Double(loss.forward(logits, tokens[(start + 1)..<(end + 1)])) * Double(end - start)
    state = last
  }
  return sum / Double(tokens.count - 1)
  // STUB: // In pieces of `chunk`, each from the state that the one before left; a piece counts once for each of its characters.
  // STUB: _ = loss
  // STUB: notImplemented()
  // END SOLUTION
}
