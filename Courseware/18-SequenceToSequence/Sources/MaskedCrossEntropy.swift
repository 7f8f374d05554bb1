import CourseKit
import NDArray

/// Cross-entropy of the symbols that are to be written: $L = -\frac1m\sum\ln p_{\text{right}}$ over the m targets that are no padding.
///
/// A mean over symbols: every letter counts alike, in long texts and in short ones.
public final class MaskedCrossEntropy<Element: NDFloat> {
  /// Of the last `forward`: the probabilities, which targets count, and these as numbers.
  private var cache:
    (p: NDArray<Element>, counted: NDArray<Int>, targets: NDArray<Int>, shape: [Int])?

  public init() {}

  /// `logits` (steps, objects, kinds), `targets` (steps, objects). 0 where nothing counts.
  public func forward(_ logits: NDArray<Element>, _ targets: NDArray<Int>) -> Element {
    let flat = targets.flattened()
    let counted = (flat .!= Vocabulary.padding).flatNonzero()
    // BEGIN SOLUTION
    let logP = logits.reshaped([targets.count, -1])[counted].logSoftmax(axis: -1)
    cache = (exp(logP), counted, flat[counted], logits.shape)
    if counted.count == 0 { return 0 }
    return -logP[NDArray.arange(counted.count), flat[counted]].mean()
    // STUB: // `counted` are the places that count. Take these rows of the logits (all as rows, (places, kinds)), their `logSoftmax(axis: -1)`, and
    // STUB: // of each row the element of its target: `logP[NDArray.arange(m), targets]`. Keep (p, counted, their targets, logits.shape).
    // STUB: _ = counted
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// $(p - y)/m$ at the symbols that count, 0 elsewhere; the shape of the logits.
  public func backward() -> NDArray<Element> {
    guard let (p, counted, targets, shape) = cache else {
      fatalError("MaskedCrossEntropy.backward: no forward pass came before")
    }
    // BEGIN SOLUTION
    var d = p
    d[NDArray.arange(counted.count), targets] -= 1
    var dLogits = NDArray<Element>.zeros([shape[0] * shape[1], shape[2]])
    dLogits[counted] = d / Element(counted.count)
    return dLogits.reshaped(shape)
    // STUB: // Zeros for all places; into the rows that count go their p, less 1 at the target, over m.
    // STUB: _ = (p, counted, targets, shape)
    // STUB: notImplemented()
    // END SOLUTION
  }
}
