import CourseKit
import NDArray

/// Attention itself, $Z = AV$ with $A = \operatorname{softmax}(QK^T/\sqrt d)$ along each row (Vaswani et al. 2017).
///
/// Each query asks all keys, and takes of the values as much as the key fits. There is nothing to learn in it. The last two axes are
/// (queries, d), (keys, d), (keys, e) → (queries, e); whatever axes lead, such as (texts, heads), are that many attentions at once.
public final class ScaledDotProduct<Element: NDFloat>: Module {
  /// The cache: the inputs and the weights A of the last `forward`.
  private var cache:
    (q: NDArray<Element>, k: NDArray<Element>, v: NDArray<Element>, a: NDArray<Element>)?

  public init() {}

  /// A of the last `forward`, (…, queries, keys): whom each query looked at. Rows sum to 1.
  public var weights: NDArray<Element>? { cache?.a }

  /// - Parameter mask: true where a query may see a key; broadcasts with A. A query that may see nothing gets zeros.
  public func forward(
    _ q: NDArray<Element>, _ k: NDArray<Element>, _ v: NDArray<Element>,
    mask: NDArray<Bool>? = nil
  ) -> NDArray<Element> {
    // BEGIN SOLUTION
    var scores = q.matmul(k.swappedAxes(-1, -2)) / root(q)
    if let mask { scores = which(mask, scores, -.infinity) }
    var a = scores.softmax(axis: -1)
    // A row of nothing but −∞ has no softmax.
    if let mask { a = which(mask, a, 0) }
    cache = (q, k, v, a)
    return a.matmul(v)
    // STUB: // `k.swappedAxes(-1, -2)` is the transpose of every matrix in a stack, `a.matmul(b)` their products, `softmax(axis: -1)` along
    // STUB: // rows, `which(mask, scores, -.infinity)` what hides a key. Keep (q, k, v, a) in `cache`.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// $dV = A^T dZ$; with $dA = dZ\,V^T$ and $dS = A \odot (dA - \sum_{\text{row}} dA \odot A)$: $dQ = dS\,K/\sqrt d$, $dK = dS^T Q/\sqrt d$.
  ///
  /// What was masked has A = 0, and so no gradient.
  public func backward(
    _ dZ: NDArray<Element>
  ) -> (q: NDArray<Element>, k: NDArray<Element>, v: NDArray<Element>) {
    guard let (q, k, v, a) = cache else {
      fatalError("ScaledDotProduct.backward: no forward pass came before")
    }
    // BEGIN SOLUTION
    let dA = dZ.matmul(v.swappedAxes(-1, -2))
    let dS = a * (dA - (dA * a).sum(axis: -1, keepDims: true)) / root(q)
    return (
      dS.matmul(k), dS.swappedAxes(-1, -2).matmul(q), a.swappedAxes(-1, -2).matmul(dZ)
    )
    // STUB: // Three gradients for three inputs. dS is the gradient of softmax along each row; divide it by √d once, for both.
    // STUB: _ = (q, k, v, a)
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// √d, d the length of a query.
  private func root(_ q: NDArray<Element>) -> Element {
    Element(q.shape[q.rank - 1]).squareRoot()
  }
}
