import CourseKit
import NDArray
import RecurrentNetworks

/// How the encoder goes through a text.
public enum ReadingOrder: Sendable {
  case forwards
  /// The source fed backwards (Sutskever et al. 2014): its first word is the last that is read, and the first that is to be written.
  case backwards
  /// Half of the numbers of a state from the left, half from the right (Bahdanau et al. 2014).
  case bothWays
}

/// Reads a text: an embedding and an LSTM of unit 17.
public final class Encoder<Element: NDFloat>: Module {
  public let embedding: Embedding<Element>
  public let recurrent: Recurrent<Element>
  /// How many steps the last text had.
  public private(set) var steps = 0

  public init(_ embedding: Embedding<Element>, _ recurrent: Recurrent<Element>) {
    (self.embedding, self.recurrent) = (embedding, recurrent)
  }

  /// States of `width` numbers, whichever the order.
  public convenience init(
    _ kinds: Int, embedding: Int, width: Int, _ order: ReadingOrder = .forwards,
    using generator: inout Generator
  ) {
    let table = Embedding<Element>(kinds, embedding, using: &generator)
    let isBothWays = order == .bothWays
    let side = isBothWays ? width / 2 : width
    let layers = (isBothWays ? [false, true] : [order == .backwards]).map { isReversed in
      RecurrentLayer<Element>(
        LSTMCell(), inputs: embedding, width: side, isReversed: isReversed,
        suffix: isReversed ? "_l0_reverse" : "_l0", using: &generator)
    }
    self.init(table, Recurrent(layers, directions: layers.count))
  }

  /// A text → its state after each symbol (steps, objects, width), and [h, c] after the last one read, (objects, width) each.
  public func forward(
    _ source: Padded
  ) -> (states: NDArray<Element>, last: [NDArray<Element>]) {
    steps = source.tokens.shape[0]
    // `recurrent.forward(x, lengths: …)` returns [h, c] of the shape (directions, objects, width of one): put the directions side by
    // side, `concatenated(list, axis: 1)`.
    notImplemented()
  }

  /// From the gradients by all states and by the last one to all parameters.
  public func backward(states dStates: NDArray<Element>, last dLast: [NDArray<Element>]) {
    // `recurrent.backward(dStates, last: …)` wants (directions, objects, width of one) again: `stacked` of `split(parts:axis:)`.
    notImplemented()
  }
}
