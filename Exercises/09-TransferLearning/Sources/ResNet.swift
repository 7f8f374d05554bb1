import Convolution
import CourseKit
import NDArray
import Networks
import Regularisation

/// How a block's input gets past it where its shape changes.
public enum Shortcut: Sendable {
  /// By a 1×1 convolution with batch normalisation.
  case projection
  /// By ``PaddedShortcut``, which learns nothing.
  case padding
}

/// The block of a ResNet for small pictures: Conv 3×3 (`stride`) – BN – ReLU – Conv 3×3 – BN, beside it the input,
/// together through ReLU.
///
/// The convolutions have no bias: batch normalisation would take it away again, and its β stands in for it.
public func basicBlock<Element: NDFloat>(
  _ inputs: Int, _ outputs: Int, stride: Int = 1, shortcut: Shortcut = .projection,
  using generator: inout Generator
) -> Residual<Element> {
  // Five layers in a Sequential. Where the shape stays, Residual(body); else with PaddedShortcut, or with
  // a Sequential of a 1×1 convolution and BatchNorm2d. Draw the weights in this order: first and second
  // convolution, then the shortcut's.
  notImplemented()
}

/// The body of a ResNet for pictures of 32×32 pixels: Conv 3×3 – BN – ReLU, then for each of `widths` as many
/// `blocks`, then the mean of each map. (N, `inputs`, H, W) → (N, last width).
///
/// Each stage but the first begins with stride 2. `blocks: 3` and `widths: [16, 32, 64]` are ResNet-20, the 271,824
/// parameters of the lecture's table.
public func resNetBody<Element: NDFloat>(
  inputs: Int = 3, blocks: Int = 3, widths: [Int] = [16, 32, 64], shortcut: Shortcut = .projection,
  using generator: inout Generator
) -> Sequential<Element> {
  // var layers: [any Layer<Element>] = [Conv2d<Element>(…), BatchNorm2d<Element>(…),
  // Activate<Element>(.relu)], then the blocks stage by stage, then GlobalAveragePool2d<Element>(). Which
  // blocks have stride 2, and from how many channels do they come?
  notImplemented()
}
