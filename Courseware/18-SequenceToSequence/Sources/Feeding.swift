import CourseKit
import Foundation
import NDArray

/// What each decoder reads next: its own word with the chance `share`, drawn for each text, else the right one.
///
/// 0 is teacher forcing, 1 free running; in between it is scheduled sampling (Bengio et al. 2015). Draws only in between.
public func mixed(
  _ right: NDArray<Int>, _ own: NDArray<Int>, share: Double, using generator: inout Generator
) -> NDArray<Int> {
  // BEGIN SOLUTION
  if share <= 0 { return right }
  if share >= 1 { return own }
  return which(generator.uniform(0, 1, shape: right.shape) .< share, own, right)
  // STUB: // `generator.uniform(0, 1, shape: right.shape)` draws a number for each text: below the share it reads its own.
  // STUB: notImplemented()
  // END SOLUTION
}

/// The share of *own* words at a step of training, $1 - k/(k + e^{\text{step}/k})$: an S from about 0 up to 1, the later the larger k.
public func ownShare(at step: Int, k: Double) -> Double {
  // BEGIN SOLUTION
  1 - k / (k + exp(Double(step) / k))
  // END SOLUTION
}
