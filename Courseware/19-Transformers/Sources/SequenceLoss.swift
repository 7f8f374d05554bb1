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
    // BEGIN SOLUTION
    let counted = logits.reshaped([labels.count, -1])[rows]
    let logP = counted.logSoftmax(axis: -1)
    cache = (logP, flat[rows], rows, logits.shape)
    if rows.count == 0 { return 0 }
    return -logP[NDArray.arange(rows.count), flat[rows]].mean()
    // STUB: // `rows` are the places that count. Take those rows of the logits (as (words, vocabulary)), their `logSoftmax(axis: -1)`, and of each row
    // STUB: // the element of its label, `logP[NDArray.arange(n), labels]`. Keep (logP, the labels of the rows, rows, logits.shape).
    // STUB: _ = rows
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// $(p - y)/m$ at the words that count, 0 elsewhere; the shape of the logits.
  public func backward() -> NDArray<Element> {
    guard let (logP, labels, rows, shape) = cache else {
      fatalError("SequenceLoss.backward: no forward pass came before")
    }
    // BEGIN SOLUTION
    var d = exp(logP)
    d[NDArray.arange(rows.count), labels] -= 1
    var dLogits = NDArray<Element>.zeros([shape[0] * shape[1], shape[2]])
    dLogits[rows] = d / Element(rows.count)
    return dLogits.reshaped(shape)
    // STUB: // p is exp(logP). Fill the rows that count into zeros, then give it the shape of the logits.
    // STUB: _ = (logP, labels, rows, shape)
    // STUB: notImplemented()
    // END SOLUTION
  }
}
