import CourseKit
import NDArray

/// Offline augmentation: the training set made larger once, `times` as many pictures (n, C, H, W) with their labels.
///
/// 1: the originals; 2: and flipped horizontally; 3: and flipped vertically; 4: and flipped both ways. Block after block, each in the
/// order of the originals.
public func expanded<Element: NDFloat>(
  _ pictures: NDArray<Element>, _ labels: NDArray<Int>, times: Int
) -> (pictures: NDArray<Element>, labels: NDArray<Int>) {
  if !(1...4).contains(times) { fatalError("expanded: times is 1 to 4, got \(times)") }
  // With n in front, height is axis 2 and width axis 3. `concatenated([a, b])` joins along axis 0, `labels.tiled([3])` repeats
  // the whole row three times.
  notImplemented()
}

/// Online augmentation: each picture of a batch (n, C, H, W) changed in its own way, anew in each call.
public func augmented<Element: NDFloat>(
  _ pictures: NDArray<Element>, by transform: some PictureTransform,
  using generator: inout Generator
) -> NDArray<Element> {
  // `pictures[i]` is one picture (C, H, W), `stacked(list)` a batch of a list of pictures.
  notImplemented()
}

/// Each object mixed with its partner, $\lambda_i x_i + (1-\lambda_i)\,x_{\text{partner}(i)}$, along axis 0 of an array of any rank.
public func mixed<Element: NDFloat>(
  _ x: NDArray<Element>, with partners: NDArray<Int>, shares: NDArray<Element>
) -> NDArray<Element> {
  // `shares` has the shape (n); with axes of length 1 behind it, it fits x. `x[partners]` are the partners.
  notImplemented()
}

/// Mixup (Zhang et al. 2018): inputs and targets mixed alike, with shares from the distribution Beta(α, α), one for each object, and as in fast.ai
/// never less than a half of its own: $\max(\lambda, 1-\lambda)$. Draws the partners' permutation first, then the shares.
///
/// `targets` (n, K) are rows of probabilities, and so are those that come back.
public func mixup<Element: NDFloat>(
  _ x: NDArray<Element>, _ targets: NDArray<Element>, alpha: Double,
  using generator: inout Generator
) -> (x: NDArray<Element>, targets: NDArray<Element>) {
  // `generator.permutation(n)`, `generator.beta(alpha, alpha, shape: [n])`
  notImplemented()
}

/// Labels of which a share was written down carelessly: round(share · n) of them, at the first places of a permutation, redrawn among all classes.
///
/// One in K of those happens to be right again.
public func redrawn(
  _ labels: NDArray<Int>, share: Double, classes: Int, using generator: inout Generator
) -> NDArray<Int> {
  // First `generator.permutation(n)`, then `generator.integers(0..<classes, [count])`.
  notImplemented()
}
