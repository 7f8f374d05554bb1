import Convolution
import CourseKit
import NDArray
import Networks

/// The lecture's network with dropout, for colour pictures of 32 × 32 pixels: convolution 3 → 32 with kernel 3 and stride 4, ReLU,
/// Dropout2d 0.2, convolution 32 → 64 with kernel 3 and padding 1, ReLU, average of 4 × 4, Dropout2d 0.3, and a linear layer 256 → classes.
/// All weights begin by He's rule.
///
/// Its first kernel has no padding and a stride larger than itself: see ``columnsSeen(of:kernel:stride:)``.
public func dropoutNetwork<Element: NDFloat>(
  classes: Int, using generator: inout Generator
) -> Sequential<Element> {
  // BEGIN SOLUTION
  Sequential([
    Conv2d(3, 32, kernel: 3, stride: 4, using: &generator),
    Activate(.relu),
    Dropout2d(0.2, seed: 1),
    Conv2d(32, 64, kernel: 3, padding: .zeros(1), using: &generator),
    Activate(.relu),
    AvgPool2d(4),
    Dropout2d(0.3, seed: 2),
    Flatten(),
    Linear(256, classes, .he, using: &generator),
  ])
  // STUB: // Conv2d(3, 32, kernel: 3, stride: 4, using: &generator) and so on; padding is `.zeros(1)`. Any seeds for the dropouts.
  // STUB: notImplemented()
  // END SOLUTION
}
