import CourseKit
import NDArray

/// A row of numbers for each token: (texts, length) of token numbers → (texts, length, width).
public final class Embedding<Element: NDFloat>: Module {
  /// (vocabulary, width)
  public let table: Parameter<Element>
  private var tokens: NDArray<Int>?

  public init(
    _ vocabulary: Int, _ width: Int, deviation: Double = 0.02, using generator: inout Generator
  ) {
    let numbers = generator.standardNormal([vocabulary, width]) * deviation
    table = Parameter("E", numbers.asType(Element.self))
  }

  /// The rows of the tokens.
  public func forward(_ tokens: NDArray<Int>) -> NDArray<Element> {
    // BEGIN SOLUTION
    self.tokens = tokens
    return table.value[tokens]
    // STUB: // An array of numbers between brackets takes those rows, in the shape of the numbers.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// Token numbers have no gradient, so nothing is returned. A word that stands twice adds twice.
  public func backward(_ dY: NDArray<Element>) {
    guard let tokens else { fatalError("Embedding.backward: no forward pass came before") }
    // BEGIN SOLUTION
    var dE = NDArray<Element>.zeros(table.value.shape)
    dE.add(dY, at: tokens)
    table.accumulate(dE)
    // STUB: // `dE.add(dY, at: tokens)` adds at each position, also where one comes twice; `dE[tokens] += dY` would add once.
    // STUB: _ = tokens
    // STUB: notImplemented()
    // END SOLUTION
  }
}

/// The output layer that is the table of words once more, $Z = XE^T$: the logit of a word is how well the state fits its own vector.
///
/// One ``Embedding/table`` with two owners takes both gradients and moves once.
public final class TiedLogits<Element: NDFloat>: Module {
  public let table: Parameter<Element>
  private var input: NDArray<Element>?

  public init(tiedTo embedding: Embedding<Element>) { table = embedding.table }

  /// (texts, length, width) → (texts, length, vocabulary)
  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    input = x
    return perToken(x) { $0.dot(table.value.T) }
    // END SOLUTION
  }

  /// $dE = dZ^T X$ over all words of all texts, $dX = dZ\,E$.
  public func backward(_ dZ: NDArray<Element>) -> NDArray<Element> {
    guard let input else { fatalError("TiedLogits.backward: no forward pass came before") }
    // BEGIN SOLUTION
    let (vocabulary, width) = (table.value.shape[0], table.value.shape[1])
    table.accumulate(dZ.reshaped([-1, vocabulary]).T.dot(input.reshaped([-1, width])))
    return perToken(dZ) { $0.dot(table.value) }
    // STUB: // `x.reshaped([-1, width])` puts all words of all texts into rows.
    // STUB: _ = input
    // STUB: notImplemented()
    // END SOLUTION
  }
}
