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
  // BEGIN SOLUTION
  let x = NDArray.arange(Double(width)) - middleX
  let y = (NDArray.arange(Double(height)) - middleY).reshaped([height, 1])
  func image(_ row: Int) -> NDArray<Double> {
    let (a, b, c) = (back[row, 0] as Double, back[row, 1] as Double, back[row, 2] as Double)
    return a * x + (b * y + c)
  }
  let w = image(2)
  let isBehind = w .<= 0
  return (
    which(isBehind, -2, image(0) / w + middleX), which(isBehind, -2, image(1) / w + middleY)
  )
  // STUB: // x of shape (width), y of shape (height, 1): a·x + b·y + c then has the shape (height, width). Take the numbers of
  // STUB: // `back` out first, `back[0, 1] as Double`. In the end add the middle again.
  // STUB: _ = (middleX, middleY, back)
  // STUB: notImplemented()
  // END SOLUTION
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
  // BEGIN SOLUTION
  let (left, top) = (floor(columns), floor(rows))
  let (a, b) = (columns - left, rows - top)
  var sum = NDArray<Element>.zeros([picture.shape[0]] + columns.shape)
  for (down, right) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
    let i = (top + Double(down)).asType(Int.self)
    let j = (left + Double(right)).asType(Int.self)
    let isInside = (i .>= 0) .& (i .< height) .& (j .>= 0) .& (j .< width)
    let (row, column) = (i.clipped(min: 0, max: height - 1), j.clipped(min: 0, max: width - 1))
    let weight = (down == 1 ? b : 1 - b) * (right == 1 ? a : 1 - a)
    let colours = which(isInside, picture[.all, row, column], fill)
    sum += weight.asType(Element.self) * colours
  }
  return sum
  // STUB: // `picture[.all, i, j]` with two Int arrays takes the pixels (i, j) of all channels; the positions must lie inside
  // STUB: // (`clipped(min: 0, max: height - 1)`). Masks are joined by `.&`, and `which(mask, colours, fill)` chooses.
  // STUB: _ = (height, width)
  // STUB: notImplemented()
  // END SOLUTION
}

/// The picture (C, H, W) moved by a map whose origin is its middle; `fill` where nothing came from.
public func warped<Element: NDFloat>(
  _ picture: NDArray<Element>, by map: Homography, fill: Element = 0
) -> NDArray<Element> {
  // BEGIN SOLUTION
  let (columns, rows) = sources(height: picture.shape[1], width: picture.shape[2], of: map)
  return bilinear(picture, columns: columns, rows: rows, fill: fill)
  // END SOLUTION
}
