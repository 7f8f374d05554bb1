import CourseKit
import NDArray

/// Cross-entropy of the words that count: $L = -\frac1m\sum \ln p_{\text{right}}$ over the m words whose label is not `ignored`.
///
/// Padding at the end of a short text is ignored, and in a masked text everything that was not masked. It is a mean over words, not over texts.
public final class SequenceLoss<Element: NDFloat> {
  public let ignored: Int
  /// Of the last `forward`: ln p and label of the words that count, where those stand, and the shape of all.
  private var cache:
    (logP: NDArray<Element>, labels: NDArray<Int>, rows: NDArray<Int>, shape: [Int])?

  public init(ignoring ignored: Int = -1) { self.ignored = ignored }

  /// `logits` (texts, length, vocabulary), `labels` (texts, length). 0 where nothing counts.
  public func forward(_ logits: NDArray<Element>, _ labels: NDArray<Int>) -> Element {
    let flat = labels.flattened()
    let rows = (flat .!= ignored).flatNonzero()
    // `rows` are the places that count. Take those rows of the logits (as (words, vocabulary)), their `logSoftmax(axis: -1)`, and of each row
    // the element of its label, `logP[NDArray.arange(n), labels]`. Keep (logP, the labels of the rows, rows, logits.shape).
    _ = rows
    notImplemented()
  }

  /// $(p - y)/m$ at the words that count, 0 elsewhere; the shape of the logits.
  public func backward() -> NDArray<Element> {
    guard let (logP, labels, rows, shape) = cache else {
      fatalError("SequenceLoss.backward: no forward pass came before")
    }
    // p is exp(logP). Fill the rows that count into zeros, then give it the shape of the logits.
    _ = (logP, labels, rows, shape)
    notImplemented()
  }
}
