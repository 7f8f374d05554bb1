import CourseKit
import NDArray

/// The output layer of word2vec with all words as classes: $p = \operatorname{softmax}(Uh)$, $L = -\frac1n\sum\ln p_{\text{target}}$.
public final class FullSoftmax<Element: NDFloat>: Module {
  /// One row a word: (words, width). Another table than the embedding's.
  public let table: Parameter<Element>
  /// Input, probabilities and targets of the last forward pass.
  public private(set) var cache: (h: NDArray<Element>, p: NDArray<Element>, targets: NDArray<Int>)?

  /// An output layer with this table, (words, width).
  public init(table: NDArray<Element>) { self.table = Parameter("U", table) }

  /// The mean loss of the vectors `h` (n, width) for the words `targets` (n).
  public func forward(_ h: NDArray<Element>, _ targets: NDArray<Int>) -> Element {
    // NDArray has a.softmax(axis: 1) and a.logSoftmax(axis: 1). Keep h, p and the targets in `cache`.
    notImplemented()
  }

  /// Adds $dU = dS^Th$ to the table's gradient, unless the table is frozen, and returns $dh = dS\,U$, (n, width), with
  /// $dS = (p - \text{one-hot})/n$.
  public func backward() -> NDArray<Element> {
    guard let (h, p, targets) = cache else {
      fatalError("FullSoftmax.backward: no forward pass came before")
    }
    _ = (h, p, targets)
    notImplemented()
  }
}
