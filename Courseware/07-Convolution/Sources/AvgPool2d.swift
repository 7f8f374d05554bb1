import CourseKit
import NDArray
import Networks

/// The mean of each window, each channel by itself: (N, C, H, W) → (N, C, OH, OW).
public final class AvgPool2d<Element: NDFloat>: Layer {
  /// The side of a window.
  public let size: Int
  /// By how many pixels windows lie apart.
  public let stride: Int

  /// The cache: the input's shape is all that the backward pass needs.
  private var shape: [Int]?

  /// Windows of `size` × `size` pixels, side by side unless a `stride` is given.
  public init(_ size: Int, stride: Int? = nil) {
    (self.size, self.stride) = (size, stride ?? size)
  }

  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    shape = x.shape
    return windows(of: x, size, size, stride: stride).mean(axes: [4, 5])
    // STUB: // The mean over the last two axes of the windows; keep the shape of x.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// Each of a window's $k^2$ elements gets $1/k^2$ of its gradient.
  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    guard let shape else { fatalError("AvgPool2d.backward: no forward pass came before") }
    // BEGIN SOLUTION
    let share = (dY / Element(size * size))[.ellipsis, .newAxis, .newAxis]
    return addWindows(share.broadcast(to: dY.shape + [size, size]), into: shape, stride: stride)
    // STUB: // dY[.ellipsis, .newAxis, .newAxis] has the axes of a window at the end; .broadcast(to: …) repeats it over them.
    // STUB: _ = shape
    // STUB: notImplemented()
    // END SOLUTION
  }
}

/// The mean of each whole map: (N, C, H, W) → (N, C). One number a map is left: how much of it was found anywhere.
public final class GlobalAveragePool2d<Element: NDFloat>: Layer {
  private var shape: [Int]?

  public init() {}

  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    shape = x.shape
    return x.mean(axes: [2, 3])
    // END SOLUTION
  }

  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    guard let shape else {
      fatalError("GlobalAveragePool2d.backward: no forward pass came before")
    }
    // BEGIN SOLUTION
    let share = dY / Element(shape[2] * shape[3])
    return share[.ellipsis, .newAxis, .newAxis].broadcast(to: shape)
    // STUB: _ = shape
    // STUB: notImplemented()
    // END SOLUTION
  }
}
