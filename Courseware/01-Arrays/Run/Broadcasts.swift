import Arrays
import CourseKit
import NDArray

/// The slides on broadcasting, the one with the slip among them.
func broadcasting() throws {
  section("Broadcasting")
  let row = counting([3])
  let column = try row.expanded(at: 1)
  let five = StridedArray([5], shape: [])
  show("arange(3) + 5", NDArray.arange(3) + 5, ours: try elementwise(row, five, +))
  let nine = StridedArray([Int](repeating: 1, count: 9), shape: [3, 3])
  let table = try elementwise(nine, row, +)
  show("ones([3, 3]) + arange(3)", NDArray<Int>.ones([3, 3]) + NDArray.arange(3), ours: table)
  let ones = StridedArray([1, 1, 1], shape: [3, 1])
  let slip = try elementwise(ones, row, +)
  show("ones([3, 1]) + arange(3)", NDArray<Int>.ones([3, 1]) + NDArray.arange(3), ours: slip)
  let sums = try elementwise(column, row, +)
  show(
    "column 0, 1, 2 + arange(3)", NDArray.arange(3)[.all, .newAxis] + NDArray.arange(3),
    ours: sums)
  let less = try elementwise(column, row, <)
  show("column < row", NDArray.arange(3)[.all, .newAxis] .< NDArray.arange(3), ours: less)

  section("Shapes that meet")
  for (a, b) in [
    ([3, 3], [3]), ([3, 1], [4]), ([2], [5, 1, 2]), ([], [2, 3]), ([3], [3, 1]), ([0], [1]),
  ] {
    print("\(text(a)) and \(text(b))".padding(30) + text(try broadcastShape(a, b)))
  }
  for (a, b) in [([2, 3], [2]), ([3, 4], [4, 3])] {
    do {
      _ = try broadcastShape(a, b)
    } catch {
      print("\(text(a)) and \(text(b))".padding(30) + "\(error)")
    }
  }
  let y = NDArray<Double>([1, 2, 4])
  let predicted = y[.all, .newAxis]
  show("shape of (3) − (3, 1)", text((y - predicted).shape))
  show("its mean square, not 0", square(y - predicted).mean())

  let panels = [
    try sum("ones((3, 1)) + arange(3)", ones, row),
    try sum("arange(3)[:, None] + arange(3)", column, row),
  ]
  try save(Figure(panels: panels, columns: 1, panelSize: (760, 250)), "broadcast")
}

/// Column + row = table, with the copies that nobody makes.
private func sum(_ name: String, _ a: StridedArray<Int>, _ b: StridedArray<Int>) throws -> CellGrid
{
  let shape = try broadcastShape(a.shape, b.shape)
  var grid = CellGrid(name, isStacked: false)
  for (number, operand) in [a, b].enumerated() {
    let stretched = try operand.broadcast(to: shape)
    grid.add(
      table(
        stretched,
        "\(number == 0 ? "" : "+ ")\(text(operand.shape)), strides \(text(stretched.strides))"
      ) {
        .colour(number)
      })
  }
  grid.add(table(try elementwise(a, b, +), "= \(text(shape))") { .colour(2) })
  return grid
}

/// A matrix as cells; an element that has been drawn before is a ghost.
func table(
  _ array: StridedArray<Int>, _ caption: String, fill: () -> Cell.Fill
) -> CellTable {
  var seen: Set<Int> = []
  let cells = array.positions.map { place in
    let isCopy = !seen.insert(place).inserted
    return Cell(
      "\(array.buffer.elements[place])", fill: isCopy ? .none : fill(), isGhost: isCopy)
  }
  let columns = array.shape[1]
  return CellTable(
    stride(from: 0, to: cells.count, by: columns).map { Array(cells[$0..<($0 + columns)]) },
    caption: caption)
}
