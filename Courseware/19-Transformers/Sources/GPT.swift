import CourseKit
import NDArray

/// GPT, small: words and places, blocks under a causal mask, and the table of words once more as output. At each place it predicts the next token.
public final class GPT<Element: NDFloat>: Module {
  public let words: Embedding<Element>
  public let positions: LearnedPositions<Element>
  public let blocks: TransformerEncoder<Element>
  public let logits: TiedLogits<Element>

  public init(
    vocabulary: Int, context: Int, width: Int, heads: Int, blocks count: Int,
    using generator: inout Generator
  ) {
    words = Embedding(vocabulary, width, using: &generator)
    positions = LearnedPositions(context, width, using: &generator)
    blocks = TransformerEncoder(
      width, heads: heads, hidden: 4 * width, blocks: count, .pre, using: &generator)
    logits = TiedLogits(tiedTo: words)
  }

  /// `tokens` (texts, length) → logits of the next token at each place, (texts, length, vocabulary).
  public func forward(_ tokens: NDArray<Int>) -> NDArray<Element> {
    // BEGIN SOLUTION
    let x = positions.forward(words.forward(tokens))
    return logits.forward(blocks.forward(x, mask: causalMask(tokens.shape[1])))
    // STUB: // words, positions, blocks under `causalMask(length)`, logits.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// From the gradient of the logits to those of all parameters; the table of words gets two.
  public func backward(_ dLogits: NDArray<Element>) {
    // BEGIN SOLUTION
    let dX = blocks.backward(logits.backward(dLogits))
    words.backward(positions.backward(dX))
    // END SOLUTION
  }

  /// Empty caches, one for each block.
  public var emptyCaches: [KeyValueCache<Element>] { blocks.blocks.map { _ in KeyValueCache() } }

  /// The logits at the places of `tokens` (texts, new), which follow on those in the caches.
  public func next(
    _ tokens: NDArray<Int>, caches: inout [KeyValueCache<Element>]
  ) -> NDArray<Element> {
    // BEGIN SOLUTION
    let x = positions.forward(words.forward(tokens), from: caches[0].count)
    return logits.forward(blocks.next(x, caches: &caches))
    // STUB: // As `forward`, but the first place is `caches[0].count`, and the blocks have `next`.
    // STUB: notImplemented()
    // END SOLUTION
  }
}

/// Stretches of a text and what follows on each token: both (starts, length), the second one token further on.
///
/// A target that is not shifted is the input itself: the loss falls to 0 and nothing is learned.
public func windows(
  of text: NDArray<Int>, at starts: NDArray<Int>, length: Int
) -> (inputs: NDArray<Int>, targets: NDArray<Int>) {
  // BEGIN SOLUTION
  let places = starts[.all, .newAxis] + NDArray.arange(length)
  return (text[places], text[places + 1])
  // STUB: // A column of starts plus a row 0, 1, … gives a table of places.
  // STUB: notImplemented()
  // END SOLUTION
}

extension GPT {
  /// Writes on: `count` tokens after `prompt`, each drawn by `sampler` from the logits at the last place.
  ///
  /// - Parameter isCached: whether keys and values of earlier tokens are kept. The tokens are the same without, only later.
  ///
  /// Where the context is full, the older half is forgotten, and the rest begins anew at place 0.
  public func generate(
    after prompt: [Int], count: Int, _ sampler: Sampler, isCached: Bool = true,
    using generator: inout Generator
  ) -> [Int] {
    require(!prompt.isEmpty, "generate: the prompt must hold a token at least")
    let context = positions.context
    // BEGIN SOLUTION
    var (all, window) = (prompt, Array(prompt.suffix(context)))
    var caches = emptyCaches
    for _ in 0..<count {
      if window.count > context { window = Array(window.suffix(context / 2 + 1)) }
      // What the caches hold is the beginning of the window, unless it was cut.
      let isContinued = isCached && caches[0].count < window.count
      if !isContinued { caches = emptyCaches }
      let new = Array(window[caches[0].count...])
      let z = next(NDArray(new, shape: [1, new.count]), caches: &caches)
      let token = sampler.draw(z[0, -1].asType(Double.self), after: all, using: &generator)
      all.append(token)
      window.append(token)
    }
    return Array(all.dropFirst(prompt.count))
    // STUB: // Keep `all` tokens and a `window` of them, the last `context` of the prompt at first. For each new token: cut a window of more than
    // STUB: // `context` to its last context / 2 + 1; which of it are new to the caches? All where nothing is cached or the window was cut (`caches =
    // STUB: // emptyCaches`). `next`, the logits of the last place `z[0, -1]` as Double, `sampler.draw(…, after: all, …)`; append to both.
    // STUB: _ = context
    // STUB: notImplemented()
    // END SOLUTION
  }
}
