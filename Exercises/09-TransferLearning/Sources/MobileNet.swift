import Convolution
import CourseKit
import NDArray
import Networks
import Regularisation

/// The block of MobileNetV2 (Sandler et al. 2018): widen by 1×1, look by a depthwise 3×3, narrow by 1×1; and past
/// it all the input, where the shape stays.
///
/// "Inverted", because a ResNet's larger block is narrow inside and wide outside. After narrowing there is no
/// activation: of few numbers ReLU would lose too much. Nor is there one after the sum.
public final class InvertedResidual<Element: NDFloat>: Layer {
  /// (1×1 – BN – ReLU6 –) depthwise 3×3 – BN – ReLU6 – 1×1 – BN; the first three only where `expansion` is not 1.
  public let body: Sequential<Element>
  /// Whether the input is added to the body's output.
  public let hasShortcut: Bool

  public init(
    _ inputs: Int, _ outputs: Int, stride: Int = 1, expansion: Int = 6,
    using generator: inout Generator
  ) {
    // `inputs * expansion` channels inside. var layers: [any Layer<Element>], with Conv2d<Element>(…),
    // BatchNorm2d<Element>(…) and ReLU6<Element>() in it; then `body = Sequential(layers)` and
    // `hasShortcut = …`.
    notImplemented()
  }

  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    notImplemented()
  }

  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    notImplemented()
  }
}

/// `channels` times a network's `width`, as a multiple of 8: the nearest one (of two the larger), never below 8, and
/// the next one up where more than a tenth would be lost.
public func scaledChannels(_ channels: Int, by width: Double) -> Int {
  // Int(exact + 4) / 8 * 8 is the nearest multiple of 8.
  notImplemented()
}

/// The body of MobileNetV2 for pictures of 32×32 pixels, `width` times as wide as published: (N, 3, H, W) → (N, 1280);
/// where `width` is above 1, those 1280 are as many times more.
///
/// `width: 0.5` is the network that the lecture's line with `torch.hub` loads.
public func mobileNetBody<Element: NDFloat>(
  width: Double, using generator: inout Generator
) -> Sequential<Element> {
  // Expansion, channels, blocks, stride of the first of them.
  let stages = [
    (1, 16, 1, 1), (6, 24, 2, 1), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2),
    (6, 320, 1, 1),
  ]
  // Conv 3 → scaledChannels(32, by: width) (3×3, padding 1) – BN – ReLU6; then for each stage its blocks,
  // each of scaledChannels(…, by: width) outputs; then 1×1 – BN – ReLU6 to 1280 channels, scaled like the others where `width` is above 1, and
  // the mean of each map.
  _ = stages
  notImplemented()
}
