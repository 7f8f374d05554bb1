import CourseKit
import NDArray
import Networks
import Optimisers

/// Word vectors that depend on the sentence, after ELMo (Peters 2018): two language models, one reads forwards and guesses the
/// next word, one reads backwards and guesses the word before. The vector of a word *here* is its embedding beside the states of both.
///
/// One network in both directions over the whole sentence could not be trained so: its state at a word has seen the word to be guessed.
public final class ContextVectors<Element: NDFloat>: Module {
  public let embedding: Embedding<Element>
  public let forwards, backwards: RecurrentLayer<Element>
  public let next, previous: Linear<Element>
  public let kinds: Int

  public init(
    kinds: Int, embedding: Int, width: Int, using generator: inout Generator
  ) {
    self.kinds = kinds
    self.embedding = Embedding(kinds, embedding, using: &generator)
    forwards = RecurrentLayer(LSTMCell(), inputs: embedding, width: width, using: &generator)
    backwards = RecurrentLayer(
      LSTMCell(), inputs: embedding, width: width, isReversed: true, using: &generator)
    next = Linear(width, kinds, .xavier, using: &generator)
    previous = Linear(width, kinds, .xavier, using: &generator)
  }

  /// The mean of both guesses' losses on `tokens` (steps, objects); adds all gradients.
  ///
  /// The state after word t guesses word t + 1, so the forward model has no guess at the last word; the backward model none at the
  /// first.
  public func lossAndGradients(_ tokens: NDArray<Int>) -> Double {
    let (steps, objects) = (tokens.shape[0], tokens.shape[1])
    let x = embedding.forward(tokens)
    // For each direction: its states at the words from which it guesses, as rows; the loss against the words to be guessed; back
    // into an array that is zero at the word without a guess. The embedding serves both: one backward with the sum.
    _ = (steps, objects, x)
    notImplemented()
  }

  /// The three vectors of each word, each (steps, objects, …): its embedding, the forward state and the backward state.
  public func vectors(
    _ tokens: NDArray<Int>
  ) -> (embedding: NDArray<Element>, forwards: NDArray<Element>, backwards: NDArray<Element>) {
    notImplemented()
  }
}

/// Sentences of a small made grammar in which *bat* is an animal or a club; the word before it may tell which, or the word behind it,
/// or both.
public enum Bats {
  public static let words = [
    "a", "the", "bat", "hungry", "wooden", "flew", "broke", "slept", "swung", "old", "came",
    "today",
  ]

  /// `count` sentences of five words, (5, count), and for each whether its bat is the animal (0) or the club (1).
  ///
  /// A third tells by the adjective alone ("the hungry bat came today"), a third by the verb alone ("the old bat flew today"), a
  /// third by both.
  public static func sentences(
    _ count: Int, using generator: inout Generator
  ) -> (tokens: NDArray<Int>, senses: NDArray<Int>) {
    var (rows, senses): ([[Int]], [Int]) = ([], [])
    for _ in 0..<count {
      let sense = generator.integers(0..<2)
      let kind = generator.integers(0..<3)
      let article = generator.integers(0..<2)
      let verb = 5 + sense + 2 * generator.integers(0..<2)
      rows.append([article, kind == 1 ? 9 : 3 + sense, 2, kind == 0 ? 10 : verb, 11])
      senses.append(sense)
    }
    return (NDArray(rows).T, NDArray(senses))
  }
}
