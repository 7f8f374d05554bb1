import CourseKit
import NDArray

/// `gradient` summed to `shape`, from which its shape came about by broadcasting.
///
/// An element that broadcasting used many times is to blame for every use. So the axes that were put in front are summed away, and
/// those that were stretched from the length 1 are summed back to it: (5, 3) to (3) or (5, 1), or to () for a single number.
public func summed<Element: NDFloat>(
  _ gradient: NDArray<Element>, to shape: [Int]
) -> NDArray<Element> {
  if gradient.shape == shape { return gradient }
  // BEGIN SOLUTION
  let added = gradient.rank - shape.count
  let front = gradient.sum(axes: Array(0..<added))
  let stretched = shape.indices.filter { shape[$0] == 1 }
  return front.sum(axes: stretched, keepDims: true)
  // STUB: // How many axes are in front of those of `shape`? Sum over them. Then over those where `shape` has a 1, with keepDims.
  // STUB: notImplemented()
  // END SOLUTION
}
