import CourseKit
import NDArray

/// A block of the decoder: self-attention of what is written so far, cross-attention to what was read (`memory`), feed-forward; each
/// with a way around it and a normalisation.
public final class DecoderBlock<Element: NDFloat>: Module {
  public let selfAttention: MultiHeadAttention<Element>
  public let selfNorm: LayerNorm<Element>
  public let crossAttention: MultiHeadAttention<Element>
  public let crossNorm: LayerNorm<Element>
  public let feedForward: FeedForward<Element>
  public let feedForwardNorm: LayerNorm<Element>
  public let order: NormPlace

  public init(
    _ width: Int, heads: Int, hidden: Int, _ order: NormPlace, bend: Bend = .relu,
    using generator: inout Generator
  ) {
    self.order = order
    selfAttention = MultiHeadAttention(width, heads: heads, using: &generator)
    selfNorm = LayerNorm(width)
    crossAttention = MultiHeadAttention(width, heads: heads, using: &generator)
    crossNorm = LayerNorm(width)
    feedForward = FeedForward(width, hidden: hidden, bend, using: &generator)
    feedForwardNorm = LayerNorm(width)
  }

  /// `x` (texts, length, width), `memory` (texts, source length, width) → the shape of `x`.
  ///
  /// - Parameters:
  ///   - mask: who sees whom within `x`; ``causalMask(_:keys:)`` for a decoder.
  ///   - memoryMask: which places of `memory` may be seen; ``paddingMask(_:padding:)`` of the source.
  public func forward(
    _ x: NDArray<Element>, memory: NDArray<Element>, mask: NDArray<Bool>? = nil,
    memoryMask: NDArray<Bool>? = nil
  ) -> NDArray<Element> {
    func look(_ queries: NDArray<Element>) -> NDArray<Element> {
      crossAttention.forward(queries: queries, keys: memory, values: memory, mask: memoryMask)
    }
    switch order {
    case .post:
      // BEGIN SOLUTION
      let own = selfNorm.forward(x + selfAttention.forward(x, mask: mask))
      let h = crossNorm.forward(own + look(own))
      return feedForwardNorm.forward(h + feedForward.forward(h))
    // STUB: // As in EncoderBlock, three times: selfAttention, `look` (the cross-attention), feedForward.
    // STUB: notImplemented()
    // END SOLUTION
    case .pre:
      // BEGIN SOLUTION
      let own = x + selfAttention.forward(selfNorm.forward(x), mask: mask)
      let h = own + look(crossNorm.forward(own))
      return h + feedForward.forward(feedForwardNorm.forward(h))
    // STUB: // The memory is not normalised here: its own stack has done that at its end.
    // STUB: notImplemented()
    // END SOLUTION
    }
  }

  /// The gradients by `x` and by `memory`, which was keys and values of the cross-attention.
  public func backward(
    _ dY: NDArray<Element>
  ) -> (x: NDArray<Element>, memory: NDArray<Element>) {
    switch order {
    case .post:
      // BEGIN SOLUTION
      let dSum = feedForwardNorm.backward(dY)
      let dH = crossNorm.backward(dSum + feedForward.backward(dSum))
      let cross = crossAttention.backward(dH)
      let dOwn = selfNorm.backward(dH + cross.queries)
      return (dOwn + together(selfAttention.backward(dOwn)), cross.keys + cross.values)
    // STUB: // crossAttention.backward returns three gradients: which of them belong to the memory?
    // STUB: notImplemented()
    // END SOLUTION
    case .pre:
      // BEGIN SOLUTION
      let dH = dY + feedForwardNorm.backward(feedForward.backward(dY))
      let cross = crossAttention.backward(dH)
      let dOwn = dH + crossNorm.backward(cross.queries)
      let dX = dOwn + selfNorm.backward(together(selfAttention.backward(dOwn)))
      return (dX, cross.keys + cross.values)
    // STUB: notImplemented()
    // END SOLUTION
    }
  }
}
