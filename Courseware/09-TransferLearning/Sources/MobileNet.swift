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
    // BEGIN SOLUTION
    let wide = inputs * expansion
    var layers: [any Layer<Element>] = []
    if expansion != 1 {
      layers = [
        Conv2d<Element>(inputs, wide, kernel: 1, bias: false, using: &generator),
        BatchNorm2d<Element>(wide), ReLU6<Element>(),
      ]
    }
    layers += [
      Conv2d<Element>(
        wide, wide, kernel: 3, stride: stride, padding: .zeros(1), groups: wide, bias: false,
        using: &generator),
      BatchNorm2d<Element>(wide), ReLU6<Element>(),
      Conv2d<Element>(wide, outputs, kernel: 1, bias: false, using: &generator),
      BatchNorm2d<Element>(outputs),
    ]
    body = Sequential(layers)
    hasShortcut = stride == 1 && inputs == outputs
    // STUB: // `inputs * expansion` channels inside. var layers: [any Layer<Element>], with Conv2d<Element>(…),
    // STUB: // BatchNorm2d<Element>(…) and ReLU6<Element>() in it; then `body = Sequential(layers)` and
    // STUB: // `hasShortcut = …`.
    // STUB: notImplemented()
    // END SOLUTION
  }

  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    hasShortcut ? x + body.forward(x) : body.forward(x)
    // END SOLUTION
  }

  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    hasShortcut ? dY + body.backward(dY) : body.backward(dY)
    // END SOLUTION
  }
}

/// `channels` times a network's `width`, as a multiple of 8: the nearest one (of two the larger), never below 8, and
/// the next one up where more than a tenth would be lost.
public func scaledChannels(_ channels: Int, by width: Double) -> Int {
  // BEGIN SOLUTION
  let exact = Double(channels) * width
  let nearest = max(8, Int(exact + 4) / 8 * 8)
  return Double(nearest) < 0.9 * exact ? nearest + 8 : nearest
  // STUB: // Int(exact + 4) / 8 * 8 is the nearest multiple of 8.
  // STUB: notImplemented()
  // END SOLUTION
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
  // BEGIN SOLUTION
  var channels = scaledChannels(32, by: width)
  var layers: [any Layer<Element>] = [
    Conv2d<Element>(3, channels, kernel: 3, padding: .zeros(1), bias: false, using: &generator),
    BatchNorm2d<Element>(channels), ReLU6<Element>(),
  ]
  for (expansion, published, blocks, stride) in stages {
    let outputs = scaledChannels(published, by: width)
    for block in 0..<blocks {
      layers.append(
        InvertedResidual<Element>(
          channels, outputs, stride: block == 0 ? stride : 1, expansion: expansion,
          using: &generator))
      channels = outputs
    }
  }
  let last = scaledChannels(1280, by: max(1, width))
  layers += [
    Conv2d<Element>(channels, last, kernel: 1, bias: false, using: &generator),
    BatchNorm2d<Element>(last), ReLU6<Element>(), GlobalAveragePool2d<Element>(),
  ]
  return Sequential(layers)
  // STUB: // Conv 3 → scaledChannels(32, by: width) (3×3, padding 1) – BN – ReLU6; then for each stage its blocks,
  // STUB: // each of scaledChannels(…, by: width) outputs; then 1×1 – BN – ReLU6 to 1280 channels, scaled like the others where `width` is above 1, and
  // STUB: // the mean of each map.
  // STUB: _ = stages
  // STUB: notImplemented()
  // END SOLUTION
}
