import Convolution
import CourseKit
import NDArray
import Networks

/// The 5 × 5 picture of the slides on padding and stride, and their kernel.
let slidePicture: NDArray<Double> = [
  [2, 2, 3, 3, 3], [0, 1, 3, 0, 3], [2, 3, 0, 1, 3], [3, 3, 2, 1, 2], [3, 3, 0, 2, 3],
]
let slideKernel: NDArray<Double> = [[2, 0, 1], [1, 0, 0], [0, 1, 1]]

/// What the lectures work out by hand, from the code that learns digits later.
func lectureNumbers() throws {
  section("One kernel at every place")
  let foundations: NDArray<Double> = [
    [3, 3, 2, 1, 0], [0, 0, 1, 3, 1], [3, 1, 2, 2, 3], [2, 0, 0, 2, 2], [2, 0, 0, 0, 1],
  ]
  let kernel: NDArray<Double> = [[0, 1, 2], [2, 2, 0], [0, 1, 2]]
  print("5 × 5 by 3 × 3   \(text(slide(kernel, over: foundations)))")
  let sharpen: NDArray<Double> = [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]
  let patch: NDArray<Double> = [[5, 6, 7], [3, 4, 6], [2, 3, 5]]
  print("sharpening       \(text(slide(sharpen, over: patch)))")
  try drawSliding(foundations, kernel)

  section("Three colours")
  let (colours, colourKernel) = lectureColours()
  let padded = Padding.zeros(1).padded(colours.reshaped([1, 3, 5, 5]))
  let sums = (0..<3).map { slide(colourKernel[$0], over: padded[0, $0])[0, 0].scalar }
  print("corner, red green blue   \(sums.map { $0.text(0) }.joined(separator: ", "))")
  let layer = Conv2d(
    weight: colourKernel.reshaped([1, 3, 3, 3]), bias: [1], padding: .zeros(1))
  let y = layer.forward(colours.reshaped([1, 3, 5, 5]))
  print("with the bias            \(y[0, 0, 0, 0].scalar.text(0))")
  for row in 0..<4 {
    print("  " + y[0, 0, row, ..<4].elements.map { flush($0.text(0), 5) }.joined())
  }

  section("Padding and stride")
  let ways: [(String, Padding, Int)] = [
    ("zeros, stride 1", .zeros(1), 1), ("zeros, stride 2", .zeros(1), 2),
    ("repeated, stride 2", .replicate(1), 2),
  ]
  for (name, padding, stride) in ways {
    let layer = Conv2d(
      weight: slideKernel.reshaped([1, 1, 3, 3]), bias: nil, stride: stride, padding: padding)
    let y = layer.forward(slidePicture.reshaped([1, 1, 5, 5]))
    print("\(name.padding(19)) \(text(y[0, 0]))")
  }

  section("Backward, by hand")
  let small = Conv2d<Double>(weight: [[[[1, 2], [0, -1]]]], bias: [0.5])
  backward(small, [[1, 0], [2, -1]])
  print("stride 2, padding 1")
  let striding = Conv2d<Double>(
    weight: [[[[1, 2], [0, -1]]]], bias: [0.5], stride: 2, padding: .zeros(1))
  backward(striding, [[1, 2], [3, 4]])

  section("Pooling")
  let map: NDArray<Double> = [[[[2, 2, 7, 3], [9, 4, 6, 1], [8, 5, 2, 4], [3, 1, 2, 6]]]]
  let largest = MaxPool2d<Double>(2)
  print("largest   \(text(largest.forward(map)[0, 0]))")
  print("  dX      \(text(largest.backward([[[[1, 2], [3, 4]]]])[0, 0]))")
  print("mean      \(text(AvgPool2d<Double>(2).forward(map)[0, 0], 2))")
  let overlapping = MaxPool2d<Double>(3, stride: 1)
  print("window 3, stride 1   \(text(overlapping.forward(map)[0, 0]))")
  print("  dX of ones         \(text(overlapping.backward(.ones([1, 1, 2, 2]))[0, 0]))")

  section("Normalisation")
  let normalise = Normalise<Double>(
    mean: [0.5074, 0.4867, 0.4411], deviation: [0.2011, 0.1987, 0.2025])
  let grey = normalise.forward(NDArray<Double>.full([1, 3, 1, 1], 128.0 / 255)).flattened()
  print("a grey of 128: \(grey.elements.map { $0.text(6) }.joined(separator: ", "))")
}

private func flush(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

/// Both passes of a layer on the pixels 1 … 9.
private func backward(_ layer: Conv2d<Double>, _ dY: NDArray<Double>) {
  let x = NDArray<Double>.arange(1.0, 10.0, 1.0).reshaped([1, 1, 3, 3])
  print("  Y  = \(text(layer.forward(x)[0, 0], 1))")
  let dX = layer.backward(dY.reshaped([1, 1, 2, 2]))
  print("  dK = \(text(layer.weight.gradient[0, 0])), db = \(text(layer.bias!.gradient[0]))")
  print("  dX = \(text(dX[0, 0]))")
}

/// The corner of the slide's photograph, and the kernel with a matrix for each colour.
private func lectureColours() -> (picture: NDArray<Double>, kernel: NDArray<Double>) {
  let red: NDArray<Double> = [
    [156, 155, 156, 158, 158], [153, 154, 157, 159, 159], [149, 151, 155, 158, 159],
    [146, 146, 149, 153, 158], [145, 143, 143, 148, 158],
  ]
  let green: NDArray<Double> = [
    [167, 166, 167, 169, 169], [164, 165, 168, 170, 170], [160, 162, 166, 169, 170],
    [156, 156, 159, 163, 168], [155, 153, 153, 158, 168],
  ]
  let blue: NDArray<Double> = [
    [163, 162, 163, 165, 165], [160, 161, 164, 166, 166], [156, 158, 162, 165, 166],
    [155, 155, 158, 162, 167], [154, 152, 152, 157, 167],
  ]
  let kernel: NDArray<Double> = [
    [[-1, -1, 1], [0, 1, -1], [0, 1, 1]], [[1, 0, 0], [1, -1, -1], [1, 0, -1]],
    [[0, 1, 1], [0, 1, 0], [1, -1, 1]],
  ]
  return (stacked([red, green, blue]), kernel)
}

/// The picture with a window in it, the kernel, and the map.
private func drawSliding(_ picture: NDArray<Double>, _ kernel: NDArray<Double>) throws {
  func cells(_ a: NDArray<Double>, _ fill: (Int, Int) -> Cell.Fill) -> [[Cell]] {
    (0..<a.shape[0]).map { i in
      (0..<a.shape[1]).map { j in Cell(a[i, j].scalar.text(0), fill: fill(i, j)) }
    }
  }
  var grid = CellGrid(
    "A kernel at the place (1, 2), and the number it leaves there", isStacked: false)
  grid.add(
    CellTable(
      cells(picture) { (1...3).contains($0) && (2...4).contains($1) ? .colour(0) : .none },
      caption: "picture"))
  grid.add(CellTable(cells(kernel) { _, _ in .colour(1) }, caption: "kernel"))
  grid.add(
    CellTable(
      cells(slide(kernel, over: picture)) { $0 == 1 && $1 == 2 ? .colour(2) : .none },
      caption: "map"))
  try save(Figure(grid, panelSize: (760, 330)), "sliding")
}
