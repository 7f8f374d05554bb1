import CourseKit
import NDArray
import Networks
import RecurrentNetworks

/// The kinds of attention.
public enum ScoreKind: Sendable {
  case dot, scaledDot, general
  /// With so many numbers inside.
  case additive(Int)
}

/// The pair of networks: one reads, the other writes.
public final class EncoderDecoder<Element: NDFloat>: Module {
  public let encoder: Encoder<Element>
  public let decoder: Decoder<Element>

  public init(_ encoder: Encoder<Element>, _ decoder: Decoder<Element>) {
    (self.encoder, self.decoder) = (encoder, decoder)
  }

  /// - Parameters:
  ///   - kinds: how many symbols the source and the target language have.
  ///   - attention: nil for the plain pair, whose decoder knows the last state only.
  public convenience init(
    kinds: (source: Int, target: Int), embedding: Int, width: Int, attention: ScoreKind?,
    order: ReadingOrder = .forwards, using generator: inout Generator
  ) {
    let encoder = Encoder<Element>(
      kinds.source, embedding: embedding, width: width, order, using: &generator)
    func draw(_ shape: [Int]) -> NDArray<Element> {
      let bound = 1 / Double(shape[0]).squareRoot()
      return generator.uniform(-bound, bound, shape: shape).asType(Element.self)
    }
    let score: (any AttentionScore<Element>)? =
      switch attention {
      case nil: nil
      case .dot: DotScore()
      case .scaledDot: DotScore(isScaled: true)
      case .general: GeneralScore(draw([width, width]))
      case .additive(let a):
        AdditiveScore(W: draw([width, a]), U: draw([width, a]), v: draw([a]))
      }
    let context = score == nil ? 0 : width
    let table = Embedding<Element>(kinds.target, embedding, using: &generator)
    let cell = LSTMStep<Element>(embedding + context, width, using: &generator)
    let output = Linear<Element>(width + context, kinds.target, .xavier, using: &generator)
    self.init(encoder, Decoder(table, score.map { Attention($0) }, cell, output))
  }

  /// What was read: the state that the decoder begins with, and the memory if it has attention.
  public func read(
    _ source: Padded
  ) -> (state: [NDArray<Element>], memory: Memory<Element>?) {
    // BEGIN SOLUTION
    let (states, last) = encoder.forward(source)
    return (last, decoder.attention?.memory(states, mask: source.mask))
    // STUB: // The decoder begins where the encoder ended. `decoder.attention?.memory(…)` is nil without attention.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// Logits (steps, objects, kinds) of a batch under teacher forcing.
  public func forward(_ batch: Batch) -> NDArray<Element> {
    var unused = Generator(seed: 0)
    return forward(batch, share: 0, using: &unused)
  }

  /// Logits (steps, objects, kinds) of a batch; `share` of the symbols that the decoder reads are its own.
  public func forward(
    _ batch: Batch, share: Double, using generator: inout Generator
  ) -> NDArray<Element> {
    let (state, memory) = read(batch.source)
    return decoder.forward(batch.inputs, from: state, memory, share: share, using: &generator)
  }

  /// From the gradient by the logits to all parameters of both.
  public func backward(_ dLogits: NDArray<Element>) {
    // BEGIN SOLUTION
    let d = decoder.backward(dLogits)
    let dStates = d.states ?? .zeros([encoder.steps] + d.last[0].shape)
    encoder.backward(states: dStates, last: d.last)
    // STUB: // The decoder's two gradients go to the encoder. Without attention the states, (encoder.steps, objects, width), got none: zeros.
    // STUB: notImplemented()
    // END SOLUTION
  }
}
