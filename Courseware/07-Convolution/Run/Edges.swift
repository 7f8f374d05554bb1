import Convolution
import CourseKit
import NDArray

/// A kernel found from a picture and what it made of it, and kernels made by hand on a photograph.
func edges() throws {
  section("An edge kernel, learned")
  var x = NDArray<Double>.ones([1, 1, 6, 8])
  x[0, 0, .all, 2..<6] = 0
  let y = Conv2d<Double>(weight: [[[[1, -1]]]], bias: nil).forward(x)
  print("a row of the picture   \(text(x[0, 0, 0]))")
  print("a row of the edges     \(text(y[0, 0, 0]))")
  let (_, losses) = learnKernel(from: x, to: y, rate: 0.03, steps: 61)
  for step in [0, 10, 20, 40, 60] {
    let kernel = learnKernel(from: x, to: y, rate: 0.03, steps: step).kernel
    print("step \("\(step)".padding(3)) loss \(losses[step].text(6))  kernel \(text(kernel, 3))")
  }

  section("Kernels made by hand")
  let photographs = try Datasets.backgrounds()
  let chosen = photographs.names.firstIndex(of: "wool_mill_machine") ?? 0
  let grey = photographs.values(as: Double.self)[chosen].mean(axis: 0)
  let kernels: [(String, NDArray<Double>)] = [
    ("mean of 5 × 5", .full([5, 5], 0.04)),
    ("sharpen", [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]),
    ("edges, left to right", [[1, 0, -1], [2, 0, -2], [1, 0, -1]]),
    ("edges, top to bottom", [[1, 2, 1], [0, 0, 0], [-1, -2, -1]]),
  ]
  let maps = kernels.map { name, kernel in
    let p = (kernel.shape[0] - 1) / 2
    let picture = Padding.replicate(p).padded(grey[.newAxis, .newAxis, .ellipsis])
    return slide(kernel, over: picture[0, 0])
  }
  print(
    "on the photograph \(photographs.names[chosen]), \(grey.shape[0]) × \(grey.shape[1]) pixels")
  // Dark is large: edges by their strength, pictures turned round.
  let shown = [1 - grey, 1 - maps[0], (1 - maps[1]).clipped(to: 0...1), abs(maps[2]), abs(maps[3])]
  let scaled = shown.map { $0 / $0.max() }
  let grid = ImageGrid(
    stacked(scaled), captions: ["photograph"] + kernels.map(\.0),
    title: "One photograph, four kernels", columns: 3)
  try save(Figure(grid, panelSize: (900, 620)), "kernels")
}
