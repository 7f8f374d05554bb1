import Arrays
import CourseKit
import Foundation
import NDArray

/// The part of the slide's grey picture that it shows whole: 8 of 12 rows, 11 columns; 0 is black, 255 white.
private let slide: NDArray<Int> = [
  [226, 191, 147, 110, 101, 112, 98, 123, 110, 119, 142],
  [221, 191, 176, 182, 203, 214, 169, 144, 133, 145, 155],
  [185, 160, 161, 184, 205, 223, 186, 137, 147, 161, 140],
  [181, 174, 189, 207, 206, 215, 194, 136, 142, 151, 133],
  [246, 237, 237, 231, 208, 206, 192, 122, 143, 144, 111],
  [254, 254, 241, 224, 199, 192, 181, 99, 122, 117, 107],
  [239, 248, 232, 207, 187, 182, 184, 110, 114, 110, 113],
  [193, 215, 193, 167, 158, 164, 181, 114, 112, 111, 105],
]

/// A grey picture is a matrix, and what is done to a matrix is done to the picture.
func picture() throws {
  section("A picture is a matrix")
  show("shape", text(slide.shape))
  show("darkest and lightest", [slide.min(), slide.max()])
  show("mean of each column", slide.mean(axis: 0).rounded())
  show("pixels above 200", (slide .> 200).sum())
  let versions: [(String, NDArray<Int>)] = [
    ("picture", slide), ("picture[.all, .stride(by: -1)]", slide[.all, .stride(by: -1)]),
    ("255 - picture", 255 - slide), ("picture.T", slide.T),
  ]
  let panels = versions.map { name, values in
    var grid = CellGrid(name)
    let rows = (0..<values.shape[0]).map { row in
      values[row].elements.map { Cell("\($0)", fill: .grey(Double($0) / 255)) }
    }
    grid.add(CellTable(rows, caption: text(values.shape)))
    return grid
  }
  try save(Figure(panels: panels, columns: 2, panelSize: (520, 540)), "picture")
}

/// A colour picture in a row of 3072 numbers, read rightly and wrongly.
func colours() throws {
  section("3072 numbers are a colour picture")
  let row = colourRow()
  let right = Arrays.picture(fromRow: row, height: 32, width: 32)
  let wrong = row.reshaped([32, 32, 3])
  show("first pixel, right", right[0, 0])
  show("first pixel, wrong", wrong[0, 0])
  show("the numbers are the same", right.sum() == wrong.sum())
  let images = [right, wrong].flatMap { [$0[.ellipsis, 0], $0.mean(axis: 2)] }
  let grid = ImageGrid(
    1 - stacked(images), captions: ["red", "all three", "red, wrong", "all three, wrong"])
  try save(Figure(grid, panelSize: (760, 240)), "colours")
}

/// A disc on a ground, red outside and blue to the right: three planes of 32 × 32, from 0 to 1, one after another.
private func colourRow() -> NDArray<Double> {
  let place = NDArray.linspace(-1, 1, count: 32)
  let (x, y) = (place, place[.all, .newAxis])
  let isInside = (x * x + y * y) .< 0.5
  let red = which(isInside, 0.9, 0.3) + 0 * (x + y)
  let green = (y + 1) / 2 + 0 * x
  let blue = which(isInside, (x + 1) / 2, 0.1) + 0 * y
  return concatenated([red, green, blue].map { $0.flattened() })
}

/// Real pictures: the mean along the right axis, and a classifier in one expression.
func digits() throws {
  section("1797 handwritten digits, 8 × 8")
  let digits = try Datasets.digits()
  let (x, labels) = (digits.features, digits.targets)
  show("shape", text(x.shape))
  show("mean(axis: 0), shape", "\(text(x.mean(axis: 0).shape)), a picture: of the mean digit")
  show("mean(axis: 1), shape", "\(text(x.mean(axis: 1).shape)), a number for each digit: its ink")
  let means = stacked((0..<10).map { x[labels .== $0].mean(axis: 0) })
  show("ink of the mean 0, 1, …, 9", means.mean(axis: 1).rounded(decimals: 2))
  let nearest = distances(from: x, to: means).argMin(axis: 1)
  show("nearest mean is the right one", (nearest .== labels).mean().text(4))
  let grid = ImageGrid(means.reshaped([10, 8, 8]), captions: (0..<10).map(String.init))
  try save(Figure(grid, panelSize: (760, 150)), "digits")
}
