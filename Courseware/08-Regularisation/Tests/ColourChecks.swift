import CourseKit
import GradedTests
import NDArray
import Regularisation
import Testing

/// The layout of colours.json.
private struct ColourReferences: Decodable {
  let picture, pixels: NDArray<Double>
  let brightness, contrast, saturation, hue: [String: NDArray<Double>]
}

@Suite(.graded) struct ColourChecks {
  /// One pixel of 100, 150, 200, with white at 255.
  private let pixel: NDArray<Double> = [[[100]], [[150]], [[200]]]

  private func expectPixel(
    _ got: NDArray<Double>, _ expected: [Double], tolerance: Double = 1e-9, _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectClose(
      got, NDArray(expected, shape: [expected.count, 1, 1]), tolerance: tolerance, what,
      sourceLocation: sourceLocation)
  }

  @Test("grey, brightness and contrast") func brightnessAndContrast() {
    expectClose(
      grey(pixel), [[[140.74]]], "the grey of (100, 150, 200): .2989·100 + .587·150 + .114·200")
    expectPixel(withBrightness(pixel, 1.2, white: 255), [120, 180, 240], "1.2 times as bright")
    expectPixel(
      withBrightness(pixel, 2, white: 255), [200, 255, 255], "no colour leaves 0 ... white")
    expectPixel(
      withBrightness([[[0.5]], [[0.3]], [[0.1]]], 0.5), [0.25, 0.15, 0.05], "white is 1")
    let two: NDArray<Double> = [[[0, 1]], [[0, 1]], [[0, 0.5]]]
    let mean = (0.2989 + 0.587 + 0.057) / 2
    let low = withContrast(two, 0.5)
    let expected = 0.5 * two + 0.5 * mean
    expectClose(low, expected, "half the contrast: half-way to the mean grey of the whole PICTURE")
    expectClose(
      withContrast(two, 0), NDArray<Double>.full([3, 1, 2], mean), "no contrast: one grey")
    let greyPicture: NDArray<Double> = [[[0.2, 0.6]]]
    expectClose(withContrast(greyPicture, 2), [[[0, 0.8]]], "a grey picture, twice the contrast")
  }

  @Test("saturation 1.2 of (100, 150, 200): (91.852, 151.852, 211.852)") func saturationByHand() {
    expectPixel(
      withSaturation(pixel, 1.2, white: 255), [91.852, 151.852, 211.852], "saturation 1.2")
    expectPixel(
      withSaturation(pixel, 0, white: 255), [140.74, 140.74, 140.74], "saturation 0 is grey")
    expectPixel(
      withSaturation(pixel, 1, white: 255), [100, 150, 200], "saturation 1 changes nothing")
    let two: NDArray<Double> = [[[1, 0]], [[0, 0]], [[0, 1]]]
    let pale = withSaturation(two, 0)
    expectClose(pale[0], [[0.2989, 0.114]], "each pixel goes to its OWN grey")
    let greyPicture: NDArray<Double> = [[[0.2, 0.6]]]
    expectClose(withSaturation(greyPicture, 3), greyPicture, "a grey picture has no saturation")
  }

  @Test("hue +0.1 of (100, 150, 200): (110, 100, 200)") func hueByHand() {
    expectPixel(
      withHue(pixel, turnedBy: 0.1, white: 255), [110, 100, 200], "a tenth of the circle")
    expectPixel(withHue(pixel, turnedBy: 1, white: 255), [100, 150, 200], "a whole turn")
    expectPixel(
      withHue([[[1]], [[0]], [[0]]], turnedBy: 1 / 3.0), [0, 1, 0], "red becomes green after ⅓")
    expectPixel(
      withHue([[[1]], [[0]], [[0]]], turnedBy: -1 / 3.0), [0, 0, 1], "and blue after −⅓")
    expectPixel(
      withHue([[[0.4]], [[0.4]], [[0.4]]], turnedBy: 0.3), [0.4, 0.4, 0.4],
      "grey has no hue, and no NaN")
    expectClose(withHue([[[0.2, 0.6]]], turnedBy: 0.3), [[[0.2, 0.6]]], "a grey picture")
  }

  @Test("each channel its own amount; opacity is never touched") func channelsAndOpacity() {
    expectPixel(
      withChannels(pixel, shiftedBy: [10, -20, 100], white: 255), [110, 130, 255],
      "channels shifted")
    expectPixel(
      withChannels([[[0.9]], [[0.5]], [[0.1]]], shiftedBy: [0.3, 0, -0.3]), [1, 0.5, 0],
      "no channel leaves 0 ... 1")
    let clear: NDArray<Double> = [[[0.2]], [[0.4]], [[0.6]], [[0.5]]]
    for (what, changed) in [
      ("brightness", withBrightness(clear, 1.5)), ("contrast", withContrast(clear, 1.5)),
      ("saturation", withSaturation(clear, 1.5)), ("hue", withHue(clear, turnedBy: 0.2)),
      ("channels", withChannels(clear, shiftedBy: [0.1, 0.1, 0.1])),
    ] {
      expectShape(changed, [4, 1, 1], what)
      expectClose(changed[3], [[0.5]], "\(what): the fourth channel, opacity, stays")
    }
    expectClose(grey(clear), grey(clear[0..<3]), "opacity has no part in the grey")
    let opaque = withHue(clear[0..<3], turnedBy: 0.2)
    expectClose(
      withHue(clear, turnedBy: 0.2)[0..<3], opaque, "the colours are changed as without it")
    let single = withSaturation(pixel.asType(Float.self), 1.2, white: 255)
    expectFloat(single, [[[91.852]], [[151.852]], [[211.852]]], "saturation")
    let turned = withHue(pixel.asType(Float.self), turnedBy: 0.1, white: 255)
    expectFloat(turned, [[[110]], [[100]], [[200]]], "hue")
  }

  @Test("agrees with torchvision, and with Python's colorsys for hues") func coloursAgainstPyTorch()
    throws
  {
    let stored: ColourReferences = try reference("colours.json")
    for (factor, expected) in stored.brightness {
      expectClose(withBrightness(stored.picture, Double(factor)!), expected, "brightness \(factor)")
    }
    for (factor, expected) in stored.contrast {
      expectClose(withContrast(stored.picture, Double(factor)!), expected, "contrast \(factor)")
    }
    for (factor, expected) in stored.saturation {
      expectClose(withSaturation(stored.picture, Double(factor)!), expected, "saturation \(factor)")
    }
    for (part, expected) in stored.hue {
      expectClose(withHue(stored.pixels, turnedBy: Double(part)!), expected, "hue \(part)")
    }
  }
}
