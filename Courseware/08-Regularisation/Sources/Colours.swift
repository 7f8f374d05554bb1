import CourseKit
import NDArray

// The lecture's changes of colour. A picture (C, H, W) is grey (C = 1), red, green, blue (C = 3), or has a fourth channel that tells how opaque it
// is; that one is never touched. `white` is the largest value, 1 or 255, and nothing leaves 0 ... white.

/// What is done to the colours, with the opacity left as it was and the result held within 0 ... white.
func onColours<Element: NDFloat>(
  _ picture: NDArray<Element>, white: Element, _ change: (NDArray<Element>) -> NDArray<Element>
) -> NDArray<Element> {
  let isOpaque = picture.shape[0] != 4
  let colours = isOpaque ? picture : picture[0..<3]
  let changed = change(colours).clipped(min: 0, max: white)
  return isOpaque ? changed : concatenated([changed, picture[3..<4]])
}

/// How bright each pixel looks, $0.2989R + 0.587G + 0.114B$, shape (1, H, W); a grey picture is that already.
public func grey<Element: NDFloat>(_ picture: NDArray<Element>) -> NDArray<Element> {
  if picture.shape[0] == 1 { return picture }
  // BEGIN SOLUTION
  let (r, g, b) = (picture[0..<1], picture[1..<2], picture[2..<3])
  return Element(0.2989) * r + Element(0.587) * g + Element(0.114) * b
  // STUB: // `picture[0..<1]` is the red channel with its axis kept.
  // STUB: notImplemented()
  // END SOLUTION
}

/// Every colour times `factor`.
public func withBrightness<Element: NDFloat>(
  _ picture: NDArray<Element>, _ factor: Double, white: Element = 1
) -> NDArray<Element> {
  // BEGIN SOLUTION
  onColours(picture, white: white) { Element(factor) * $0 }
  // STUB: // onColours(picture, white: white) { colours in … } gives you the colours alone and holds the result in 0 ... white.
  // STUB: notImplemented()
  // END SOLUTION
}

/// Each colour's distance from the picture's mean grey times `factor`: $f x + (1-f)\,\overline{\text{grey}}$.
public func withContrast<Element: NDFloat>(
  _ picture: NDArray<Element>, _ factor: Double, white: Element = 1
) -> NDArray<Element> {
  // BEGIN SOLUTION
  onColours(picture, white: white) {
    Element(factor) * $0 + Element(1 - factor) * grey($0).mean()
  }
  // END SOLUTION
}

/// Each colour's distance from the grey of its own pixel times `factor`; 0 leaves a grey picture.
public func withSaturation<Element: NDFloat>(
  _ picture: NDArray<Element>, _ factor: Double, white: Element = 1
) -> NDArray<Element> {
  // BEGIN SOLUTION
  onColours(picture, white: white) { Element(factor) * $0 + Element(1 - factor) * grey($0) }
  // END SOLUTION
}

/// The hue of each pixel turned on by a part of the colour circle: red becomes green after ⅓ and blue after ⅔.
///
/// With the largest and the least of a pixel's three colours, $M$ and $m$, its hue in sixths is $\frac{G-B}{M-m}$ where red is largest,
/// $2+\frac{B-R}{M-m}$ where green is, $4+\frac{R-G}{M-m}$ where blue is, 0 where all are equal. Backwards,
/// $M - (M-m)\cdot\mathrm{clip}(\min(k, 4-k), 0, 1)$ with $k = (n + \text{hue}) \bmod 6$ and $n = 5, 3, 1$ for red, green, blue.
public func withHue<Element: NDFloat>(
  _ picture: NDArray<Element>, turnedBy part: Double, white: Element = 1
) -> NDArray<Element> {
  if picture.shape[0] == 1 { return picture }
  return onColours(picture, white: white) { colours in
    let (r, g, b) = (colours[0], colours[1], colours[2])
    let largest = colours.max(axis: 0)
    let spread = largest - colours.min(axis: 0)
    // BEGIN SOLUTION
    let divisor = which(spread .== 0, 1, spread)
    let (byRed, byGreen, byBlue) = ((g - b) / divisor, (b - r) / divisor + 2, (r - g) / divisor + 4)
    let hue = which(largest .== r, byRed, which(largest .== g, byGreen, byBlue)) + Element(6 * part)
    let channels = [5, 3, 1].map { (n: Element) -> NDArray<Element> in
      let k = (hue + n) % 6
      return largest - spread * minimum(k, 4 - k).clipped(min: 0, max: 1)
    }
    return stacked(channels)
    // STUB: // `%` takes the sign of the divisor, so −1 % 6 is 5. `stacked([r, g, b])` puts three channels together again.
    // STUB: _ = (r, g, b, spread)
    // STUB: notImplemented()
    // END SOLUTION
  }
}

/// To each channel its own number added, one for each colour.
public func withChannels<Element: NDFloat>(
  _ picture: NDArray<Element>, shiftedBy amounts: [Double], white: Element = 1
) -> NDArray<Element> {
  // BEGIN SOLUTION
  let shifts = NDArray(amounts, shape: [amounts.count, 1, 1]).asType(Element.self)
  return onColours(picture, white: white) { $0 + shifts }
  // END SOLUTION
}
