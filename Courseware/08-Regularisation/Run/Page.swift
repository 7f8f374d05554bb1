import CourseKit
import NDArray
import Regularisation

/// Every transform of the lecture on one page, on an emoji.
func page() throws {
  section("Augmentation on one page")
  let emoji = try Datasets.emoji(.noto)
  func position(_ name: String) -> Int { emoji.names.firstIndex(of: name) ?? 0 }
  let cutOuts: NDArray<Double> = emoji.values()
  let (fish, other) = (cutOuts[position("tropical fish")], cutOuts[position("tomato")])

  /// Red, green, blue and opacity laid on white.
  func onWhite(_ picture: NDArray<Double>) -> NDArray<Double> {
    let opacity = picture[3..<4]
    return picture[0..<3] * opacity + (1 - opacity)
  }
  let plain = onWhite(fish)
  func moved(_ map: Homography) -> NDArray<Double> { warped(plain, by: map, fill: 1) }
  let lens = Homography([[1, 0.1, 0], [0, 1, 0], [0.02, 0, 1]])
  var cells: [(String, NDArray<Double>)] = [
    ("original", plain),
    ("horizontal flip", flippedHorizontally(plain)),
    ("vertical flip", flippedVertically(plain)),
    ("turned 180", moved(.rotation(degrees: 180))),
    ("turned 30", moved(.rotation(degrees: 30))),
    ("zoom 1.4", moved(.zoom(1.4))),
    ("zoom 0.7", moved(.zoom(0.7))),
    ("shift (5, -3)", moved(.shift(x: 5, y: -3))),
    ("shear x 20", moved(.shear(x: 20))),
    ("shear y 20", moved(.shear(x: 0, y: 20))),
    ("homography", moved(lens)),
    ("brightness 0.6", onWhite(withBrightness(fish, 0.6))),
    ("brightness 1.4", onWhite(withBrightness(fish, 1.4))),
    ("contrast 0.5", onWhite(withContrast(fish, 0.5))),
    ("contrast 1.6", onWhite(withContrast(fish, 1.6))),
    ("saturation 0", onWhite(withSaturation(fish, 0))),
    ("saturation 2", onWhite(withSaturation(fish, 2))),
    ("hue + 0.33", onWhite(withHue(fish, turnedBy: 0.33))),
    ("channels shifted", onWhite(withChannels(fish, shiftedBy: [0.2, -0.1, 0.3]))),
    ("mixup 0.7", 0.7 * plain + 0.3 * onWhite(other)),
  ]
  var generator = Generator(seed: 8)
  let jitter = ColorJitter(brightness: 0.1, contrast: 0.1, saturation: 0.2, hue: 0.0)
  let affine = RandomAffine(
    degrees: 15, translate: (0.1, 0.1), scale: (0.8, 1.2), shear: [5])
  for k in 1...4 {
    // Nothing is drawn beside the picture, so what comes from outside must be white: the picture is turned as its negative.
    let negative = 1 - onWhite(jitter.apply(fish, using: &generator))
    cells.append(("the lecture's, \(k)", 1 - affine.apply(negative, using: &generator)))
  }
  let grid = ImageGrid(
    stacked(cells.map(\.1)), captions: cells.map(\.0),
    title: "Every transform of the lecture; the last four are its ColorJitter and RandomAffine",
    columns: 6)
  print("\(cells.count) pictures of \(emoji.names[position("tropical fish")]); \(emoji.origin)")
  try save(Figure(grid, panelSize: (900, 760)), "page")
}
