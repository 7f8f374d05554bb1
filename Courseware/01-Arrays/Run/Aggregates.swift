import Arrays
import CourseKit
import NDArray

/// The slides on aggregates: of all, by axis, and the table with its NaN-safe column.
func aggregates() throws {
  section("Aggregates of all elements")
  let data: NDArray<Int> = [1, 2, 3]
  show("[1, 2, 3]: max, min, sum", [data.max(), data.min(), data.sum()])
  let six: NDArray<Int> = [[1, 2], [3, 4], [5, 6]]
  show("[[1, 2], [3, 4], [5, 6]]", [six.max(), six.min(), six.sum()])

  section("Aggregates along an axis")
  let table: NDArray<Double> = [[1, 2], [5, 3], [4, 6]]
  let ours = StridedArray(table.elements, shape: [3, 2])
  show("table", table)
  show("lanes along axis 0", try ours.lanes(axis: 0).elements)
  show("lanes along axis 1", try ours.lanes(axis: 1).elements)
  show("max(axis: 0)", table.max(axis: 0), ours: try ours.reduced(axis: 0, Aggregate.max))
  show("max(axis: 1)", table.max(axis: 1), ours: try ours.reduced(axis: 1, Aggregate.max))
  show("sum(axis: 0)", table.sum(axis: 0), ours: try ours.reduced(axis: 0, Aggregate.sum))
  show("sum(axis: 1)", table.sum(axis: 1), ours: try ours.reduced(axis: 1, Aggregate.sum))
  show("mean(axis: 0)", table.mean(axis: 0))
  show("std(axis: 0)", table.std(axis: 0))
  show("argMax(axis: 0)", table.argMax(axis: 0), ours: try ours.reduced(axis: 0, Aggregate.argMax))
  show("argMax(axis: 1)", table.argMax(axis: 1), ours: try ours.reduced(axis: 1, Aggregate.argMax))
  let kept = try ours.reduced(axis: 1, keepDims: true, Aggregate.max)
  show("max(axis: 1, keepDims: true)", table.max(axis: 1, keepDims: true), ours: kept)
  show("prod, var, std, median", [table.prod(), table.variance(), table.std(), table.median()])

  section("The table of aggregates, of [1, NaN, 3]")
  let lane = NDArray([1, Double.nan, 3])
  func row(
    _ name: String, _ value: some CustomStringConvertible, _ safe: some CustomStringConvertible
  ) {
    print(name.padding(16) + value.description.padding(8) + safe.description)
  }
  row("", "plain", "NaN-safe")
  row("sum", lane.sum(), lane.nanSum())
  row("prod", lane.prod(), lane.nanProd())
  row("mean", lane.mean(), lane.nanMean())
  row("var", lane.variance(), lane.nanVariance())
  row("std", lane.std(), lane.nanStd())
  row("min", lane.min(), lane.nanMin())
  row("max", lane.max(), lane.nanMax())
  row("argmin", lane.argMin(), lane.nanArgMin())
  row("argmax", lane.argMax(), lane.nanArgMax())
  row("median", lane.median(), lane.nanMedian())
  row("percentile 25", lane.percentile(25), lane.nanPercentile(25))
  row("any", lane.any(), "–")
  row("all", lane.all(), "–")

  section("Edges")
  show("std of [1, 2, 3], ddof 0, 1", [data.std(), data.std(ddof: 1)])
  let four: NDArray<Double> = [1, 2, 3, 4]
  show("25 % and 40 % of [1, 2, 3, 4]", [four.percentile(25), four.percentile(40)])
  let nothing = NDArray<Double>.zeros([0])
  show("of nothing: sum, prod", [nothing.sum(), nothing.prod()])
  show("of nothing: any, all", [nothing.any(), nothing.all()])
  do { _ = try Aggregate.max([] as [Double]) } catch { show("of nothing: max", "\(error)") }
  let far: NDArray<Double> = [100_000_001, 100_000_002, 100_000_003]
  show("var of 10⁸ + [1, 2, 3]", far.variance())
  show("as mean of x² − mean²", square(far).mean() - far.mean() * far.mean())
  try save(Figure(try lanes(0), try lanes(1), panelSize: (420, 300)), "lanes")
}

/// The slide's table with a colour for each lane, and the largest of each.
private func lanes(_ axis: Int) throws -> CellGrid {
  let table = StridedArray([1, 2, 5, 3, 4, 6], shape: [3, 2])
  let cells = (0..<3).map { row in
    (0..<2).map { column in
      Cell(
        "\(table[row, column])", note: "[\(row), \(column)]",
        fill: .colour(axis == 0 ? column : row))
    }
  }
  let largest = try table.reduced(axis: axis, Aggregate.max).elements.enumerated()
    .map { Cell("\($1)", fill: .colour($0)) }
  var grid = CellGrid("max(axis: \(axis))", isStacked: axis == 0)
  grid.add(CellTable(cells, caption: "(3, 2)"))
  grid.add(
    CellTable(axis == 0 ? [largest] : largest.map { [$0] }, caption: axis == 0 ? "(2,)" : "(3,)"))
  return grid
}
