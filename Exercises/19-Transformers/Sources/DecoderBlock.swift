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
    // As in EncoderBlock, three times: selfAttention, `look` (the cross-attention), feedForward.
    notImplemented()
    case .pre:
    // The memory is not normalised here: its own stack has done that at its end.
    notImplemented()
    }
  }

  /// The gradients by `x` and by `memory`, which was keys and values of the cross-attention.
  public func backward(
    _ dY: NDArray<Element>
  ) -> (x: NDArray<Element>, memory: NDArray<Element>) {
    switch order {
    case .post:
    // crossAttention.backward returns three gradients: which of them belong to the memory?
    notImplemented()
    case .pre:
    notImplemented()
    }
  }
}
