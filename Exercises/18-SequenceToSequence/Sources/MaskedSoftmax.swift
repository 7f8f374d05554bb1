import CourseKit
import NDArray

/// Softmax along the last axis over the places that count; the others get 0, and a row where none counts is 0 throughout.
///
/// - Parameter mask: true where a place counts, of the shape of `scores`.
public func maskedSoftmax<Element: NDFloat>(
  _ scores: NDArray<Element>, _ mask: NDArray<Bool>
) -> NDArray<Element> {
  // `which(mask, a, b)` is a where the mask is true, b elsewhere. What must a score be so that its weight is 0?
  notImplemented()
}

/// From the gradient by the weights a to that by the scores: $ds = a \odot (da - \sum_{\text{row}} da \odot a)$.
public func softmaxBackward<Element: NDFloat>(
  _ dWeights: NDArray<Element>, _ weights: NDArray<Element>
) -> NDArray<Element> {
  // A sum along the last axis with `keepDims: true` fits the rows that it came from.
  notImplemented()
}
