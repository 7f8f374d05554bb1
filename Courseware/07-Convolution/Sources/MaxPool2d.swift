import CourseKit
import NDArray
import Networks

/// The largest number of each window, each channel by itself: (N, C, H, W) → (N, C, OH, OW). Nothing is learned.
///
/// It tells that something was found, and no longer exactly where.
public final class MaxPool2d<Element: NDFloat>: Layer {
  /// The side of a window.
  public let size: Int
  /// By how many pixels windows lie apart.
  public let stride: Int

  /// The cache: which element of each window was the largest, (N, C, OH, OW), counted row by row; and the input's shape.
  private var cache: (winners: NDArray<Int>, shape: [Int])?

  /// Windows of `size` × `size` pixels, side by side unless a `stride` is given.
  public init(_ size: Int, stride: Int? = nil) {
    (self.size, self.stride) = (size, stride ?? size)
  }

  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    let windows = windows(of: x, size, size, stride: stride)
    let flat = windows.reshaped(windows.shape.prefix(4) + [size * size])
    // BEGIN SOLUTION
    cache = (flat.argMax(axis: 4), x.shape)
    return flat.max(axis: 4)
    // STUB: // In `flat` (N, C, OH, OW, size·size) each window is a row. Keep the position of its largest element in `cache`.
    // STUB: _ = flat
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// All of a window's gradient goes to its largest element, the first one if there are several; where windows overlap, gradients add up.
  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    guard let cache else { fatalError("MaxPool2d.backward: no forward pass came before") }
    // BEGIN SOLUTION
    let isWinner = cache.winners[.ellipsis, .newAxis] .== NDArray.arange(size * size)
    let dFlat = which(isWinner, dY[.ellipsis, .newAxis], 0)
    let dWindows = dFlat.reshaped(dY.shape + [size, size])
    return addWindows(dWindows, into: cache.shape, stride: stride)
    // STUB: // cache.winners[.ellipsis, .newAxis] .== NDArray.arange(size * size) is true at the largest element of each window. Put dY
    // STUB: // there and 0 elsewhere, reshape to windows, and addWindows.
    // STUB: _ = cache
    // STUB: notImplemented()
    // END SOLUTION
  }
}
