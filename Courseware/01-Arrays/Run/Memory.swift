import Arrays
import CourseKit
import NDArray

/// A buffer of twelve numbers and what views make of it, as a table and as a figure.
func memory() throws {
  section("One buffer, many arrays")
  let a = counting([3, 4])
  let views = [
    View("a", a),
    View("a[1:, 1:3]", try a.sliced(axis: 0, AxisSlice(1)).sliced(axis: 1, AxisSlice(1, 3))),
    View(
      "a[::2, ::3]", try a.sliced(axis: 0, AxisSlice(step: 2)).sliced(axis: 1, AxisSlice(step: 3))),
    View("a.T", a.T),
    View("a[:, ::-1]", try a.sliced(axis: 1, AxisSlice(step: -1))),
    View("a[1] in three rows", try a.selected(axis: 0, 1).broadcast(to: [3, 4])),
  ]
  print("                    shape      strides    offset  memory")
  for view in views { view.describe(beside: a) }
  View("a[1]", try a.selected(axis: 0, 1)).describe(beside: a)
  View("a as (2, 6)", try a.reshaped([2, 6])).describe(beside: a)
  View("a.T as (2, 6)", try a.T.reshaped([2, 6])).describe(beside: a)
  show("a.T as (2, 6) holds", try a.T.reshaped([2, 6]).elements)
  let doubles = StridedArray([Double](repeating: 0, count: 6), shape: [2, 3])
  show(
    "bytes, 2 × 3 doubles",
    "\(text(doubles.byteStrides)), transposed \(text(doubles.T.byteStrides))")

  let b = counting([3, 4])
  try b.selected(axis: 0, 1).sliced(axis: 0, AxisSlice(1, 3))[0] = 100
  show("written through a view", b.buffer.elements)
  var original = NDArray.arange(6)
  let part = original[0..<3]
  original[0] = 100
  show("the library's arrays", "\(original), and the part that was taken before: \(part)")
  try save(Figure(panels: views.map(\.panel), panelSize: (400, 300)), "memory")
}

/// An array with its name, to be told about and drawn.
private struct View {
  let name: String
  let array: StridedArray<Int>

  init(_ name: String, _ array: StridedArray<Int>) {
    self.name = name
    self.array = array
  }

  func describe(beside base: StridedArray<Int>) {
    let isView = array.buffer === base.buffer
    print(
      name.padding(20) + text(array.shape).padding(11) + text(array.strides).padding(11)
        + "\(array.offset)".padding(8) + (isView ? "of a" : "its own"))
  }

  /// The array as its reader sees it, over the buffer as it lies; colours go by rows of the buffer.
  var panel: CellGrid {
    let columns = array.shape[1]
    let places = array.positions
    let used = Set(places)
    var seen: Set<Int> = []
    let cells = places.map { place in
      let isCopy = !seen.insert(place).inserted
      return Cell(
        "\(array.buffer.elements[place])", note: "@\(place)", fill: .colour(place / 4),
        isGhost: isCopy)
    }
    let rows = stride(from: 0, to: cells.count, by: columns).map {
      Array(cells[$0..<($0 + columns)])
    }
    let buffer = array.buffer.elements.enumerated().map { place, value in
      Cell("\(value)", note: "@\(place)", fill: used.contains(place) ? .colour(place / 4) : .none)
    }
    var grid = CellGrid(name)
    let notes = "shape \(text(array.shape)), strides \(text(array.strides)), offset \(array.offset)"
    grid.add(CellTable(rows, caption: notes))
    grid.add(CellTable([buffer], caption: "in memory"))
    return grid
  }
}
