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
    // The mean over the last two axes of the windows; keep the shape of x.
    notImplemented()
  }

  /// Each of a window's $k^2$ elements gets $1/k^2$ of its gradient.
  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    guard let shape else { fatalError("AvgPool2d.backward: no forward pass came before") }
    // dY[.ellipsis, .newAxis, .newAxis] has the axes of a window at the end; .broadcast(to: …) repeats it over them.
    _ = shape
    notImplemented()
  }
}

/// The mean of each whole map: (N, C, H, W) → (N, C). One number a map is left: how much of it was found anywhere.
public final class GlobalAveragePool2d<Element: NDFloat>: Layer {
  private var shape: [Int]?

  public init() {}

  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    notImplemented()
  }

  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    guard let shape else {
      fatalError("GlobalAveragePool2d.backward: no forward pass came before")
    }
    _ = shape
    notImplemented()
  }
}
