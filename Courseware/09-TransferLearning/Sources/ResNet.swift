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
  // BEGIN SOLUTION
  let body = Sequential<Element>([
    Conv2d(
      inputs, outputs, kernel: 3, stride: stride, padding: .zeros(1), bias: false,
      using: &generator),
    BatchNorm2d(outputs),
    Activate(.relu),
    Conv2d(outputs, outputs, kernel: 3, padding: .zeros(1), bias: false, using: &generator),
    BatchNorm2d(outputs),
  ])
  if inputs == outputs && stride == 1 { return Residual(body) }
  switch shortcut {
  case .padding:
    return Residual(body, shortcut: PaddedShortcut(channels: outputs, stride: stride))
  case .projection:
    let projection = Sequential<Element>([
      Conv2d(inputs, outputs, kernel: 1, stride: stride, bias: false, using: &generator),
      BatchNorm2d(outputs),
    ])
    return Residual(body, shortcut: projection)
  }
  // STUB: // Five layers in a Sequential. Where the shape stays, Residual(body); else with PaddedShortcut, or with
  // STUB: // a Sequential of a 1×1 convolution and BatchNorm2d. Draw the weights in this order: first and second
  // STUB: // convolution, then the shortcut's.
  // STUB: notImplemented()
  // END SOLUTION
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
  // BEGIN SOLUTION
  var layers: [any Layer<Element>] = [
    Conv2d<Element>(
      inputs, widths[0], kernel: 3, padding: .zeros(1), bias: false, using: &generator),
    BatchNorm2d<Element>(widths[0]),
    Activate<Element>(.relu),
  ]
  var channels = widths[0]
  for (stage, width) in widths.enumerated() {
    for block in 0..<blocks {
      let stride = stage > 0 && block == 0 ? 2 : 1
      let next: Residual<Element> = basicBlock(
        channels, width, stride: stride, shortcut: shortcut, using: &generator)
      layers.append(next)
      channels = width
    }
  }
  return Sequential(layers + [GlobalAveragePool2d<Element>()])
  // STUB: // var layers: [any Layer<Element>] = [Conv2d<Element>(…), BatchNorm2d<Element>(…),
  // STUB: // Activate<Element>(.relu)], then the blocks stage by stage, then GlobalAveragePool2d<Element>(). Which
  // STUB: // blocks have stride 2, and from how many channels do they come?
  // STUB: notImplemented()
  // END SOLUTION
}
