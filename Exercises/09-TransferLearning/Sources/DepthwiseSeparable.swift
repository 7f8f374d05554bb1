import Convolution
import CourseKit
import NDArray
import Networks

/// A convolution in two steps: a kernel for each channel by itself (depthwise), then a weighted sum of the channels
/// at each pixel (pointwise, 1×1).
///
/// $$Y_{o} = \sum_c P_{oc}\,(D_c * X_c).$$
///
/// Where and what are learned apart: of 3×3 kernels from 32 to 64 channels, 288 + 2,048 weights are left of 18,432.
public final class DepthwiseSeparable<Element: NDFloat>: Layer {
  /// $D$: as many groups as channels. Weights (C, 1, k, k).
  public let depthwise: Conv2d<Element>
  /// $P$: weights (O, C, 1, 1).
  public let pointwise: Conv2d<Element>

  public init(depthwise: Conv2d<Element>, pointwise: Conv2d<Element>) {
    (self.depthwise, self.pointwise) = (depthwise, pointwise)
  }

  /// Both without bias, the pictures kept at their size (divided by `stride`).
  public convenience init(
    _ inputs: Int, _ outputs: Int, kernel: Int = 3, stride: Int = 1,
    using generator: inout Generator
  ) {
    // self.init(depthwise: Conv2d(…), pointwise: Conv2d(…)); the first with groups and padding, and it is
    // the one that strides.
    notImplemented()
  }

  /// `x` (N, C, H, W) → (N, O, OH, OW).
  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    notImplemented()
  }

  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    notImplemented()
  }

  /// The weights (O, C, k, k) of the one convolution that does the same: $W_{ocuv} = P_{oc}\,D_{cuv}$.
  ///
  /// Not every convolution can be written so: each kernel from channel c is a multiple of one and the same.
  public var merged: NDArray<Element> {
    // P has the shape (O, C, 1, 1), D has (C, 1, k, k): which axes must change places for broadcasting to
    // do it?
    notImplemented()
  }
}

/// How many weights a convolution has: each of the O kernels sees C/groups channels.
public func convolutionWeights(_ inputs: Int, _ outputs: Int, kernel: Int, groups: Int = 1) -> Int {
  notImplemented()
}

/// How many weights the two steps of a depthwise-separable convolution have.
public func separableWeights(_ inputs: Int, _ outputs: Int, kernel: Int) -> Int {
  notImplemented()
}
