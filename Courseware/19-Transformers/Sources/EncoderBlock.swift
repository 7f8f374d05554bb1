import CourseKit
import NDArray

/// Where a block normalises.
public enum NormPlace: String, Sendable {
  /// After the sum, $\operatorname{norm}(x + f(x))$: the lecture's *add & normalise*, as the paper has it.
  case post
  /// Before the layer, $x + f(\operatorname{norm}(x))$: a straight way for the gradient from the last block to the first. GPT-2 and all large models since.
  case pre
}

/// A block of the encoder: self-attention and feed-forward, each with a way around it and a normalisation.
///
/// With a causal mask it is a block of GPT, too: the lecture's decoder without the part that looks at another text.
public final class EncoderBlock<Element: NDFloat>: Module {
  public let attention: MultiHeadAttention<Element>
  public let attentionNorm: LayerNorm<Element>
  public let feedForward: FeedForward<Element>
  public let feedForwardNorm: LayerNorm<Element>
  public let order: NormPlace

  public init(
    _ width: Int, heads: Int, hidden: Int, _ order: NormPlace, bend: Bend = .relu,
    epsilon: Double = 1e-5, using generator: inout Generator
  ) {
    self.order = order
    attention = MultiHeadAttention(width, heads: heads, using: &generator)
    attentionNorm = LayerNorm(width, epsilon: epsilon)
    feedForward = FeedForward(width, hidden: hidden, bend, using: &generator)
    feedForwardNorm = LayerNorm(width, epsilon: epsilon)
  }

  /// (texts, length, width) → the same shape.
  public func forward(_ x: NDArray<Element>, mask: NDArray<Bool>? = nil) -> NDArray<Element> {
    forward(x) { attention.forward($0, mask: mask) }
  }

  /// Words that follow on those in `cache`, as ``MultiHeadAttention/next(_:cache:)`` takes them.
  public func next(
    _ x: NDArray<Element>, cache: inout KeyValueCache<Element>
  ) -> NDArray<Element> {
    forward(x) { attention.next($0, cache: &cache) }
  }

  private func forward(
    _ x: NDArray<Element>, _ attend: (NDArray<Element>) -> NDArray<Element>
  ) -> NDArray<Element> {
    switch order {
    case .post:
      // BEGIN SOLUTION
      let h = attentionNorm.forward(x + attend(x))
      return feedForwardNorm.forward(h + feedForward.forward(h))
    // STUB: // `attend(x)` is the self-attention. Twice: the layer, the sum, the norm.
    // STUB: notImplemented()
    // END SOLUTION
    case .pre:
      // BEGIN SOLUTION
      let h = x + attend(attentionNorm.forward(x))
      return h + feedForward.forward(feedForwardNorm.forward(h))
    // STUB: // Twice: the norm, the layer, the sum. What goes around the layer is not normalised.
    // STUB: notImplemented()
    // END SOLUTION
    }
  }

  /// dX. What went two ways gets two gradients, which add up.
  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    switch order {
    case .post:
      // BEGIN SOLUTION
      let dSum = feedForwardNorm.backward(dY)
      let dH = attentionNorm.backward(dSum + feedForward.backward(dSum))
      return dH + together(attention.backward(dH))
    // STUB: // Read `forward` from the end: norm, then the sum sends its gradient into the layer *and* around it.
    // STUB: notImplemented()
    // END SOLUTION
    case .pre:
      // BEGIN SOLUTION
      let dH = dY + feedForwardNorm.backward(feedForward.backward(dY))
      return dH + attentionNorm.backward(together(attention.backward(dH)))
    // STUB: // Here the norm lies within the layer's way only.
    // STUB: notImplemented()
    // END SOLUTION
    }
  }
}

/// The gradient of an array that was queries, keys and values at once: their sum.
func together<Element: NDFloat>(
  _ d: (queries: NDArray<Element>, keys: NDArray<Element>, values: NDArray<Element>)
) -> NDArray<Element> {
  // BEGIN SOLUTION
  d.queries + d.keys + d.values
  // END SOLUTION
}
