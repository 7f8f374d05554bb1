import CourseKit
import NDArray
import Networks

/// The whole of the paper: an encoder reads, a decoder writes. Places are told by ``sinusoids(_:_:)``.
public final class Translator<Element: NDFloat>: Module {
  public let sourceWords, targetWords: Embedding<Element>
  public let encoder: TransformerEncoder<Element>
  public let decoder: TransformerDecoder<Element>
  public let output: Linear<Element>
  /// The token that fills up short texts, in both languages.
  public let padding: Int
  private let places: NDArray<Element>

  /// - Parameter length: the longest text, in tokens.
  public init(
    source: Int, target: Int, length: Int, width: Int, heads: Int, hidden: Int, blocks: Int,
    _ order: NormPlace = .pre, padding: Int = 0, using generator: inout Generator
  ) {
    self.padding = padding
    sourceWords = Embedding(source, width, deviation: 1, using: &generator)
    targetWords = Embedding(target, width, deviation: 1, using: &generator)
    encoder = TransformerEncoder(
      width, heads: heads, hidden: hidden, blocks: blocks, order, using: &generator)
    decoder = TransformerDecoder(
      width, heads: heads, hidden: hidden, blocks: blocks, order, using: &generator)
    output = Linear(width, target, .small(0.02), using: &generator)
    places = sinusoids(length, width).asType(Element.self)
  }

  /// What was read: `source` (texts, length) → (texts, length, width), and which of it may be looked at.
  public func read(
    _ source: NDArray<Int>
  ) -> (memory: NDArray<Element>, mask: NDArray<Bool>) {
    // Words plus `places[0..<length]`, then the encoder under the padding mask.
    notImplemented()
  }

  /// Logits of the next token at each place of `target`, (texts, length, target vocabulary).
  public func write(
    _ target: NDArray<Int>, memory: NDArray<Element>, mask: NDArray<Bool>
  ) -> NDArray<Element> {
    notImplemented()
  }

  /// `target` begins with the start token: place t predicts the token behind it (teacher forcing).
  public func forward(_ source: NDArray<Int>, _ target: NDArray<Int>) -> NDArray<Element> {
    let (memory, mask) = read(source)
    return write(target, memory: memory, mask: mask)
  }

  /// From the logits through the decoder into the words written, and through the memory into the words read.
  public func backward(_ dLogits: NDArray<Element>) {
    notImplemented()
  }

  /// The likeliest token again and again, up to `length` of them: (texts, length). After `end` a text is filled up with `padding`.
  public func translate(
    _ source: NDArray<Int>, start: Int, end: Int, length: Int
  ) -> NDArray<Int> {
    // Read once. Begin with a column of `start`; `length` times: write, take `argMax` of the last place `z[.all, -1]`, padding for texts that
    // are over, and put it behind as a column (`next[.all, .newAxis]`, `concatenated` along axis 1). Return it without the start.
    notImplemented()
  }
}
