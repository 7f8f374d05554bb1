import CourseKit
import NDArray

/// Blocks one after the other. With pre-norm nobody has normalised what comes out of the last one, so a norm follows.
public final class TransformerEncoder<Element: NDFloat>: Module {
  public let blocks: [EncoderBlock<Element>]
  public let norm: LayerNorm<Element>?

  public init(
    _ width: Int, heads: Int, hidden: Int, blocks count: Int, _ order: NormPlace,
    bend: Bend = .relu, epsilon: Double = 1e-5, using generator: inout Generator
  ) {
    var blocks: [EncoderBlock<Element>] = []
    for _ in 0..<count {
      blocks.append(
        EncoderBlock(
          width, heads: heads, hidden: hidden, order, bend: bend, epsilon: epsilon,
          using: &generator))
    }
    self.blocks = blocks
    norm = order == .pre ? LayerNorm(width, epsilon: epsilon) : nil
  }

  /// (texts, length, width) → the same shape. The same mask for every block.
  public func forward(_ x: NDArray<Element>, mask: NDArray<Bool>? = nil) -> NDArray<Element> {
    // `norm?.forward(h) ?? h` is h itself where there is no norm.
    notImplemented()
  }

  /// dX.
  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    notImplemented()
  }

  /// Words that follow on those in the caches, one cache for each block.
  public func next(
    _ x: NDArray<Element>, caches: inout [KeyValueCache<Element>]
  ) -> NDArray<Element> {
    var h = x
    for (i, block) in blocks.enumerated() { h = block.next(h, cache: &caches[i]) }
    return norm?.forward(h) ?? h
  }
}

/// Decoder blocks one after the other, all of which look at the same memory.
public final class TransformerDecoder<Element: NDFloat>: Module {
  public let blocks: [DecoderBlock<Element>]
  public let norm: LayerNorm<Element>?

  public init(
    _ width: Int, heads: Int, hidden: Int, blocks count: Int, _ order: NormPlace,
    bend: Bend = .relu, using generator: inout Generator
  ) {
    var blocks: [DecoderBlock<Element>] = []
    for _ in 0..<count {
      blocks.append(
        DecoderBlock(width, heads: heads, hidden: hidden, order, bend: bend, using: &generator))
    }
    self.blocks = blocks
    norm = order == .pre ? LayerNorm(width) : nil
  }

  /// `x` (texts, length, width) under a causal mask, `memory` (texts, source length, width) → the shape of `x`.
  public func forward(
    _ x: NDArray<Element>, memory: NDArray<Element>, memoryMask: NDArray<Bool>? = nil
  ) -> NDArray<Element> {
    notImplemented()
  }

  /// The gradients by `x` and by the memory, to which every block has contributed.
  public func backward(
    _ dY: NDArray<Element>
  ) -> (x: NDArray<Element>, memory: NDArray<Element>) {
    // From the last block to the first. The memory went into each of them.
    notImplemented()
  }
}
