import NDArray

/// A matrix as coloured cells, with its numbers in them where they can be read.
public struct HeatMap: Panel {
  /// Written over the cells.
  public var title: String
  /// Written below the cells, for the columns.
  public var xLabel: String
  /// Written beside the cells, for the rows.
  public var yLabel: String
  /// The numbers, shape [rows, columns]; row 0 stands on top.
  public let values: NDArray<Double>
  /// What the colour of each cell follows; ``values`` unless said otherwise.
  public var shades: NDArray<Double>
  /// The names of the rows; empty for their numbers.
  public var rowNames: [String]
  /// The names of the columns; empty for their numbers.
  public var columnNames: [String]
  /// How numbers are written into the cells, as `printf` takes it; `nil` for cells without.
  public var format: String?

  /// Shows `values`, shape [rows, columns]; numbers are written into up to 400 cells.
  public init(
    _ values: NDArray<Double>, title: String = "", x: String = "", y: String = "",
    rowNames: [String] = [], columnNames: [String] = [], format: String = "%.3g"
  ) {
    require(values.rank == 2, "HeatMap: a matrix is needed, got shape \(values.shape)")
    self.values = values
    self.title = title
    xLabel = x
    yLabel = y
    shades = values
    self.rowNames = rowNames
    self.columnNames = columnNames
    self.format = values.count <= 400 ? format : nil
  }

  /// Shows how often each class was taken for each, coloured by the share of the actual class.
  public init(_ matrix: ConfusionMatrix, title: String = "Confusion matrix") {
    let counts = matrix.counts.asType(Double.self)
    self.init(
      counts, title: title, x: "predicted", y: "actual", rowNames: matrix.classNames,
      columnNames: matrix.classNames, format: "%.0f")
    shades = counts / maximum(counts.sum(axis: 1, keepDims: true), 1)
  }
}

extension HeatMap {
  public func script(_ data: inout FigureData) -> [String] {
    require(
      shades.shape == values.shape,
      "HeatMap: shades \(shades.shape) do not fit values \(values.shape)")
    let (rows, columns) = (values.shape[0], values.shape[1])
    let finite = shades.elements.filter(\.isFinite)
    let isSigned = (finite.min() ?? 0) < 0
    let reach = finite.map { Swift.abs($0) }.max().map { $0 > 0 ? $0 : 1 } ?? 1

    var lines = [heading(title), axisLabel("x", xLabel), axisLabel("y", yLabel)]
    lines += [
      "unset key", "unset grid", "set border 0", "set tics scale 0",
      "set xrange [-0.5:\(columns - 1).5]", "set yrange [\(rows - 1).5:-0.5]",
      isSigned ? Palette.signed : Palette.amounts,
      "set cbrange [\(isSigned ? -reach : 0):\(reach)]",
      format == nil ? "set rmargin 10" : "unset colorbox",
    ]
    if columns == rows { lines.append("set size ratio -1") }
    lines += names(rowNames, of: rows, "y") + names(columnNames, of: columns, "x")

    let numbers = values.elements
    let cells = shades.elements.enumerated().map { place, shade in
      // Light text on the dark half of the colours.
      let text: UInt32 =
        Swift.abs(shade) > 0.55 * reach ? 0xFFFFFF : numbers[place] == 0 ? 0x767676 : 0x222222
      return [
        Double(place % columns), Double(place / columns), numbers[place], shade, Double(text),
      ]
    }
    let block = data.add(cells, columns: "column row value shade text-colour", of: title)
    guard let format else { return lines + ["plot \(block) using 1:2:4 with image pixels"] }
    let size = columns > 12 || rows > 12 ? 8 : 11
    lines.append(
      """
      plot \(block) using 1:2:(0.5):(0.5):4 with boxxyerror fillstyle solid \
      border linecolor rgb '#DDDDDD' linecolor palette, \\
        \(block) using 1:2:(sprintf(\(quoted(format)), $3)):5 with labels \
      font ',\(size)' textcolor rgb variable
      """)
    return lines
  }

  /// The tics of an axis: the names, else every number where there is room for them.
  private func names(_ names: [String], of count: Int, _ axis: String) -> [String] {
    if names.isEmpty && count > 20 { return [] }
    let names = names.isEmpty ? (0..<count).map(String.init) : names
    // gnuplot takes a tic's label for a format.
    let tics = names.enumerated()
      .map { "\(quoted($1.replacing("%", with: "%%"))) \($0)" }
      .joined(separator: ", ")
    let longest = names.map(\.count).max() ?? 0
    let turned = axis == "x" && longest > 4 && names.count > 4 ? " rotate by -40" : ""
    return ["set \(axis)tics noenhanced\(turned) (\(tics))"]
      + (axis == "y" ? ["set lmargin \(min(7 + longest, 24))"] : [])
  }
}
