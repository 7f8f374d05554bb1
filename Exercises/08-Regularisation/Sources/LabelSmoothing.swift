import CourseKit
import NDArray
import Networks

/// The labels as rows that are a little unsure, $q = (1-\varepsilon)\,y + \varepsilon/K$ with $y$ the one-hot row
/// (Szegedy et al. 2016): for ε = 0.3 and K = 3 the second class is [0.1, 0.8, 0.1].
///
/// The share ε is spread over *all* K classes, the right one too. ε = 0 is plain one-hot.
public func smoothed<Element: NDFloat>(
  _ labels: NDArray<Int>, classes: Int, by epsilon: Double
) -> NDArray<Element> {
  // `oneHot(labels, classes: classes)` has the 1s, in Double; `.asType(Element.self)` at the end.
  notImplemented()
}

/// Softmax and cross-entropy against targets that are probabilities themselves, smoothed or mixed:
///
/// $$L = -\frac1n\sum_i\sum_k q_{ik}\ln p_{ik}, \qquad \frac{\partial L}{\partial z} = \frac{p - q}n.$$
public final class SoftCrossEntropy<Element: NDFloat> {
  private var cache: (probabilities: NDArray<Element>, targets: NDArray<Element>)?

  public init() {}

  /// The mean loss of `logits` (objects, classes) for `targets` of the same shape, whose rows sum to 1.
  public func forward(_ logits: NDArray<Element>, _ targets: NDArray<Element>) -> Element {
    // Keep the probabilities and the targets in `cache`. `logits.softmax(axis: 1)` and `logits.logSoftmax(axis: 1)` are safe.
    notImplemented()
  }

  public func backward() -> NDArray<Element> {
    guard let (probabilities, targets) = cache else {
      fatalError("SoftCrossEntropy.backward: no forward pass came before")
    }
    _ = (probabilities, targets)
    notImplemented()
  }
}

/// The least loss that any prediction can have against `targets` (objects, classes): their entropy,
/// $-\frac1n\sum_i\sum_k q_{ik}\ln q_{ik}$ with $0\ln0 = 0$.
public func leastLoss<Element: NDFloat>(_ targets: NDArray<Element>) -> Element {
  // log(0) is −∞ and 0 · −∞ is no number: `which` chooses 0 there.
  notImplemented()
}
