import CourseKit
import NDArray

/// Where each pixel of a picture moved by `map` takes its colour from: the columns and rows in the original, both of the shape
/// (height, width), not rounded.
///
/// The way goes *backwards*, from the pixel to be filled to where it came from, so that no pixel is left empty. The map's origin is the middle of
/// the picture, at column (width − 1)/2 and row (height − 1)/2. A pixel beyond the horizon ($w \le 0$) comes from column −2 and
/// row −2, outside.
public func sources(
  height: Int, width: Int, of map: Homography
) -> (columns: NDArray<Double>, rows: NDArray<Double>) {
  let (middleX, middleY) = (Double(width - 1) / 2, Double(height - 1) / 2)
  let back = map.inverse.matrix
  // x of shape (width), y of shape (height, 1): a·x + b·y + c then has the shape (height, width). Take the numbers of
  // `back` out first, `back[0, 1] as Double`. In the end add the middle again.
  _ = (middleX, middleY, back)
  notImplemented()
}

/// The colours of `picture` (C, H, W) at places between its pixels, by the four around each (bilinear).
///
/// A place at column $j + a$ and row $i + b$ with $0 \le a, b < 1$ gets
/// $(1-b)\bigl((1-a)p_{ij} + a\,p_{i,j+1}\bigr) + b\bigl((1-a)p_{i+1,j} + a\,p_{i+1,j+1}\bigr)$; what lies outside the picture counts as `fill`.
///
/// - Returns: the colours, (C, ...) in the shape of `columns`.
public func bilinear<Element: NDFloat>(
  _ picture: NDArray<Element>, columns: NDArray<Double>, rows: NDArray<Double>, fill: Element = 0
) -> NDArray<Element> {
  let (height, width) = (picture.shape[1], picture.shape[2])
  // `picture[.all, i, j]` with two Int arrays takes the pixels (i, j) of all channels; the positions must lie inside
  // (`clipped(min: 0, max: height - 1)`). Masks are joined by `.&`, and `which(mask, colours, fill)` chooses.
  _ = (height, width)
  notImplemented()
}

/// The picture (C, H, W) moved by a map whose origin is its middle; `fill` where nothing came from.
public func warped<Element: NDFloat>(
  _ picture: NDArray<Element>, by map: Homography, fill: Element = 0
) -> NDArray<Element> {
  notImplemented()
}
