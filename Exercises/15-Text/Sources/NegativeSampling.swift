import CourseKit
import NDArray

/// The output layer of word2vec that asks of k + 1 words only: is this one the neighbour, or is it noise?
///
/// $L = \frac1n\sum_i\left(-\ln\sigma(u_{t_i}\cdot h_i) - \sum_k\ln\sigma(-u_{n_{ik}}\cdot h_i)\right)$: logistic regression, with label 1 for the target and 0 for
/// the negatives.
public final class NegativeSampling<Element: NDFloat>: Module {
  /// One row a word: (words, width).
  public let table: Parameter<Element>
  /// Input, words asked for (the target first), and their logits, of the last forward pass.
  public private(set) var cache:
    (h: NDArray<Element>, words: NDArray<Int>, logits: NDArray<Element>)?

  /// An output layer with this table, (words, width).
  public init(table: NDArray<Element>) { self.table = Parameter("U", table) }

  /// The mean loss of the vectors `h` (n, width) for the words `targets` (n) against `negatives` (n, k).
  public func forward(
    _ h: NDArray<Element>, _ targets: NDArray<Int>, negatives: NDArray<Int>
  ) -> Element {
    let words = concatenated([targets[.all, .newAxis], negatives], axis: 1)
    _ = words
    // `words` are (n, k + 1), the target in column 0; table.value[words] are their vectors (n, k + 1, width).
    // The target's logits keep their sign, those of the negatives turn it; then −ln σ of all, without overflow.
    notImplemented()
  }

  /// Adds $dU$ to the rows that were asked for and returns $dh$, (n, width): with $g = (\sigma(z) - \text{label})/n$ for each
  /// logit, $dU_w = \sum g\,h$ and $dh = \sum_w g\,u_w$. A frozen table takes none and still lets $dh$ through.
  public func backward() -> NDArray<Element> {
    guard let (h, words, logits) = cache else {
      fatalError("NegativeSampling.backward: no forward pass came before")
    }
    _ = (h, words, logits)
    notImplemented()
  }
}
