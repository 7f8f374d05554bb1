import CourseKit
import NDArray

/// BERT: words, places and segments, normalised, then the blocks of an encoder without a causal mask: every word sees both sides.
///
/// Post-norm, GELU, ε = 10⁻¹² as published, so that published weights fit it: see ``loadWeights(_:)``.
public final class BERT<Element: NDFloat>: Module {
  public let words: Embedding<Element>
  public let positions: LearnedPositions<Element>
  /// Which of two texts a word belongs to: 0 or 1.
  public let segments: Embedding<Element>
  public let norm: LayerNorm<Element>
  public let encoder: TransformerEncoder<Element>

  public init(
    vocabulary: Int, context: Int, width: Int, heads: Int, hidden: Int, blocks: Int,
    using generator: inout Generator
  ) {
    words = Embedding(vocabulary, width, using: &generator)
    positions = LearnedPositions(context, width, using: &generator)
    segments = Embedding(2, width, using: &generator)
    norm = LayerNorm(width, epsilon: 1e-12)
    encoder = TransformerEncoder(
      width, heads: heads, hidden: hidden, blocks: blocks, .post, bend: .gelu, epsilon: 1e-12,
      using: &generator)
  }

  /// `tokens` (texts, length) → a state for each, (texts, length, width). `segments` are 0 unless given.
  public func forward(
    _ tokens: NDArray<Int>, segments numbers: NDArray<Int>? = nil, mask: NDArray<Bool>? = nil
  ) -> NDArray<Element> {
    // BEGIN SOLUTION
    let own = segments.forward(numbers ?? tokens * 0)
    let x = positions.forward(words.forward(tokens) + own)
    return encoder.forward(norm.forward(x), mask: mask)
    // STUB: // The sum of three vectors for each word, the norm, the encoder. `tokens * 0` are as many zeros.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// From the gradient of the states to those of all parameters.
  public func backward(_ dStates: NDArray<Element>) {
    // BEGIN SOLUTION
    let dX = positions.backward(norm.backward(encoder.backward(dStates)))
    words.backward(dX)
    segments.backward(dX)
    // END SOLUTION
  }
}

/// One vector for a whole text: the mean of the states of its words, `states` (texts, length, width), `mask` from ``paddingMask(_:padding:)``.
///
/// Padding counts neither in the sum nor in the number.
public func meanState<Element: NDFloat>(
  _ states: NDArray<Element>, mask: NDArray<Bool>
) -> NDArray<Element> {
  let counts = mask.reshaped([states.shape[0], -1, 1]).asType(Element.self)
  // BEGIN SOLUTION
  return (states * counts).sum(axis: 1) / counts.sum(axis: 1)
  // STUB: // `counts` (texts, length, 1) is 1 for words and 0 for padding.
  // STUB: _ = counts
  // STUB: notImplemented()
  // END SOLUTION
}

/// Each row scaled to length 1, so that a product of two is the cosine of their angle.
public func unitLength<Element: NDFloat>(_ rows: NDArray<Element>) -> NDArray<Element> {
  // BEGIN SOLUTION
  rows / sqrt(square(rows).sum(axis: -1, keepDims: true))
  // END SOLUTION
}
