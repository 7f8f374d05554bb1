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
    // BEGIN SOLUTION
    let h = blocks.reduce(x) { $1.forward($0, mask: mask) }
    return norm?.forward(h) ?? h
    // STUB: // `norm?.forward(h) ?? h` is h itself where there is no norm.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// dX.
  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    let d = norm?.backward(dY) ?? dY
    return blocks.reversed().reduce(d) { $1.backward($0) }
    // END SOLUTION
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
    // BEGIN SOLUTION
    let mask = causalMask(x.shape[1])
    let h = blocks.reduce(x) {
      $1.forward($0, memory: memory, mask: mask, memoryMask: memoryMask)
    }
    return norm?.forward(h) ?? h
    // END SOLUTION
  }

  /// The gradients by `x` and by the memory, to which every block has contributed.
  public func backward(
    _ dY: NDArray<Element>
  ) -> (x: NDArray<Element>, memory: NDArray<Element>) {
    // BEGIN SOLUTION
    var dX = norm?.backward(dY) ?? dY
    var dMemory: NDArray<Element>?
    for block in blocks.reversed() {
      let d = block.backward(dX)
      dX = d.x
      dMemory = dMemory.map { $0 + d.memory } ?? d.memory
    }
    guard let dMemory else { fatalError("TransformerDecoder: there are no blocks") }
    return (dX, dMemory)
    // STUB: // From the last block to the first. The memory went into each of them.
    // STUB: notImplemented()
    // END SOLUTION
  }
}
