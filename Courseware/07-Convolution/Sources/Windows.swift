import CourseKit
import NDArray

/// How many places a window of `size` pixels has on `extent` pixels when it moves on by `stride`:
/// $\lfloor(n - k)/s\rfloor + 1$, and with p pixels of padding on both sides $\lfloor(n + 2p - k)/s\rfloor + 1$.
///
/// What is left at the end, where no whole window fits any more, is not looked at. At least one window has to fit.
public func outputExtent(
  _ extent: Int, window size: Int, stride: Int = 1, padding: Int = 0
) -> Int {
  // BEGIN SOLUTION
  (extent + 2 * padding - size) / stride + 1
  // END SOLUTION
}

/// All windows of the pictures `x` (N, C, H, W), side by side where they overlap too: (N, C, OH, OW, height, width).
///
/// `windows[n, c, i, j]` is the part of channel c of picture n whose upper left corner is at (i·stride, j·stride). It is a view: nothing is
/// copied.
public func windows<Element: NDFloat>(
  of x: NDArray<Element>, _ height: Int, _ width: Int, stride: Int
) -> NDArray<Element> {
  if x.rank != 4 || x.shape[2] < height || x.shape[3] < width {
    fatalError(
      "windows: \(height) × \(width) do not fit into pictures (N, C, H, W) of the shape \(x.shape)")
  }
  // BEGIN SOLUTION
  return x.slidingWindows(of: height, axis: 2).slidingWindows(of: width, axis: 3)[
    .all, .all, .stride(by: stride), .stride(by: stride)]
  // STUB: // `slidingWindows(of: size, axis: axis)` gives the windows along one axis as a new last axis, at every pixel.
  // STUB: notImplemented()
  // END SOLUTION
}

/// The way back from ``windows(of:_:_:stride:)``: the sum of what came back to each pixel, in the windows that it was in.
///
/// - Parameters:
///   - dWindows: a gradient for each element of each window, (N, C, OH, OW, height, width).
///   - shape: the shape of the pictures, (N, C, H, W).
public func addWindows<Element: NDFloat>(
  _ dWindows: NDArray<Element>, into shape: [Int], stride: Int
) -> NDArray<Element> {
  let (rows, columns) = (dWindows.shape[2], dWindows.shape[3])
  let (height, width) = (dWindows.shape[4], dWindows.shape[5])
  // BEGIN SOLUTION
  var dX = NDArray<Element>.zeros(shape)
  for u in 0..<height {
    for v in 0..<width {
      let down = AxisIndex.stride(from: u, to: u + stride * (rows - 1) + 1, by: stride)
      let right = AxisIndex.stride(from: v, to: v + stride * (columns - 1) + 1, by: stride)
      dX[.all, .all, down, right] += dWindows[.ellipsis, u, v]
    }
  }
  return dX
  // STUB: // The elements (u, v) of all windows are the pixels u, u + stride, … of the rows and v, v + stride, … of the columns. Add them
  // STUB: // there, one (u, v) after the other, to zeros of the shape `shape`.
  // STUB: _ = (rows, columns, height, width)
  // STUB: notImplemented()
  // END SOLUTION
}
